import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildColumns } from '#shared/column-keys.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { atOnce } from '../engine-parts/steps.ts';
import type { RowRange } from '#shared/row-range.ts';
import { PROFILE_LIMITS, type KnownValues, type ProfileLimits, type SheetPart } from './column-part.ts';
import type { ColumnProfile } from './column-profile.ts';
import { SheetMeasure } from './sheet-measure.ts';
import { SheetMerge } from './sheet-merge.ts';

const columns = buildColumns(['Name', 'Note']);
type Row = readonly Cell[];

interface Reading {
  limits: ProfileLimits;
  /** Whether parts are told what the first one showed. */
  isTold: boolean;
}

function measure(rows: readonly Row[], range: RowRange, { limits }: Reading, known: KnownValues | null): SheetPart {
  const sheet = new SheetMeasure(columns.length, range, known, limits);
  for (let row = range.firstRow; row <= range.lastRow; row += 1) sheet.addRow(rows[row - 1] ?? [], row);
  // As between processes: only what the structured clone algorithm keeps.
  return structuredClone(sheet.part(range.lastRow - range.firstRow + 1));
}

/** Reads the rows in parts that end after the rows `cuts`, as several workers do. */
function profiles(rows: readonly Row[], cuts: readonly number[], reading: Reading): ColumnProfile[] {
  const ends = [...new Set([...cuts.filter((cut) => cut < rows.length), rows.length])].sort((a, b) => a - b);
  const merge = new SheetMerge(columns, reading.limits);
  let known: KnownValues | null = null;
  ends.forEach((lastRow, at) => {
    const range = { firstRow: (ends[at - 1] ?? 0) + 1, lastRow };
    const open = merge.add(measure(rows, range, reading, known));
    for (let row = range.firstRow; row <= lastRow; row += 1) merge.addValues(open, rows[row - 1] ?? [], row);
    if (at === 0 && reading.isTold) known = merge.knownValues();
  });
  return atOnce(merge.profiles((row, column) => cellText(rows[row - 1]?.[column] ?? null)));
}

const cell = fc.oneof(
  fc.constantFrom<Cell>(null, '', ' ', 'a', 'A', '7', 7, '16,384', 1.5, true, 'true', 'x;y', ' a', '10.0.0.1', '#N/A'),
  fc.constantFrom<Cell>(
    { type: 'error', code: '#N/A' },
    { type: 'amount', value: 7, currency: '€' },
    { type: 'date', iso: '2024-03-15T00:00:00', serial: 45_366, format: 'd.m.yy' },
  ),
  fc.integer({ min: 0, max: 12 }).map((number) => `srv-${number}`),
);
const sheet = fc.array(fc.tuple(cell, cell), { maxLength: 60 });
const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 });
const limits = fc.record({
  distinctMax: fc.integer({ min: 1, max: 20 }),
  distinctOfSheetMax: fc.constant(1_000),
  valuesOfPartMax: fc.integer({ min: 1, max: 40 }),
});

describe('profiles put together from parts', () => {
  test('are those of one reading, wherever the parts are cut and whatever little is remembered', () => {
    fc.assert(
      fc.property(sheet, cuts, limits, fc.boolean(), (rows, cutAt, limit, isTold) => {
        const whole = profiles(rows, [], { limits: { ...limit, valuesOfPartMax: 1_000 }, isTold: false });
        expect(profiles(rows, cutAt, { limits: limit, isTold })).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  test('count the first values exactly, computed a second time the plain way', () => {
    fc.assert(
      fc.property(sheet, cuts, limits, (rows, cutAt, limit) => {
        const [measured] = profiles(rows, cutAt, { limits: limit, isTold: true });
        const texts = rows.map(([first]) => cellText(first)).filter((text) => text.trim() !== '');
        const first = [...new Set(texts)].slice(0, limit.distinctMax);
        const counted = first.map((value) => ({ value, count: texts.filter((text) => text === value).length }));
        const isExact = new Set(texts).size === first.length;
        expect(measured).toMatchObject({
          rows: rows.length,
          blank: rows.length - texts.length,
          distinct: first.length,
          distinctExact: isExact,
          samples: first.slice(0, 10),
          frequent: counted.sort((a, b) => b.count - a.count).slice(0, isExact ? 100 : 10),
        });
      }),
      { numRuns: 300 },
    );
  });

  test('of columns whose first values are known carry nothing of the others', () => {
    const rows = Array.from({ length: 30_000 }, (_, row): Row => [`srv-${row}`, row % 3 === 0 ? 'n/a' : `note ${row}`]);
    const reading = { limits: PROFILE_LIMITS, isTold: true };
    const merge = new SheetMerge(columns);
    merge.add(measure(rows, { firstRow: 1, lastRow: 20_000 }, reading, null));
    const part = measure(rows, { firstRow: 20_001, lastRow: 30_000 }, reading, merge.knownValues());
    expect(part.columns.map(({ values, others }) => [values.counts.length, others])).toEqual([
      [0, 10_000],
      [1, 6_667],
    ]);
  });
});
