import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { FileWorkbook } from './file-workbook.ts';
import { parseFile } from './parse-file.ts';
import type { ContractSheet, ContractWorkbook } from '#test/contracts/contract-workbook.ts';
import { describeWorkbookPort } from '#test/contracts/workbook-contract.ts';
import { twoSheetParts, xlsxOf } from '#test/builders/xlsx-of.ts';

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

/** exceljs calls a Node buffer an ArrayBuffer. */
async function bytesOf(workbook: ExcelJS.Workbook): Promise<ArrayBuffer> {
  return new Uint8Array(await workbook.xlsx.writeBuffer()).buffer;
}

async function openXlsx({ sheets, date1904 = false }: ContractWorkbook) {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  for (const sheet of sheets) writeSheet(workbook, sheet);
  const bytes = await bytesOf(workbook);
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

test('rows are struck through where each of their values is', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Servers');
  sheet.getCell('A1').value = 'Servers of 2026';
  sheet.getRow(3).values = ['Name', 'Site', 'Cores'];
  for (const row of [4, 5, 6, 7]) sheet.getRow(row).values = [`web0${row}`, null, 4];
  for (const address of ['A4', 'C4', 'A5', 'A7', 'C7']) sheet.getCell(address).font = { strike: true };
  sheet.getCell('A6').font = { strike: false };
  sheet.getCell('C6').value = { richText: [{ text: '4', font: { strike: true } }] };
  const file = { name: 'report.xlsx', size: 1, type: '' };
  const port = new FileWorkbook(await parseFile(await bytesOf(workbook), 'report.xlsx'), file);
  const [source] = await port.listSources();
  expect(source && (await port.marksOf(source)).struckRows).toEqual([3, 6]);
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
  const port = new FileWorkbook(await parseFile(await bytesOf(workbook), 'report.xlsx'), file);
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

test('a sheet that cannot be read is named and offered last, and says why when it is chosen', async () => {
  const rows = '<row r="1"><c r="A1" t="str"><v>Name</v></c></row>';
  const file = { name: 'half.xlsx', size: 1, type: 'x' };
  const port = new FileWorkbook(await parseFile(xlsxOf({ rows, parts: twoSheetParts(null) }), file.name), file);
  expect((await port.describe()).unreadableSheets).toEqual(['Inventory']);
  const [first, last] = await port.listSources();
  expect(first).toMatchObject({ sheetName: 'Sheet', range: 'A1:A1' });
  expect(last).toMatchObject({ kind: 'sheet', sheetName: 'Inventory', range: '', rowCount: 0 });
  if (last === undefined) throw new Error('It is not offered.');
  const refusal = {
    code: 'unreadable_file',
    message: 'The sheet "Inventory" is listed in the workbook, but its cells are not in the file.',
  };
  await expect(port.marksOf(last)).rejects.toMatchObject(refusal);
  await expect(port.readRows(last, 0, 1)).rejects.toMatchObject(refusal);
});
