import { describe, expect, test } from '@jest/globals';
import { packedOtherwise, twoSheetParts, xlsxOf, type SheetParts } from '#test/builders/xlsx-of.ts';
import { parseXlsx } from './parse-xlsx.ts';
import type { ParsedSheet } from './parsed-workbook.ts';

const cell = (address: string, value: string): string => `<c r="${address}" t="str"><v>${value}</v></c>`;
const LIST = `<row r="1">${cell('A1', 'Ort')}</row>`;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

async function sheetOf(parts: SheetParts): Promise<ParsedSheet | undefined> {
  return (await parseXlsx(xlsxOf(parts))).sheets[0];
}

test('a merged cell that begins outside of the used range hides what it stands over', async () => {
  const rows = `<row r="2">${cell('B2', 'hidden')}${cell('C2', 'x')}</row><row r="3">${cell('B3', 'p')}${cell('C3', 'q')}</row>`;
  const sheet = await sheetOf({ rows, below: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' });
  expect(sheet).toMatchObject({
    rows: [
      [null, 'x'],
      ['p', 'q'],
    ],
    marks: { merged: [{ row: 2, column: 2, rows: 1, columns: 1 }] },
  });
});

test('all prefixes of the root for its namespace are read', async () => {
  const sheet = `<worksheet xmlns="${MAIN}" xmlns:x="${MAIN}" xmlns:y="other"><sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c><c r="B1" t="str"><v>b</v></c><y:c r="C1"><y:v>1</y:v></y:c></x:row></sheetData></worksheet>`;
  expect((await sheetOf({ rows: '', parts: { 'xl/worksheets/sheet1.xml': sheet } }))?.rows).toEqual([['a', 'b']]);
});

describe('a listed sheet', () => {
  const relations = (target: string) =>
    `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"/></Relationships>`;

  test('is found by its name with escapes', async () => {
    const parts = {
      'xl/_rels/workbook.xml.rels': relations('worksheets/my%20sheet.xml'),
      'xl/worksheets/my sheet.xml': `<worksheet><sheetData>${LIST}</sheetData></worksheet>`,
    };
    expect((await sheetOf({ rows: '', parts }))?.rows).toEqual([['Ort']]);
  });

  test.each(['worksheets/none.xml', 'worksheets/%.xml'])(
    'is missed by its name where it is not there: %s',
    async (target) => {
      const reading = sheetOf({ rows: LIST, parts: { 'xl/_rels/workbook.xml.rels': relations(target) } });
      await expect(reading).rejects.toMatchObject({
        code: 'unreadable_file',
        message: 'The sheet "Sheet" is listed in the workbook, but its cells are not in the file.',
      });
    },
  );

  const refusal = (message: string) => ({
    message,
    advice: 'Open it in Excel, save it again as .xlsx, and choose that file.',
  });
  const LOST = refusal('The sheet "Inventory" is listed in the workbook, but its cells are not in the file.');
  const PACKED = refusal('The sheet "Inventory" is packed in a way that cannot be read here.');
  const second = `<worksheet><sheetData>${LIST}</sheetData></worksheet>`;

  test.each([
    ['is not there', LOST, (rows: string) => xlsxOf({ rows, parts: twoSheetParts(null) })],
    [
      'is packed in another way',
      PACKED,
      (rows: string) => packedOtherwise(xlsxOf({ rows, parts: twoSheetParts(second) }), 'xl/worksheets/sheet2.xml'),
    ],
  ])('that %s leaves the others to be read, and is the refusal where they are blank', async (_what, reason, write) => {
    const { sheets, unreadableSheets } = await parseXlsx(write(LIST));
    expect(sheets.map(({ name, rows }) => ({ name, rows }))).toEqual([{ name: 'Sheet', rows: [['Ort']] }]);
    expect(unreadableSheets).toEqual([{ name: 'Inventory', ...reason }]);
    await expect(parseXlsx(write(''))).rejects.toMatchObject({ code: 'unreadable_file', ...reason });
  });
});

test('a number whose format is lost is refused, as it may be a date', async () => {
  const rows = `${LIST}<row r="2"><c r="A2" s="1"><v>45353</v></c></row>`;
  const parts = { 'xl/styles.xml': '' };
  await expect(sheetOf({ rows, parts })).rejects.toMatchObject({
    code: 'unreadable_file',
    message: 'The cell A2 of the sheet "Sheet" shows a number in a format that is not in the file.',
  });
  expect((await sheetOf({ rows: rows.replace('s="1"', 's="0"'), parts }))?.rows).toEqual([['Ort'], [45_353]]);
});

test.each(['xl/styles.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'])(
  'a file is refused whose part %s is packed in another way',
  async (part) => {
    await expect(parseXlsx(packedOtherwise(xlsxOf({ rows: LIST }), part))).rejects.toMatchObject({
      code: 'unreadable_file',
      message: `The part "${part}" of the file is packed in a way that cannot be read here.`,
    });
  },
);

test('a part is read in the encoding that it declares, and refused where it is not in it', async () => {
  const written = (encoding: string): Buffer =>
    Buffer.from(
      `<?xml version="1.0" encoding="${encoding}"?><worksheet><sheetData><row>${cell('A1', 'Zürich')}</row></sheetData></worksheet>`,
      'latin1',
    );
  const reading = (encoding: string) => sheetOf({ rows: '', parts: { 'xl/worksheets/sheet1.xml': written(encoding) } });
  expect((await reading('ISO-8859-1'))?.rows).toEqual([['Zürich']]);
  await expect(reading('UTF-8')).rejects.toMatchObject({ code: 'unreadable_file' });
});

test('rows with one number are one', async () => {
  const rows = `<row r="1">${cell('B1', 'b')}</row><row r="1">${cell('D1', 'd')}</row><row r="1">${cell('A1', 'a')}</row>`;
  expect((await sheetOf({ rows }))?.rows).toEqual([['a', 'b', null, 'd']]);
});

test('cells in no row of the sheet are none', async () => {
  const stray = `<row r="9">${cell('B9', 'stray')}</row>`;
  const sheet = await sheetOf({ rows: `${LIST}<other>${stray}</other>`, below: stray });
  expect(sheet?.rows).toEqual([['Ort']]);
});

test('rows without height and columns without width are hidden', async () => {
  const rows = `${LIST}<row r="2" ht="0" customHeight="1">${cell('A2', 'x')}</row>`;
  const sheet = await sheetOf({
    rows,
    above: '<cols><col min="2" max="2" width="0"/><col min="3" max="3" width="9"/></cols>',
  });
  expect(sheet?.marks).toMatchObject({ hiddenRows: [2], hiddenColumns: [2] });
});
