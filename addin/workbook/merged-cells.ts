import type { ParsedSheet } from './parsed-workbook.ts';
import type { MergedArea } from './workbook-port.ts';

/**
 * The sheet with its merged cells, as far as they stand over its used range; of each only the top left one keeps a value.
 * Excel merges no cell twice: once there are more merged cells than the range has, the rest is left alone.
 */
export function withinCells(sheet: ParsedSheet, areas: readonly MergedArea[]): ParsedSheet {
  const { firstRow, firstColumn, columnCount, rows, marks } = sheet;
  let room = rows.length * columnCount;
  const merged: MergedArea[] = [];
  for (const { row, column, ...size } of areas) {
    const [top, left] = [Math.max(row, firstRow) - firstRow, Math.max(column, firstColumn) - firstColumn];
    const height = Math.min(row + size.rows - firstRow, rows.length) - top;
    const width = Math.min(column + size.columns - firstColumn, columnCount) - left;
    if (height < 1 || width < 1 || height * width > room) continue;
    room -= height * width;
    merged.push({ row: top + firstRow, column: left + firstColumn, rows: height, columns: width });
    const hasValue = row >= firstRow && column >= firstColumn;
    for (let at = top; at < top + height; at += 1)
      (rows[at] ?? []).fill(null, hasValue && at === top ? left + 1 : left, left + width);
  }
  return { ...sheet, marks: { ...marks, merged } };
}
