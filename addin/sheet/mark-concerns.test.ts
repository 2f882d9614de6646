import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { NO_MARKS, type SheetMarks, type SheetSource, type WorkbookFacts } from '../workbook/workbook-port.ts';
import { NOTHING_CHOSEN, understand, type ReadSheet } from './understand.ts';

const rows: Cell[][] = [
  ['Site', 'Server', 'FQDN'],
  ['Berlin', 'web01', null],
  [null, 'web02', null],
  ['Paris', 'web03', 'web03.acme.local'],
];

const source: SheetSource = {
  id: 's',
  kind: 'sheet',
  label: 'S',
  sheetName: 'S',
  range: 'A1:C4',
  rowCount: 4,
  columnCount: 3,
  firstRow: 1,
  hiddenRowCount: 0,
  hidesHeader: false,
  leavesOutTotals: false,
  blankRowsBelow: 0,
};

const FACTS: WorkbookFacts = {
  filename: 'a.xlsx',
  size: 1,
  type: 'x',
  dateSystem: '1900',
  note: null,
  hiddenSheets: [],
  unreadableSheets: [],
};

function read(
  marks: Partial<SheetMarks>,
  given: { choices?: typeof NOTHING_CHOSEN; hiddenSheets?: string[]; unreadableSheets?: string[] } = {},
): ReadSheet {
  const { choices = NOTHING_CHOSEN, ...sheets } = given;
  const facts = { ...FACTS, ...sheets };
  return understand(facts, source, { rows, marks: { ...NO_MARKS, ...marks } }, choices);
}

const textsOf = ({ concerns }: ReadSheet): string[] => concerns.map(({ text }) => text);

describe('before the import it is said', () => {
  test('that formulas have no saved result, and their columns are not called blank', () => {
    const sheet = read({ unsaved: [{ column: 2, cells: 3 }] });
    expect(textsOf(sheet)).toEqual([
      '3 cells hold formulas without a saved result and would be imported empty: FQDN. Open the workbook in Excel and save it, then choose it again.',
    ]);
    const header = { index: 1, rows: 1 };
    const blank = read({ unsaved: [{ column: 2, cells: 2 }] }, { choices: { ...NOTHING_CHOSEN, header } });
    expect(blank.columns[2]?.kind).toBe('text');
    expect(read({ unsaved: [{ column: 0, cells: 1 }] }).columns.map(({ kind }) => kind)).not.toContain('blank');
  });

  test('that columns and sheets are hidden, and that a totals row is left out', () => {
    expect(textsOf(read({ hiddenColumns: [1, 2] }, { hiddenSheets: ['Old', 'Lists'] }))).toEqual([
      '2 columns are hidden in the sheet and will be imported too: Server, FQDN.',
      '2 hidden sheets are not offered here: Old, Lists. To import one, unhide it in Excel.',
    ]);
    const table = understand(
      FACTS,
      { ...source, kind: 'table', leavesOutTotals: true },
      { rows, marks: NO_MARKS },
      NOTHING_CHOSEN,
    );
    expect(textsOf(table)).toEqual(['The totals row of the table is no record and is not imported.']);
  });

  test('that sheets cannot be read', () => {
    expect(textsOf(read({}, { unreadableSheets: ['Inventory'] }))).toEqual([
      '1 sheet of the file cannot be read: Inventory. Choose it above to see why.',
    ]);
    expect(textsOf(read({}, { unreadableSheets: ['A', 'B', 'C', 'D', 'E'] }))).toEqual([
      '5 sheets of the file cannot be read: A, B, C, D and others. Choose one above to see why.',
    ]);
  });

  test('nothing where there is nothing to say', () => {
    expect(textsOf(read({}))).toEqual([]);
  });
});

test('merged cells are filled down unless the analyst switches it off', () => {
  const merged = [{ row: 1, column: 0, rows: 2, columns: 1 }];
  const filled = read({ merged });
  expect(filled.rows.map(([site]) => site)).toEqual(['Berlin', 'Berlin', 'Paris']);
  expect(filled.fills).toEqual(filled.mergedDown);
  const left = read({ merged }, { choices: { ...NOTHING_CHOSEN, fillsMerged: false } });
  expect(left.rows.map(([site]) => site)).toEqual(['Berlin', null, 'Paris']);
  expect([left.fills, left.mergedDown.length]).toEqual([[], 1]);
});

test('rows struck through are imported unless the analyst leaves them out; then they are blank, and the others keep their place', () => {
  const kept = read({ struckRows: [0, 2, 3] });
  expect([kept.struckRows, kept.leftOut]).toEqual([[2, 3], []]);
  expect(kept.rows).toEqual(rows.slice(1));
  const left = read({ struckRows: [0, 2] }, { choices: { ...NOTHING_CHOSEN, leavesOutStruck: true } });
  expect([left.struckRows, left.leftOut]).toEqual([[2], [2]]);
  expect(left.rows).toEqual([rows[1], [null, null, null], rows[3]]);
  expect([left.totalRows, left.columns[1]?.fillRate]).toEqual([3, 2 / 3]);
});

test('a merged cell that begins in a row left out still stands for the rows below', () => {
  const merged = [{ row: 1, column: 0, rows: 2, columns: 1 }];
  const left = read({ merged, struckRows: [1] }, { choices: { ...NOTHING_CHOSEN, leavesOutStruck: true } });
  expect(left.rows.map(([site]) => site)).toEqual([null, 'Berlin', 'Paris']);
});
