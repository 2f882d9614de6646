import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { ReadOptions, SheetSource, WorkbookPort } from './workbook-port.ts';

/** The rows from `fromRow` on, those left out as blank ones: all others keep their place, and with it their addresses. */
export function blankOut(rows: Cell[][], fromRow: number, leftOut: readonly number[]): Cell[][] {
  if (leftOut.length === 0) return rows;
  const blank = new Set(leftOut);
  return rows.map((row, at) => (blank.has(fromRow + at) ? row.map(() => null) : row));
}

/** The workbook as it reads without these rows. */
export function leavingOut(
  workbook: Pick<WorkbookPort, 'readRows'>,
  leftOut: readonly number[],
): Pick<WorkbookPort, 'readRows'> {
  if (leftOut.length === 0) return workbook;
  return {
    async readRows(source: SheetSource, fromRow: number, rowCount: number, options?: ReadOptions): Promise<Cell[][]> {
      return blankOut(await workbook.readRows(source, fromRow, rowCount, options), fromRow, leftOut);
    },
  };
}
