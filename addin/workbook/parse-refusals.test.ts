import { describe, expect, test } from '@jest/globals';
import { packedXlsxOf, xlsxOf, type SheetParts } from '#test/builders/xlsx-of.ts';
import { parseXlsx } from './parse-xlsx.ts';

const ROWS = '<row r="1"><c r="A1" t="str"><v>Name</v></c></row><row r="2"><c r="A2" t="str"><v>web01</v></c></row>';
const READ = [['Name'], ['web01']];

async function refusalOf(parts: Partial<SheetParts>): Promise<unknown> {
  return parseXlsx(xlsxOf({ rows: ROWS, ...parts })).then(
    () => null,
    (error: unknown) => error,
  );
}

const relationsOf = (...lines: [type: string, target: string][]): string =>
  `<Relationships>${lines.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="x/${type}" Target="${target}"/>`).join('')}</Relationships>`;

test('a sheet of mostly blank cells is read, however well it is packed', async () => {
  const blanks = '<c t="str"><v></v></c>'.repeat(60);
  const rows = Array.from({ length: 27_000 }, (_, at) => `<row><c><v>${at}</v></c>${blanks}</row>`).join('');
  const bytes = packedXlsxOf({ rows });
  expect(rows.length / bytes.byteLength).toBeGreaterThan(120);
  expect((await parseXlsx(bytes)).sheets[0]?.rows).toHaveLength(27_000);
});

describe('an empty part', () => {
  test.each(['xl/styles.xml', 'xl/sharedStrings.xml'])('%s is none', async (part) => {
    const relations = relationsOf(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    );
    const parts = { 'xl/_rels/workbook.xml.rels': relations, [part]: '' };
    for (const write of [xlsxOf, packedXlsxOf])
      expect((await parseXlsx(write({ rows: ROWS, parts }))).sheets[0]?.rows).toEqual(READ);
  });

  test('of a sheet is refused', async () => {
    expect(await refusalOf({ parts: { 'xl/worksheets/sheet1.xml': '' } })).toMatchObject({ code: 'unreadable_file' });
  });
});

test('a workbook of charts only says so', async () => {
  const parts = {
    'xl/_rels/workbook.xml.rels': relationsOf(['chartsheet', 'chartsheets/sheet1.xml']),
    'xl/chartsheets/sheet1.xml': '<chartsheet/>',
  };
  expect(await refusalOf({ parts })).toMatchObject({
    code: 'unsupported_file',
    message: 'The workbook holds no sheet with cells, only charts or macros.',
  });
});

test('a text that is missing says in which cell', async () => {
  const rows = `${ROWS}<row r="3"><c r="C3" t="s"><v>7</v></c></row>`;
  expect(await refusalOf({ rows })).toMatchObject({
    code: 'unreadable_file',
    message: 'The cell C3 of the sheet "Sheet" shows a text that is not in the file.',
  });
});
