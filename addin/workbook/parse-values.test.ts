import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { xlsxOf } from '#test/builders/xlsx-of.ts';
import { parseXlsx } from './parse-xlsx.ts';
import type { ParsedSheet } from './parsed-workbook.ts';

const RELATIONS =
  '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';

/** One row of the cells, which begins with a name so that blanks behind it count. */
async function sheetOf(cells: string, styles: string[] = []): Promise<ParsedSheet | undefined> {
  const parts = {
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/sharedStrings.xml': '<sst><si><t>first</t></si><si><t>one_x000d_line_x000A_</t></si></sst>',
    'xl/styles.xml': `<styleSheet><cellXfs><xf numFmtId="0"/>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  const rows = `<row r="1"><c t="str"><v>Name</v></c>${cells}<c t="str"><v>end</v></c></row>`;
  return (await parseXlsx(xlsxOf({ rows, parts }))).sheets[0];
}

async function valuesOf(cells: string, styles?: string[]): Promise<Cell[] | undefined> {
  return (await sheetOf(cells, styles))?.rows[0]?.slice(1, -1);
}

describe('white space around a value', () => {
  test.each(['n', 'b', 'e', 'd', 's'])('is no value of the type %s by itself', async (type) => {
    expect(await valuesOf(`<c t="${type}"><v> \n</v></c>`)).toEqual([null]);
  });

  test('is not part of numbers, truths, errors, dates and shared texts', async () => {
    const cells =
      '<c><v> 4 </v></c><c t="b"><v> 1 </v></c><c t="e"><v> #N/A </v></c><c t="s"><v>\n0 </v></c><c t="d"><v> 2024-03-02 </v></c>';
    expect(await valuesOf(cells)).toEqual([
      4,
      true,
      { type: 'error', code: '#N/A' },
      'first',
      expect.objectContaining({ iso: '2024-03-02T00:00:00' }),
    ]);
  });

  test('belongs to texts', async () => {
    expect(await valuesOf('<c t="str"><v> a </v></c><c t="inlineStr"><is><t> b </t></is></c>')).toEqual([' a ', ' b ']);
  });

  test('is no saved result of a formula', async () => {
    const sheet = await sheetOf('<c><f>A1</f><v> </v></c>');
    expect(sheet?.marks.unsaved).toEqual([{ row: 1, column: 2 }]);
  });
});

test('numbers are those that XML writes, others stay the texts they are', async () => {
  const written = ['12', '-1.5', '+2', '.5', '3.', '1.5E-3', '2e2', '0x10', '0b11', '0o7', 'Infinity', '1 2'];
  const cells = written.map((value) => `<c><v>${value}</v></c>`).join('');
  expect(await valuesOf(cells)).toEqual([12, -1.5, 2, 0.5, 3, 0.0015, 200, '0x10', '0b11', '0o7', 'Infinity', '1 2']);
});

test('a text within the cell is its only one, and counts only where the cell says so', async () => {
  const both = '<is><t>within</t></is><v>beside</v>';
  expect(await valuesOf(`<c t="inlineStr">${both}</c><c t="str">${both}</c><c><is><t>7</t></is></c>`)).toEqual([
    'within',
    'beside',
    null,
  ]);
});

test('escapes are undone in small letters too', async () => {
  expect(await valuesOf('<c t="s"><v>1</v></c><c t="str"><v>a_x000a_b_X000A_</v></c>')).toEqual([
    'one\rline\n',
    'a\nb_X000A_',
  ]);
});

describe('formats that Excel names after the language it runs in', () => {
  test.each([
    ...['27', '28', '29', '30', '31', '36', '50', '51', '52', '53', '54', '57', '58'].map((id) => [id, 'yyyy-mm-dd']),
    ['32', 'h:mm'],
    ['33', 'h:mm:ss'],
  ])('%s is %s', async (id, format) => {
    expect(await valuesOf('<c s="1"><v>45353.5</v></c>', [id])).toEqual([
      { type: 'date', iso: '2024-03-02T12:00:00', serial: 45_353.5, format },
    ]);
  });

  test.each(['5', '6', '7', '8', '34', '35', '41', '42', '43', '44', '55', '56'])('%s claims nothing', async (id) => {
    expect(await valuesOf('<c s="1"><v>45353.5</v></c>', [id])).toEqual([45_353.5]);
  });
});
