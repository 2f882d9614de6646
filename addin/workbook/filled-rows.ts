import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { MergedArea, ReadOptions, SheetSource, WorkbookPort } from './workbook-port.ts';

/** Rows of one column that a merged cell stands over; the first holds the value. From 0 within a source. */
export interface Fill {
  column: number;
  firstRow: number;
  lastRow: number;
}

/** What a merged cell below the header stands for in each of its rows. Beside its first column nothing is filled. */
export function fillsBelow(merged: readonly MergedArea[], headerIndex: number): Fill[] {
  return merged
    .filter(({ row, rows }) => rows > 1 && row > headerIndex)
    .map(({ row, column, rows }) => ({ column, firstRow: row, lastRow: row + rows - 1 }));
}

/** The rows from `fromRow` on with each fill's value in all of its rows. Rows are copied before they change. */
export function fillDown(
  rows: Cell[][],
  fromRow: number,
  fills: readonly Fill[],
  above: ReadonlyMap<number, readonly Cell[]> = new Map(),
): Cell[][] {
  const filled = [...rows];
  const copied = new Set<number>();
  for (const { column, firstRow, lastRow } of fills) {
    const value = (rows[firstRow - fromRow] ?? above.get(firstRow))?.[column] ?? null;
    if (value === null) continue;
    for (let at = Math.max(0, firstRow + 1 - fromRow); at <= lastRow - fromRow && at < rows.length; at += 1) {
      if (!copied.has(at)) filled[at] = [...(rows[at] ?? [])];
      copied.add(at);
      (filled[at] ?? [])[column] = value;
    }
  }
  return filled;
}

/** The workbook as it reads with merged cells filled down, wherever a chunk begins. */
export function filling(
  workbook: Pick<WorkbookPort, 'readRows'>,
  fills: readonly Fill[],
): Pick<WorkbookPort, 'readRows'> {
  if (fills.length === 0) return workbook;
  return {
    async readRows(source: SheetSource, fromRow: number, rowCount: number, options?: ReadOptions): Promise<Cell[][]> {
      const rows = await workbook.readRows(source, fromRow, rowCount, options);
      const within = fills.filter(({ firstRow, lastRow }) => lastRow >= fromRow && firstRow < fromRow + rowCount);
      const above = new Map<number, readonly Cell[]>();
      for (const { firstRow } of within) {
        if (firstRow >= fromRow || above.has(firstRow)) continue;
        const [row = []] = await workbook.readRows(source, firstRow, 1, options?.signal && { signal: options.signal });
        above.set(firstRow, row);
      }
      return fillDown(rows, fromRow, within, above);
    },
  };
}
