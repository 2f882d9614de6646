import { columnLetters, columnNumber } from '#shared/cell-address.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { ParsedSheet, ParsedWorkbook, TablePart, UnreadableSheet } from './parsed-workbook.ts';
import type { SheetMarks, SheetSource } from './workbook-port.ts';

/** Rows and columns of a source, all from 1, its last ones included. */
interface Place {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** Wider lists are lists all the same. */
const COLUMNS_COUNTED = 12;
/** A sheet that is a list by less than this share of what the best one is comes after those that are. */
const LIST_SHARE = 0.5;

/**
 * The tables of each sheet, then its used range. A file has no sheet that its reader stands on: those that list things
 * come before contents, covers and pivots, in the order of the file. Those that cannot be read come last.
 */
export function fileSources({ sheets, unreadableSheets }: ParsedWorkbook): SheetSource[] {
  const scores = new Map(sheets.map((sheet) => [sheet, listLikeness(sheet.rows)]));
  const enough = LIST_SHARE * Math.max(0, ...scores.values());
  const isList = (sheet: ParsedSheet): boolean => (scores.get(sheet) ?? 0) >= enough;
  const readable = [...sheets.filter(isList), ...sheets.filter((sheet) => !isList(sheet))];
  return [...readable.flatMap(sourcesOf), ...unreadableSheets.map(unreadableSource)];
}

/** How many columns its rows fill, and how many rows do: a few more of either make no other list. */
function listLikeness(rows: readonly (readonly Cell[])[]): number {
  const widths = rows.map((row) => row.reduce<number>((sum, cell) => sum + Number(cell !== null), 0));
  const listed = widths.filter((width) => width > 1).sort((a, b) => a - b);
  const median = listed[Math.floor(listed.length / 2)] ?? 0;
  return Math.min(COLUMNS_COUNTED, median) * Math.log2(1 + listed.length);
}

function sourcesOf(sheet: ParsedSheet): SheetSource[] {
  const used = placeOfSheet(sheet);
  const whole = sourceAt(sheet, used, { kind: 'sheet', label: sheet.name });
  const tables = sheet.marks.tables.flatMap((table) => tableSource(sheet, table, used) ?? []);
  return [...tables, ...(tables.some(({ range }) => range === whole.range) ? [] : [whole])];
}

function unreadableSource({ name }: UnreadableSheet): SheetSource {
  return {
    id: `unreadable:${name}`,
    kind: 'sheet',
    label: name,
    sheetName: name,
    range: '',
    rowCount: 0,
    columnCount: 0,
    firstRow: 1,
    hiddenRowCount: 0,
    hidesHeader: false,
    leavesOutTotals: false,
    blankRowsBelow: 0,
  };
}

/** With the header, where it is shown, and without the totals row: that is no record. */
function tableSource(sheet: ParsedSheet, table: TablePart, used: Place): SheetSource | null {
  const place = placeOf(table);
  if (table.hasTotals) place.lastRow -= 1;
  const within = {
    firstRow: Math.max(place.firstRow, used.firstRow),
    lastRow: Math.min(place.lastRow, used.lastRow),
    firstColumn: Math.max(place.firstColumn, used.firstColumn),
    lastColumn: Math.min(place.lastColumn, used.lastColumn),
  };
  if (within.firstRow > within.lastRow || within.firstColumn > within.lastColumn) return null;
  const { name: label, hidesHeader, hasTotals: leavesOutTotals } = table;
  return sourceAt(sheet, within, { kind: 'table', label, hidesHeader, leavesOutTotals });
}

function sourceAt(
  sheet: ParsedSheet,
  place: Place,
  of: Pick<SheetSource, 'kind' | 'label'> & Partial<SheetSource>,
): SheetSource {
  const { firstRow, lastRow, firstColumn, lastColumn } = place;
  const range = `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
  return {
    id: of.kind === 'sheet' ? `sheet:${sheet.name}` : `${of.kind}:${sheet.name}:${range}`,
    sheetName: sheet.name,
    range,
    rowCount: lastRow - firstRow + 1,
    columnCount: lastColumn - firstColumn + 1,
    firstRow,
    hiddenRowCount: sheet.marks.hiddenRows.filter((row) => row >= firstRow && row <= lastRow).length,
    hidesHeader: false,
    leavesOutTotals: false,
    blankRowsBelow: of.kind === 'sheet' ? sheet.blankRowsBelow : 0,
    ...of,
  };
}

function placeOfSheet({ firstRow, firstColumn, rows, columnCount }: ParsedSheet): Place {
  return { firstRow, lastRow: firstRow + rows.length - 1, firstColumn, lastColumn: firstColumn + columnCount - 1 };
}

/** Of an address such as A1:F20. */
function placeOf({ range }: { range: string }): Place {
  const [, left = 'A', top, right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? [];
  return {
    firstRow: Number(top),
    lastRow: Number(bottom),
    firstColumn: columnNumber(left),
    lastColumn: columnNumber(right),
  };
}

/** What is marked within a source, counted from its first row and column. */
export function marksIn({ marks }: ParsedSheet, source: SheetSource): SheetMarks {
  const place = placeOf(source);
  const isWithin = (row: number, column: number): boolean =>
    row >= place.firstRow && row <= place.lastRow && column >= place.firstColumn && column <= place.lastColumn;
  const unsaved = new Map<number, number>();
  for (const { row, column } of marks.unsaved)
    if (isWithin(row, column)) unsaved.set(column, (unsaved.get(column) ?? 0) + 1);
  return {
    merged: marks.merged
      .filter(({ row, column }) => isWithin(row, column))
      .map((area) => ({ ...area, row: area.row - place.firstRow, column: area.column - place.firstColumn })),
    hiddenColumns: marks.hiddenColumns
      .filter((column) => isWithin(place.firstRow, column))
      .map((column) => column - place.firstColumn),
    unsaved: [...unsaved]
      .map(([column, cells]) => ({ column: column - place.firstColumn, cells }))
      .sort((a, b) => a.column - b.column),
    struckRows: marks.struckRows.map((row) => row - place.firstRow).filter((row) => row >= 0 && row < source.rowCount),
  };
}
