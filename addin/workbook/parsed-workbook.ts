import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { WorkbookError, type MergedArea } from './workbook-port.ts';

/** A file's sheets as typed cells, whatever format it had. */
export interface ParsedWorkbook {
  dateSystem: DateSystem;
  note: string | null;
  hiddenSheets: string[];
  unreadableSheets: UnreadableSheet[];
  sheets: ParsedSheet[];
}

/** A visible sheet whose cells cannot be had: what is said when it is chosen. */
export interface UnreadableSheet {
  name: string;
  message: string;
  advice: string;
}

export function refusalOf({ message, advice }: UnreadableSheet): WorkbookError {
  return new WorkbookError('unreadable_file', message, advice);
}

export interface ParsedSheet {
  name: string;
  /** Sheet row and column of the first cell, from 1. */
  firstRow: number;
  firstColumn: number;
  columnCount: number;
  /** Rows further down that hold formatting but no value. */
  blankRowsBelow: number;
  marks: ParsedMarks;
  /** The used range: every row has `columnCount` cells. */
  rows: Cell[][];
}

/** What a sheet holds beside its cells. Rows and columns as the sheet counts them, from 1. */
export interface ParsedMarks {
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
  merged: readonly MergedArea[];
  /** Formulas without a saved result. */
  unsaved: readonly { row: number; column: number }[];
  /** Those all of whose values are struck through. */
  struckRows: readonly number[];
  tables: readonly TablePart[];
}

export const NOTHING_MARKED: ParsedMarks = {
  hiddenRows: [],
  hiddenColumns: [],
  merged: [],
  unsaved: [],
  struckRows: [],
  tables: [],
};

/** A table as its file has it. */
export interface TablePart {
  name: string;
  /** With header and totals: A1:F20. */
  range: string;
  hidesHeader: boolean;
  hasTotals: boolean;
}

/** Cells of a sheet by its rows, from 1; each row from the column that its first one stands in. */
export type SheetCells = Map<number, { firstColumn: number; cells: readonly Cell[] }>;

/**
 * The smallest range around everything that holds a value; null when nothing does. Rows down to `lastRow` may hold
 * formatting only.
 */
export function usedRange(
  name: string,
  sheetCells: Readonly<SheetCells>,
  extent: { marks: ParsedMarks; lastRow: number },
): ParsedSheet | null {
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  for (const [row, { firstColumn, cells }] of sheetCells) {
    const first = cells.findIndex((cell) => cell !== null);
    if (first === -1) continue;
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    left = Math.min(left, firstColumn + first);
    right = Math.max(right, firstColumn + cells.findLastIndex((cell) => cell !== null));
  }
  if (bottom === 0) return null;
  const [rowCount, columnCount] = [bottom - top + 1, right - left + 1];
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const { firstColumn, cells } = sheetCells.get(top + index) ?? { firstColumn: left, cells: [] };
    return Array.from({ length: columnCount }, (_cell, at): Cell => cells[left - firstColumn + at] ?? null);
  });
  const blankRowsBelow = Math.max(0, extent.lastRow - bottom);
  return { name, firstRow: top, firstColumn: left, columnCount, blankRowsBelow, marks: extent.marks, rows };
}
