import { describe, expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import excel from 'exceljs';
import papa from 'papaparse';
import { csvFile } from './export-csv.ts';
import type { ExportCell } from './export-table.ts';
import { xlsxFile } from './export-xlsx.ts';

function tableOf(cells: readonly ExportCell[]) {
  async function* rows() {
    yield await Promise.resolve(cells.map((cell) => [cell]));
  }
  return { title: 'Texts', headers: ['text'], rows: rows() };
}

async function inCsv(...cells: ExportCell[]): Promise<unknown[]> {
  const text = (await buffer(csvFile(tableOf(cells)))).toString('utf8');
  return papa.parse<string[]>(text.replace('\ufeff', ''), { skipEmptyLines: true }).data.slice(1).flat();
}

describe('a csv file', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r1', "'\r1"],
    ['\n=1', "'\n=1"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u0000=1', "'\u0000=1"],
    ['\u202e=1', "'\u202e=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\uff1d1+1', "'\uff1d1+1"],
    ['\uff0b1', "'\uff0b1"],
  ])('has %j as %j, which no spreadsheet runs', async (text, written) => {
    expect(await inCsv(text)).toEqual([written]);
  });

  test('has none inside a text either, where semicolons separate cells', async () => {
    expect(await inCsv('a; =HYPERLINK("x")', 'a;+1;@b', 'a;\u202e=1', '10.0.0.1; 10.0.0.2')).toEqual([
      'a; \'=HYPERLINK("x")',
      "a;'+1;'@b",
      "a;\u202e'=1",
      '10.0.0.1; 10.0.0.2',
    ]);
  });

  test.each(['moved?\nask', 'a\rb', 'a\r\nb'])('keeps %j in one cell, whoever reads it', async (text) => {
    const file = (await buffer(csvFile(tableOf([text, 'next'])))).toString('utf8');
    expect(file).toBe(`\ufefftext\r\n"${text}"\r\nnext\r\n`);
  });

  test('keeps numbers and truth values as they are', async () => {
    expect(await inCsv(-1.5, true, 'a-b', 'x = y')).toEqual(['-1.5', 'true', 'a-b', 'x = y']);
  });
});

test('a workbook has texts that look like an escaped character as they are', async () => {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await buffer(xlsxFile(tableOf(['_x0041_', 'a_x000d_b', '_x41_'])))) as never);
  const written = workbook.worksheets[0]?.getColumn(1).values.slice(2);
  // exceljs does not read the escapes that Excel reads: _x005F_ is the underscore.
  expect(written).toEqual(['_x005F_x0041_', 'a_x005F_x000d_b', '_x41_']);
});
