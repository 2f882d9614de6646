import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { leftOut } from './left-out.ts';

/** A sheet whose header stands in row 3. */
const of = (rows: Cell[][], totalRows = rows.length, leavesOutTotals = false) =>
  leftOut({ rows, totalRows, headerIndex: 2, source: { firstRow: 1, leavesOutTotals } });

test('blank rows are counted and named by their numbers in Excel', () => {
  expect(
    of([
      ['a', 1],
      [null, ' '],
      ['b', 0],
    ]),
  ).toEqual({
    facts: ['1 blank row left out'],
    listed: 'Row 5 is blank: no asset comes of it.',
  });
});

test('of many the first ten are named and the others counted', () => {
  const { facts, listed } = of([['a'], ...Array.from({ length: 22 }, (): Cell[] => [null])]);
  expect(facts).toEqual(['22 blank rows left out']);
  expect(listed).toBe('Rows 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 12 more are blank: no assets come of them.');
});

test('a totals row that the table has is told in few words', () => {
  expect(of([['a']], 1, true)).toEqual({ facts: ['a totals row left out'], listed: null });
});

test('of a sheet that is not read whole nothing is counted', () => {
  expect(of([[null]], 5_000)).toEqual({ facts: [], listed: null });
});
