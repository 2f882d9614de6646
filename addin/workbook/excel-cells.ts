import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { NumberCell } from './number-cells.ts';

/** One chunk as Office.js hands it over: three grids of the same shape. */
export interface ExcelGrid {
  values: (string | number | boolean)[][];
  numberFormat: string[][];
  valueTypes: string[][];
}

/**
 * Blank cells come as empty texts, errors as texts with their own type, dates as numbers with a date format. Of merged
 * cells Excel gives the value to the top left one and blanks to the others; hidden rows come like others. The grid's
 * values become the cells, in place: a sheet has millions, and nobody else holds them.
 */
export function cellsOf({ values, numberFormat, valueTypes }: ExcelGrid, numberCell: NumberCell): Cell[][] {
  const rows: Cell[][] = values;
  for (const [r, row] of rows.entries()) {
    const types = valueTypes[r];
    const formats = numberFormat[r];
    for (let c = 0; c < row.length; c += 1) {
      const value = row[c];
      if (value === '') row[c] = null;
      else if (typeof value === 'number') row[c] = numberCell(value, formats?.[c] ?? '');
      else if (typeof value === 'string' && types?.[c] === 'Error') row[c] = { type: 'error', code: value };
    }
  }
  return rows;
}
