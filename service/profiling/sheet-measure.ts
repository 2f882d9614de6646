import type { RowRange } from '#shared/row-range.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { ColumnMeasure } from './column-measure.ts';
import { distinctLimit, PROFILE_LIMITS, type KnownValues, type SheetPart } from './column-part.ts';
import type { Recognition } from './recognition.ts';

/** Measures all columns over the rows of a range. Its memory is bounded by `valuesOfPartMax`, not by rows or columns. */
export class SheetMeasure {
  private readonly range: RowRange;
  private readonly columns: readonly ColumnMeasure[];

  /** @param known the first values of columns, where somebody has read the first rows already; null where nobody has */
  constructor(columns: number, range: RowRange, known: KnownValues | null = null, limits = PROFILE_LIMITS) {
    this.range = range;
    const room = { left: limits.valuesOfPartMax };
    const limit = distinctLimit(columns, limits);
    this.columns = Array.from({ length: columns }, (_, index) => {
      const ofColumn = known?.[index] ?? null;
      const knowsFirst = range.firstRow === 1 || ofColumn !== null;
      return new ColumnMeasure({ room, limit: knowsFirst ? limit : Number.POSITIVE_INFINITY, known: ofColumn });
    });
  }

  /** @returns what the cell's text looks like; null when it is blank */
  addCell(columnIndex: number, cell: Cell, row: number): Recognition | null {
    return this.columns[columnIndex]?.add(cell, row) ?? null;
  }

  addRow(cells: readonly Cell[], row: number): void {
    for (let index = 0; index < this.columns.length; index += 1) this.addCell(index, cells[index] ?? null, row);
  }

  /** @param rows how many were added */
  part(rows: number): SheetPart {
    return { range: this.range, rows, columns: this.columns.map((column) => column.part()) };
  }
}
