import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { evaluateCleansing, type CleansingScore } from '../warts/evaluate-cleansing.ts';
import { buildWartySheet, wartyColumns, type WartySheet } from '../warts/warty-sheet.ts';

describe.each([2_000, 1_904])('a sheet of 2,000 rows with warts, seed %i', (seed) => {
  let sheet: WartySheet;
  let score: CleansingScore;
  beforeAll(async () => {
    sheet = buildWartySheet(seed);
    score = await evaluateCleansing(sheet);
  });

  test('is the same each time, and has every wart', () => {
    expect(isDeepStrictEqual(buildWartySheet(seed), sheet)).toBe(true);
    expect(sheet.rows).toHaveLength(2_000);
    const all = wartyColumns.flatMap(({ warts }) => warts.map(({ name }) => name));
    const written = new Set(sheet.truth.flatMap(({ warts }) => [...warts.values()]));
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(all.filter((name) => !written.has(name))).toEqual([]);
  });

  test('is cleansed to what it truly says in 99 of 100 cells and of warts', () => {
    const byWart = new Map<string, unknown>();
    for (const one of score.disagreements) byWart.set(`${one.field}: ${one.wart}`, one);
    expect([...byWart]).toEqual([]);
    expect(score.agreed / score.cells).toBeGreaterThanOrEqual(0.99);
    expect(score.wartsAgreed / score.warts).toBeGreaterThanOrEqual(0.99);
  });

  test('keeps silent rather than wrong: what is not read as it is says nothing, and a finding counts it', () => {
    expect(score.disagreements.filter(({ value }) => value !== null)).toEqual([]);
    const codes = new Set(score.output.findings?.map(({ code, columnIndex }) => `${code}:${columnIndex}`));
    const unlisted = score.disagreements.filter(
      ({ rule, field }) => !codes.has(`${rule.replaceAll('-', '_')}:${sheet.fields.indexOf(field)}`),
    );
    expect(unlisted).toEqual([]);
  });

  test('gives every row back, and counts every cell once', () => {
    const { result, rowsDone } = score.output;
    expect([rowsDone, result['rows_in'], result['rows_out']]).toEqual([2_000, 2_000, 2_000]);
    const counted = ['cells_kept', 'cells_changed', 'cells_unsaid', 'cells_empty'].map((name) => Number(result[name]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(score.cells);
  });
});
