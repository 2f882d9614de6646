import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { WorkbookError } from './workbook-port.ts';

/** A file's sheets as typed cells, whatever format it had. */
export interface ParsedWorkbook {
  dateSystem: DateSystem;
  note: string | null;
  sheets: ParsedSheet[];
}

export interface ParsedSheet {
  name: string;
  /** Sheet row and column of the first cell, from 1. */
  firstRow: number;
  firstColumn: number;
  columnCount: number;
  hiddenRowCount: number;
  /** Rows further down that hold formatting but no value. */
  blankRowsBelow: number;
  /** The used range: every row has `columnCount` cells. */
  rows: Cell[][];
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
  extent: { hiddenRows: ReadonlySet<number>; lastRow: number },
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
  const hiddenRowCount = [...extent.hiddenRows].filter((row) => row >= top && row <= bottom).length;
  const blankRowsBelow = Math.max(0, extent.lastRow - bottom);
  return { name, firstRow: top, firstColumn: left, columnCount, hiddenRowCount, blankRowsBelow, rows };
}
