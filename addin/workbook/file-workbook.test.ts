import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { FileWorkbook } from './file-workbook.ts';
import { parseFile } from './parse-file.ts';
import type { ContractSheet, ContractWorkbook } from '#test/contracts/contract-workbook.ts';
import { describeWorkbookPort } from '#test/contracts/workbook-contract.ts';

const ERROR = /^#(N\/A|DIV\/0!)$/;

function writeSheet(
  workbook: ExcelJS.Workbook,
  { name, visibility, values, columnFormats = {}, hiddenRows = [], hiddenColumns = [], merges = [] }: ContractSheet,
): void {
  const sheet = workbook.addWorksheet(name, { state: visibility === 'Hidden' ? 'hidden' : 'visible' });
  for (const [rowIndex, row] of values.entries()) {
    for (const [columnIndex, value] of row.entries()) {
      if (value === '') continue;
      const cell = sheet.getCell(rowIndex + 1, columnIndex + 1);
      cell.value = ERROR.test(String(value)) ? { error: value as ExcelJS.CellErrorValue['error'] } : value;
      const format = columnFormats[columnIndex];
      if (format !== undefined) cell.numFmt = format;
    }
  }
  for (const row of hiddenRows) sheet.getRow(row).hidden = true;
  for (const column of hiddenColumns) sheet.getColumn(column).hidden = true;
  for (const merge of merges) sheet.mergeCells(merge);
}

async function openXlsx({ sheets, date1904 = false }: ContractWorkbook) {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  for (const sheet of sheets) writeSheet(workbook, sheet);
  const bytes = await workbook.xlsx.writeBuffer();
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new FileWorkbook(await parseFile(bytes, 'contract.xlsx'), {
    name: 'contract.xlsx',
    size: bytes.byteLength,
    type,
  });
}

describeWorkbookPort('A file', openXlsx);

test('a sheet of one column, such as a cover, is offered after those that list things', async () => {
  const list = [
    ['Name', 'IP'],
    ['srv1', '10.0.0.1'],
  ];
  const port = await openXlsx({
    sheets: [
      { name: 'Cover', values: [['Servers of Berlin'], ['Q2']] },
      { name: 'Servers', values: list },
      { name: 'More', values: list },
    ],
  });
  expect((await port.listSources()).map(({ label }) => label)).toEqual(['Servers', 'More', 'Cover']);
});

test('sheets that list things come before contents and pivots, in the order of the file', async () => {
  const list = (rows: number, columns: number) =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_cell, column) => `${row} ${column}`));
  const port = await openXlsx({
    sheets: [
      { name: 'Contents', values: list(9, 2) },
      { name: 'Pivot', values: list(12, 5) },
      { name: 'Servers', values: list(60, 9) },
      { name: 'Disks', values: list(400, 9) },
    ],
  });
  const labels = (await port.listSources()).map(({ label }) => label);
  expect(labels).toEqual(['Servers', 'Disks', 'Contents', 'Pivot']);
});

test('the tables of a sheet are offered before it, with their header and without their totals', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Report');
  sheet.getCell('A1').value = 'Servers';
  sheet.addTable({
    name: 'tblServers',
    ref: 'B3',
    headerRow: true,
    totalsRow: true,
    columns: [
      { name: 'Name', totalsRowLabel: 'Total' },
      { name: 'Cores', totalsRowFunction: 'sum' },
    ],
    rows: [
      ['web01', 4],
      ['web02', 8],
    ],
  });
  const file = { name: 'report.xlsx', size: 1, type: '' };
  const port = new FileWorkbook(await parseFile(await workbook.xlsx.writeBuffer(), 'report.xlsx'), file);
  const [table, whole] = await port.listSources();
  expect([table, whole]).toMatchObject([
    { kind: 'table', label: 'tblServers', range: 'B3:C5', firstRow: 3, leavesOutTotals: true, hidesHeader: false },
    { kind: 'sheet', range: 'A1:C6', leavesOutTotals: false },
  ]);
  expect(table && (await port.readRows(table, 0, 9))).toEqual([
    ['Name', 'Cores'],
    ['web01', 4],
    ['web02', 8],
  ]);
});
