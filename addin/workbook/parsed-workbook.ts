import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { WorkbookError, type MergedArea } from './workbook-port.ts';

/** A file's sheets as typed cells, whatever format it had. */
export interface ParsedWorkbook {
  dateSystem: DateSystem;
  note: string | null;
  hiddenSheets: string[];
  sheets: ParsedSheet[];
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
  tables: readonly TablePart[];
}

export const NOTHING_MARKED: ParsedMarks = { hiddenRows: [], hiddenColumns: [], merged: [], unsaved: [], tables: [] };

/** A table as its file has it. */
export interface TablePart {
  name: string;
  /** With header and totals: A1:F20. */
  range: string;
  hidesHeader: boolean;
  hasTotals: boolean;
}

/** One stray cell in the last corner of a sheet would ask for 17 thousand million blanks. */
const SHEET_MAX_CELLS = 20_000_000;

/**
 * The smallest range around everything that holds a value; null when nothing does. `cells` has the rows that hold
 * something by sheet row, each from column A; rows down to `lastRow` may hold formatting only.
 *
 * @throws WorkbookError too_large_to_read
 */
export function usedRange(
  name: string,
  cells: ReadonlyMap<number, readonly Cell[]>,
  extent: { marks: ParsedMarks; lastRow: number },
): ParsedSheet | null {
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  for (const [row, columns] of cells) {
    const first = columns.findIndex((cell) => cell !== null);
    if (first === -1) continue;
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, first + 1), Math.max(right, columns.findLastIndex((cell) => cell !== null) + 1)];
  }
  if (bottom === 0) return null;
  const [rowCount, columnCount] = [bottom - top + 1, right - left + 1];
  if (rowCount * columnCount > SHEET_MAX_CELLS) {
    throw new WorkbookError(
      'too_large_to_read',
      `The sheet "${name}" spans ${rowCount} rows and ${columnCount} columns, more than can be read from a file.`,
      'Delete stray cells far below or right of the table, or open the file in Excel and import from the add-in there.',
    );
  }
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const columns = cells.get(top + index);
    return Array.from({ length: columnCount }, (_cell, at): Cell => columns?.[left - 1 + at] ?? null);
  });
  const blankRowsBelow = Math.max(0, extent.lastRow - bottom);
  return { name, firstRow: top, firstColumn: left, columnCount, blankRowsBelow, marks: extent.marks, rows };
}
