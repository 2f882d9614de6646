import { describe, expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import excel from 'exceljs';
import papa from 'papaparse';
import { csvFile } from './csv-file.ts';
import type { ExportCell } from './export-table.ts';
import { xlsxFile } from './xlsx-file.ts';

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
    ['\t=1', "'\t'=1"],
    ['\r1', "'\r1"],
    ['\n=1', "'\n'=1"],
    ['note\n=1', "note\n'=1"],
    ['note\r\n +1', "note\r\n '+1"],
    ['note\t@SUM(A1)', "note\t'@SUM(A1)"],
    ['note\r\uff1d1', "note\r'\uff1d1"],
    ['fixes:\n- patch', "fixes:\n'- patch"],
    ['two\nlines = well', 'two\nlines = well'],
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

  test.each([
    ['a;"=1+1"', 'a;"\'=1+1"'],
    ['a\n"=1+1"', 'a\n"\'=1+1"'],
    ['a; "\u202e"+1', 'a; "\u202e"\'+1'],
    ['13" = 33 cm; "x" = y', '13" = 33 cm; "x" = y'],
  ])(
    'has %j as %j: there a doubled quote is an empty text, and the sign behind it begins a cell',
    async (text, written) => {
      expect(await inCsv(text)).toEqual([written]);
    },
  );

  test.each(['moved?\nask', 'a\rb', 'a\r\nb'])('keeps %j in one cell, whoever reads it', async (text) => {
    const file = (await buffer(csvFile(tableOf([text, 'next'])))).toString('utf8');
    expect(file).toBe(`\ufefftext\r\n"${text}"\r\nnext\r\n`);
  });

  test('keeps numbers and truth values as they are', async () => {
    expect(await inCsv(-1.5, true, 'a-b', 'x = y')).toEqual(['-1.5', 'true', 'a-b', 'x = y']);
  });

  test('has dates and amounts as the API says them', async () => {
    const cells: ExportCell[] = [{ iso: '2024-03-15' }, { amount: 1200.5, currency: 'EUR' }, { iso: '=1' }];
    expect(await inCsv(...cells, { amount: 3, currency: null })).toEqual(['2024-03-15', '1200.5 EUR', "'=1", '3']);
  });
});

async function inWorkbook(...cells: ExportCell[]): Promise<excel.Cell[]> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await buffer(xlsxFile(tableOf(cells)))) as never);
  return cells.map((_cell, at) => workbook.worksheets[0]?.getCell(at + 2, 1) as excel.Cell);
}

describe('a workbook', () => {
  test('has texts that look like an escaped character as they are', async () => {
    const cells = await inWorkbook('_x0041_', 'a_x000d_b', '_x41_');
    // exceljs does not read the escapes that Excel reads: _x005F_ is the underscore.
    expect(cells.map(({ value }) => value)).toEqual(['_x005F_x0041_', 'a_x005F_x000d_b', '_x41_']);
  });

  test('has days and moments as dates, those with a zone in UTC', async () => {
    const cells = await inWorkbook(
      { iso: '2024-03-15' },
      { iso: '2024-03-15T10:20:30' },
      { iso: '2024-03-15T10:20:30+02:00' },
      { iso: '2026-11-28T06:00:00.000Z' },
    );
    expect(cells.map(({ type, numFmt, value }) => [type, numFmt, (value as Date).toISOString()])).toEqual([
      [excel.ValueType.Date, 'yyyy-mm-dd', '2024-03-15T00:00:00.000Z'],
      [excel.ValueType.Date, 'yyyy-mm-dd hh:mm:ss', '2024-03-15T10:20:30.000Z'],
      [excel.ValueType.Date, 'yyyy-mm-dd hh:mm:ss', '2024-03-15T08:20:30.000Z'],
      [excel.ValueType.Date, 'yyyy-mm-dd hh:mm:ss', '2026-11-28T06:00:00.000Z'],
    ]);
  });

  test.each(['2024', '=1+1', '1850-01-01', '9999-99-99'])('has %j, no day of Excel, as text', async (iso) => {
    const [cell] = await inWorkbook({ iso });
    expect([cell?.type, cell?.value]).toEqual([excel.ValueType.String, iso]);
  });

  test('has amounts as numbers that show their currency', async () => {
    const cells = await inWorkbook(
      { amount: 1200.5, currency: 'EUR' },
      { amount: -3, currency: null },
      { amount: 7, currency: 'x"]' },
    );
    expect(cells.map(({ type, numFmt, value }) => [type, numFmt, value])).toEqual([
      [excel.ValueType.Number, '#,##0.00 [$EUR]', 1200.5],
      [excel.ValueType.Number, '#,##0.00', -3],
      [excel.ValueType.Number, '#,##0.00', 7],
    ]);
  });

  test('shows two digits of an amount below a hundredth, and keeps all of it', async () => {
    const cells = await inWorkbook(
      { amount: 0.00423, currency: 'EUR' },
      { amount: 0.0096, currency: null },
      { amount: 0.00999, currency: null },
      { amount: 1e-30, currency: null },
      { amount: 0.01, currency: 'EUR' },
      { amount: 0, currency: 'EUR' },
    );
    expect(cells.map(({ numFmt, value }) => [value, numFmt])).toEqual([
      [0.00423, '#,##0.0000 [$EUR]'],
      [0.0096, '#,##0.0000'],
      [0.00999, '#,##0.0000'],
      [1e-30, '0.0E+00'],
      [0.01, '#,##0.00 [$EUR]'],
      [0, '#,##0.00 [$EUR]'],
    ]);
  });

  test('has numbers as they are, and shows two decimals of those that have more', async () => {
    const cells = await inWorkbook(84.1806640625, 1.5, 64, 0.004, -0.015);
    expect(cells.map(({ numFmt, value }) => [value, numFmt])).toEqual([
      [84.1806640625, '0.00'],
      [1.5, undefined],
      [64, undefined],
      [0.004, undefined],
      [-0.015, '0.00'],
    ]);
  });

  test('has a header that stays in sight and filters all rows', async () => {
    const workbook = new excel.Workbook();
    await workbook.xlsx.load((await buffer(xlsxFile(tableOf(['a', 'b'])))) as never);
    const [sheet] = workbook.worksheets;
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    expect(sheet?.autoFilter).toBe('A1:A3');
  });

  test('has what looks like a formula as text, and numbers and truth values as such', async () => {
    const cells = await inWorkbook('=1+1', '-1', '@A1', 64, true);
    expect(cells.map(({ type, value }) => [type, value])).toEqual([
      [excel.ValueType.String, '=1+1'],
      [excel.ValueType.String, '-1'],
      [excel.ValueType.String, '@A1'],
      [excel.ValueType.Number, 64],
      [excel.ValueType.Boolean, true],
    ]);
  });
});
