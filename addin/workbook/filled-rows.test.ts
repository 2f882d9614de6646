import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { fillsBelow, filling } from './filled-rows.ts';
import type { SheetSource } from './workbook-port.ts';

const sheet: Cell[][] = [
  ['Site', 'Server'],
  ['Berlin', 'web01'],
  [null, 'web02'],
  [null, 'web03'],
  ['Paris', 'web04'],
  [null, 'web05'],
];
const merged = [
  { row: 0, column: 0, rows: 1, columns: 2 },
  { row: 1, column: 0, rows: 3, columns: 1 },
  { row: 4, column: 0, rows: 2, columns: 1 },
];
const workbook = {
  readRows: (_source: SheetSource, from: number, count: number) => Promise.resolve(sheet.slice(from, from + count)),
};

test('fills a merged cell down, in whatever chunks the rows are read, and leaves the workbook as it is', async () => {
  const fills = fillsBelow(merged, 0);
  for (const step of [1, 2, 3, 6]) {
    const read: Cell[][] = [];
    for (let at = 0; at < sheet.length; at += step)
      read.push(...(await filling(workbook, fills).readRows({} as SheetSource, at, step)));
    expect(read.map(([site]) => site)).toEqual(['Site', 'Berlin', 'Berlin', 'Berlin', 'Paris', 'Paris']);
  }
  expect(sheet[2]).toEqual([null, 'web02']);
});

test('fills nothing that is merged above the records', () => {
  expect(fillsBelow(merged, 1)).toEqual([{ column: 0, firstRow: 4, lastRow: 5 }]);
});
