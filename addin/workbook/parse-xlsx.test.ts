import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { xlsxOf, type SheetParts } from '#test/builders/xlsx-of.ts';
import { parseXlsx } from './parse-xlsx.ts';

async function rowsOf(parts: SheetParts): Promise<Cell[][] | undefined> {
  return (await parseXlsx(xlsxOf(parts))).sheets[0]?.rows;
}

const text = (value: string): string => `t="inlineStr"><is><t>${value}</t></is></c>`;

describe('cells that the file writes as ISO dates', () => {
  test('are the dates they are, with the format of the cell where that is one of dates', async () => {
    const rows = await rowsOf({
      rows:
        `<row r="1"><c r="A1" ${text('Name')}<c r="B1" ${text('Installed')}<c r="C1" ${text('Seen')}<c r="D1" ${text('At')}</row>` +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>a t="d" b</t></is></c><c r="B2" s="1" t="d"><v>2024-03-02</v></c>' +
        '<c r="C2" t="d"><v>2024-03-02T18:00:00</v></c><c r="D2" t="d"><f>NOW()</f><v>12:00:00</v></c></row>',
    });
    expect(rows?.[1]).toEqual([
      'a t="d" b',
      { type: 'date', iso: '2024-03-02T00:00:00', serial: 45_353, format: expect.stringMatching(/yy/) },
      { type: 'date', iso: '2024-03-02T18:00:00', serial: 45_353.75, format: 'yyyy-mm-dd hh:mm:ss' },
      { type: 'date', iso: '1899-12-30T12:00:00', serial: 0.5, format: 'hh:mm:ss' },
    ]);
  });

  test('stay as they are written where Excel shows no such day', async () => {
    const rows = await rowsOf({
      rows: `<row r="1"><c r="A1" ${text('Day')}</row><row r="2"><c r="A2" t="d"><v>1789-07-14</v></c></row>`,
    });
    expect(rows?.[1]).toEqual(['1789-07-14']);
  });
});

test('a workbook whose tables and comments are named by their whole paths is read', async () => {
  const rows = await rowsOf({
    rows: `<row r="1"><c r="A1" ${text('Name')}</row><row r="2"><c r="A2" ${text('web01')}</row>`,
    below: '<legacyDrawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId3"/></tableParts>',
    relations: {
      rId1: ['vmlDrawing', '/xl/drawings/commentsDrawing1.vml'],
      rId2: ['comments', '/xl/comments/comment1.xml'],
      rId3: ['table', '/xl/tables/table1.xml'],
    },
    parts: {
      'xl/comments/comment1.xml': '<comments><authors/><commentList/></comments>',
      'xl/drawings/commentsDrawing1.vml': '<xml/>',
      'xl/tables/table1.xml': '<table id="1" name="T" displayName="T" ref="A1:A2"><tableColumns/></table>',
    },
  });
  expect(rows).toEqual([['Name'], ['web01']]);
});

test('cells and rows that do not say where they stand follow one another', async () => {
  const rows = await rowsOf({
    rows: `<row><c ${text('Name')}<c ${text('Cores')}</row><row><c ${text('web01')}<c><v>4</v></c></row><row r="4"><c r="B4"><v>8</v></c></row>`,
  });
  expect(rows).toEqual([
    ['Name', 'Cores'],
    ['web01', 4],
    [null, null],
    [null, 8],
  ]);
});

describe('formulas', () => {
  test('without a saved result are blanks and marked, those that show nothing are blanks', async () => {
    const parsed = await parseXlsx(
      xlsxOf({
        rows:
          `<row r="1"><c r="A1" ${text('Name')}<c r="B1" ${text('FQDN')}<c r="C1" ${text('Note')}</row>` +
          '<row r="2"><c r="A2" t="str"><f>B1</f><v>web01</v></c><c r="B2"><f>A2&amp;".x"</f></c><c r="C2" t="str"><f>""</f><v></v></c></row>' +
          '<row r="3"><c r="A3"><f>1</f><v></v></c><c r="B3"><f>2</f><v/></c><c r="C3" t="str"><f>""</f><v/></c></row>',
      }),
    );
    expect(parsed.sheets[0]).toMatchObject({
      rows: [
        ['Name', 'FQDN', 'Note'],
        ['web01', null, null],
      ],
      marks: {
        unsaved: [
          { row: 2, column: 2 },
          { row: 3, column: 1 },
          { row: 3, column: 2 },
        ],
      },
    });
  });
});

test('elements with a prefix are read, as some tools write them', async () => {
  const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'xmlns:d3p1="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const rows = await rowsOf({
    rows: '',
    parts: {
      'xl/workbook.xml': `<x:workbook ${main} ${relations}><x:sheets><x:sheet name="Sheet" sheetId="1" d3p1:id="rId1"/></x:sheets></x:workbook>`,
      'xl/styles.xml': `<x:styleSheet ${main}><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet ${main}><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>Name</x:v></x:c><x:c r="B1" s="1"><x:v>45353</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    },
  });
  expect(rows).toEqual([['Name', expect.objectContaining({ type: 'date', serial: 45_353 })]]);
});

test('texts are those that Excel shows: runs joined, readings left out, escapes and entities undone', async () => {
  const rows = await rowsOf({
    rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><r><t>&amp;lt;</t></r></is></c></row>',
    parts: {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      'xl/sharedStrings.xml':
        '<sst><si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> text</t></r></si><si><t>東京_x000D_</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>',
    },
  });
  expect(rows).toEqual([['bold text', '東京\r', 'a&lt;']]);
});

test('cells in any order, and a row that begins far right, stand where they say', async () => {
  const parsed = await parseXlsx(
    xlsxOf({
      rows: `<row r="3"><c r="AB3" ${text('b')}<c r="AA3" ${text('a')}</row><row r="4"><c r="AC4"><v>1</v></c></row>`,
    }),
  );
  expect(parsed.sheets[0]).toMatchObject({
    firstRow: 3,
    firstColumn: 27,
    rows: [
      ['a', 'b', null],
      [null, null, 1],
    ],
  });
});
