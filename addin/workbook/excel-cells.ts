import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { numberCells, type NumberCell } from './number-cells.ts';

/** One chunk as Office.js hands it over: three grids of the same shape. */
export interface ExcelGrid {
  values: (string | number | boolean)[][];
  numberFormat: string[][];
  valueTypes: string[][];
}

/**
 * Blank cells come as empty texts, errors as texts with their own type, dates as numbers with a date format. Of merged
 * cells Excel gives the value to the top left one and blanks to the others; hidden rows come like others.
 */
export function cellsOf(grid: ExcelGrid, dateSystem: DateSystem): Cell[][] {
  const numberCell = numberCells(dateSystem);
  return grid.values.map((row, r) =>
    row.map((value, c) =>
      grid.valueTypes[r]?.[c] === 'Error'
        ? { type: 'error', code: String(value) }
        : cellOf(value, grid.numberFormat[r]?.[c] ?? '', numberCell),
    ),
  );
}

function cellOf(value: string | number | boolean, format: string, numberCell: NumberCell): Cell {
  if (value === '') return null;
  return typeof value === 'number' ? numberCell(value, format) : value;
}
