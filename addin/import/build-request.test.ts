import { describe, expect, test } from '@jest/globals';
import { ONE_SHOT_MAX_ROWS } from '#shared/limits.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { NOTHING_CHOSEN, understand, type ReadSheet } from '../sheet/understand.ts';
import { NO_MARKS } from '../workbook/workbook-port.ts';
import { buildRequest, fitsOneRequest, publishRequest } from './build-request.ts';

function read(rows: Cell[][], firstRow = 1): ReadSheet {
  const facts = {
    filename: 'a.xlsx',
    size: 10,
    type: 'x',
    dateSystem: '1900',
    note: null,
    hiddenSheets: [],
    unreadableSheets: [],
  } as const;
  const source = {
    id: 's',
    kind: 'sheet',
    label: 'S',
    sheetName: 'S',
    range: `B${firstRow}:C9`,
    rowCount: rows.length,
    columnCount: 2,
    firstRow,
    hiddenRowCount: 0,
    hidesHeader: false,
    leavesOutTotals: false,
    blankRowsBelow: 0,
  } as const;
  return understand(facts, source, { rows, marks: NO_MARKS }, NOTHING_CHOSEN);
}

describe('the request of an import', () => {
  const sheet = read(
    [
      ['Title', null],
      ['Name', 'Password'],
      ['a', 'x'],
      ['b', 'y'],
    ],
    3,
  );

  test('has the header once, the rows below it, and where both stand in the sheet', () => {
    const request = buildRequest(sheet, 'cmdb', new Set());
    expect(request.sheet).toEqual({
      columns: ['Name', 'Password'],
      rows: [
        ['a', 'x'],
        ['b', 'y'],
      ],
    });
    expect(request.metadata).toMatchObject({
      filename: 'a.xlsx',
      sheet_name: 'S',
      range: 'B3:C9',
      header_row: 4,
      date_system: '1900',
    });
  });

  test('keeps the place of a withheld column and none of its values', () => {
    const request = buildRequest(sheet, 'cmdb', new Set([1]));
    expect(request.sheet).toEqual({
      columns: ['Name', 'Password'],
      rows: [
        ['a', null],
        ['b', null],
      ],
    });
    expect(sheet.rows[0]).toEqual(['a', 'x']);
  });

  test('publishes an upload by the header row it was opened with, whatever row is chosen now', () => {
    const pointer = {
      uploadId: 'upl_1',
      sheetName: 'S',
      range: 'B3:C9',
      headerIndex: 2,
      headerRowCount: 1,
      fillsMerged: false,
      leavesOutStruck: false,
      totalRows: 1,
      category: 'cmdb',
      startedAt: '2026-01-01T00:00:00.000Z',
    } as const;
    expect(sheet.headerIndex).toBe(1);
    expect(publishRequest(sheet, { ...pointer, withheld: [] }).metadata.header_row).toBe(5);
  });

  test('fits one request up to its limits of rows and bytes; beyond them the sheet is uploaded', () => {
    const fits = (of: ReadSheet): boolean => fitsOneRequest(of, buildRequest(of, 'cmdb', new Set()));
    const rows = (count: number, text: string): Cell[][] => [
      ['Name', 'Note'],
      ...Array.from({ length: count }, (): Cell[] => ['a', text]),
    ];
    expect(fits(sheet)).toBe(true);
    expect(fits(read(rows(ONE_SHOT_MAX_ROWS + 1, 'x')))).toBe(false);
    expect(fits(read(rows(9_000, 'x'.repeat(1_000))))).toBe(false);
    expect(fits({ ...sheet, totalRows: 3 })).toBe(false);
  });
});
