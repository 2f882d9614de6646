import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';

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

/** The smallest range around everything that holds a value; null when nothing does. `lastRow` may hold formatting only. */
export function usedRange(
  name: string,
  cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>,
  extent: { hiddenRows: ReadonlySet<number>; lastRow: number },
): ParsedSheet | null {
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  for (const [row, columns] of cells) {
    for (const column of columns.keys()) {
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      [left, right] = [Math.min(left, column), Math.max(right, column)];
    }
  }
  if (bottom === 0) return null;
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => {
    const columns = cells.get(top + index);
    return Array.from({ length: right - left + 1 }, (_cell, at): Cell => columns?.get(left + at) ?? null);
  });
  const hiddenRowCount = [...extent.hiddenRows].filter((row) => row >= top && row <= bottom).length;
  return {
    name,
    firstRow: top,
    firstColumn: left,
    columnCount: right - left + 1,
    hiddenRowCount,
    blankRowsBelow: Math.max(0, extent.lastRow - bottom),
    rows,
  };
}
