import { describe, expect, test } from '@jest/globals';
import { FILE_SHEETS_MAX } from '#shared/limits.ts';
import { packedXlsxOf, xlsxOf, type SheetParts } from '#test/builders/xlsx-of.ts';
import { parseCsv } from './parse-csv.ts';
import { parseXlsx } from './parse-xlsx.ts';
import type { ParsedSheet } from './parsed-workbook.ts';
import { WorkbookError } from './workbook-port.ts';

// Each of these files is read or refused within seconds, or never.

const cell = (address: string, value: string): string => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const LIST = `<row r="1">${cell('A1', 'Name')}${cell('B1', 'Site')}</row><row r="2">${cell('A2', 'web01')}${cell('B2', 'Bern')}</row>`;
const READ = [
  ['Name', 'Site'],
  ['web01', 'Bern'],
];

async function sheetOf(parts: Partial<SheetParts>): Promise<ParsedSheet | undefined> {
  return (await parseXlsx(xlsxOf({ rows: LIST, ...parts }))).sheets[0];
}

async function failureOf(bytes: ArrayBuffer): Promise<WorkbookError> {
  const failure: unknown = await parseXlsx(bytes).catch((error: unknown) => error);
  if (failure instanceof WorkbookError) return failure;
  throw new Error(`expected a WorkbookError, not ${String(failure)}`);
}

describe('what a sheet says of millions of cells that hold nothing costs nothing', () => {
  const column = (letter: string): string => `${letter}2:${letter}1048576`;
  const validated = (range: string): string =>
    `<dataValidation type="list" sqref="${range}"><formula1>"a,b"</formula1></dataValidation>`;

  test.each<[string, Partial<SheetParts>]>([
    [
      'dropdowns on whole columns',
      {
        below: `<dataValidations>${['A', 'B', 'C', 'D', 'E'].map((at) => validated(column(at))).join('')}</dataValidations>`,
      },
    ],
    ['a dropdown on the whole sheet', { below: `<dataValidations>${validated('A1:XFD1048576')}</dataValidations>` }],
    [
      'colours by condition on the whole sheet',
      {
        below:
          '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>',
      },
    ],
    ['a link on the whole sheet', { below: '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>' }],
    ['a column of any width', { above: '<cols><col min="1" max="2000000000" width="9"/></cols>' }],
  ])('%s', async (_what, parts) => {
    expect((await sheetOf(parts))?.rows).toEqual(READ);
  });

  test('hidden columns to the end of the sheet and beyond', async () => {
    const hidden = await sheetOf({ above: '<cols><col min="2" max="2000000000" hidden="1"/></cols>' });
    expect(hidden?.marks.hiddenColumns).toHaveLength(16_383);
    expect(hidden?.marks.hiddenColumns[0]).toBe(2);
  });

  test('a merged cell counts as far as the used range goes', async () => {
    const sheet = await sheetOf({ below: '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>' });
    expect(sheet).toMatchObject({
      rows: [
        ['Name', 'Site'],
        ['web01', null],
      ],
      blankRowsBelow: 0,
      marks: { merged: [{ row: 2, column: 1, rows: 1, columns: 2 }] },
    });
  });

  test('cells merged over and over stand over no more cells than there are', async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, 'x')}</row>`);
    const merges = '<mergeCell ref="A2:A1048576"/>'.repeat(20_000);
    const sheet = await sheetOf({ rows: rows.join(''), below: `<mergeCells>${merges}</mergeCells>` });
    const areas = sheet?.marks.merged ?? [];
    expect(areas.reduce((sum, area) => sum + area.rows * area.columns, 0)).toBe(1_999);
  });

  test('names of the workbook', async () => {
    const names = '<definedName name="all">Sheet!$A$1:$XFD$1048576</definedName>';
    const parts = { 'xl/workbook.xml': workbookOf('<sheet name="Sheet" sheetId="1" r:id="rId1"/>', names) };
    expect((await sheetOf({ parts }))?.rows).toEqual(READ);
  });
});

describe('a file that would never end is refused, and it says what to do', () => {
  test.each<[string, string, string]>([
    ['tags that never close', '<c '.repeat(150_000), 'no readable .xlsx'],
    ['attributes that repeat', `<row r="1"><c r="A1" ${'t="str" '.repeat(150_000)}/></row>`, 'no readable .xlsx'],
    ['texts that never end', `<row r="1">${'<c r="A1" t="str"><f>'.repeat(150_000)}`, 'nested more than 100 deep'],
    ['elements within elements', '<a>'.repeat(1_000_000), 'nested more than 100 deep'],
    ['a row below every sheet', `<row r="2000000000">${cell('A2000000000', 'x')}</row>`, 'no readable .xlsx'],
    ['a column beyond every sheet', `<row r="1">${cell('ZZZ1', 'x')}</row>`, 'no readable .xlsx'],
  ])('%s', async (_what, rows, words) => {
    const failure = await failureOf(xlsxOf({ rows }));
    expect(failure).toMatchObject({ code: 'unreadable_file', message: expect.stringContaining(words) });
    expect(failure.advice).toContain('save it again as .xlsx');
  });

  test('a small file that unpacks to a large one', async () => {
    const failure = await failureOf(packedXlsxOf({ rows: LIST, below: ' '.repeat(64 * 1024 * 1024) }));
    expect(failure.message).toBe('The file unpacks to more than 500 times its size, as no workbook does.');
  });

  test('more sheets than anybody looks through', async () => {
    const listed = Array.from(
      { length: FILE_SHEETS_MAX + 1 },
      (_, at) => `<sheet name="${at}" sheetId="${at}" r:id="rId1"/>`,
    );
    const failure = await failureOf(xlsxOf({ rows: LIST, parts: { 'xl/workbook.xml': workbookOf(listed.join('')) } }));
    expect(failure).toMatchObject({ code: 'too_large_to_read', message: 'The file has more than 1,000 sheets.' });
  });

  test('sheets that each span nearly as much as can be read', async () => {
    const rows = `<row r="1">${cell('A1', 'x')}</row><row r="1000000">${cell('K1000000', 'x')}</row>`;
    const listed = [1, 2].map((at) => `<sheet name="Part ${at}" sheetId="${at}" r:id="rId1"/>`);
    const failure = await failureOf(xlsxOf({ rows, parts: { 'xl/workbook.xml': workbookOf(listed.join('')) } }));
    expect(failure.message).toBe(
      'The sheet "Part 2" spans 1000000 rows and 11 columns, with the sheets before it more than can be read from a file.',
    );
  });

  test('one small part that stands for many sheets', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, 'x')}</row>`);
    const listed = Array.from({ length: 300 }, (_, at) => `<sheet name="${at}" sheetId="${at}" r:id="rId1"/>`).join('');
    const parts = { 'xl/workbook.xml': workbookOf(listed) };
    const packed = await failureOf(packedXlsxOf({ rows: rows.join(''), parts }));
    expect(packed.message).toContain('unpacks to more than 500 times its size');
  });

  test('sheets that each go down to the last row', async () => {
    const rows = `<row r="1">${cell('A1', 'x')}</row><row r="1048576">${cell('A1048576', 'x')}</row>`;
    const listed = [1, 2, 3, 4].map((at) => `<sheet name="${at}" sheetId="${at}" r:id="rId1"/>`).join('');
    const failure = await failureOf(xlsxOf({ rows, parts: { 'xl/workbook.xml': workbookOf(listed) } }));
    expect(failure.message).toBe('The sheets of the file have more than 4,000,000 rows together.');
  });

  test('one long text in every cell', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
    );
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const parts = {
      'xl/_rels/workbook.xml.rels': relations,
      'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(32_767)}</t></si></sst>`,
    };
    const failure = await failureOf(xlsxOf({ rows: rows.join(''), parts }));
    expect(failure).toMatchObject({
      code: 'too_large_to_read',
      message: expect.stringContaining('texts of the file'),
    });
  });
});

function workbookOf(sheets: string, names = ''): string {
  return `<workbook xmlns:r="r"><sheets>${sheets}</sheets><definedNames>${names}</definedNames></workbook>`;
}

describe('a text with marks of its end all over', () => {
  const marked = (text: string): ArrayBuffer => new TextEncoder().encode(`Name,Site\nweb01,Bern\n${text}`).buffer;
  const many = '\u001a'.repeat(500_000);

  test.each([
    ['is read to its last line', `${'x'.repeat(70_000)}${many}y`, `${'x'.repeat(70_000)}${many}y`],
    ['is read to where they end it', `db01${many}`, 'db01'],
  ])('%s', (_what, text, last) => {
    expect(parseCsv(marked(text), 'list.csv').sheets[0]?.rows).toEqual([...READ, [last, null]]);
  });
});
