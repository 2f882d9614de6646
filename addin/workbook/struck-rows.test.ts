import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { leavingOut } from './struck-rows.ts';
import type { SheetSource } from './workbook-port.ts';

const sheet: Cell[][] = [['Server'], ['web01'], ['web02'], ['web03'], ['web04']];
const workbook = {
  readRows: (_source: SheetSource, from: number, count: number) => Promise.resolve(sheet.slice(from, from + count)),
};

test('reads rows left out as blank ones, in whatever chunks, and leaves the workbook as it is', async () => {
  for (const step of [1, 2, 5]) {
    const read: Cell[][] = [];
    for (let at = 0; at < sheet.length; at += step)
      read.push(...(await leavingOut(workbook, [2, 4]).readRows({} as SheetSource, at, step)));
    expect(read).toEqual([['Server'], ['web01'], [null], ['web03'], [null]]);
  }
  expect(sheet[2]).toEqual(['web02']);
});

test('reads the workbook itself where nothing is left out', () => {
  expect(leavingOut(workbook, [])).toBe(workbook);
});
