import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { FileWorkbook } from './file-workbook.ts';
import { parseFile } from './parse-file.ts';
import type { ContractSheet, ContractWorkbook } from '#test/contracts/contract-workbook.ts';
import { describeWorkbookPort } from '#test/contracts/workbook-contract.ts';

const ERROR = /^#(N\/A|DIV\/0!)$/;

function writeSheet(
  workbook: ExcelJS.Workbook,
  { name, visibility, values, columnFormats = {}, hiddenRows = [] }: ContractSheet,
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
