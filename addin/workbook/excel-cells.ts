import { dateCell, isDateFormat, type DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';

/** One chunk as Office.js hands it over: three grids of the same shape. */
export interface ExcelGrid {
  values: unknown[][];
  numberFormat: unknown[][];
  valueTypes: unknown[][];
}

/** Blank cells come as empty texts, errors as texts with their own type, dates as numbers with a date format. */
export function cellsOf(grid: ExcelGrid, dateSystem: DateSystem): Cell[][] {
  const isDate = rememberedDateFormats();
  return grid.values.map((row, r) =>
    row.map((value, c) =>
      cellOf(value, String(grid.numberFormat[r]?.[c] ?? ''), {
        valueType: grid.valueTypes[r]?.[c],
        dateSystem,
        isDate,
      }),
    ),
  );
}

interface CellContext {
  valueType: unknown;
  dateSystem: DateSystem;
  isDate(format: string): boolean;
}

function cellOf(value: unknown, format: string, context: CellContext): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (context.valueType === 'Error') return { type: 'error', code: String(value) };
  if (typeof value === 'number')
    return context.isDate(format) ? (dateCell(value, format, context.dateSystem) ?? value) : value;
  return typeof value === 'boolean' ? value : String(value);
}

/** A sheet has millions of cells and a handful of formats. */
function rememberedDateFormats(): (format: string) => boolean {
  const known = new Map<string, boolean>();
  return (format) => {
    const answer = known.get(format) ?? isDateFormat(format);
    known.set(format, answer);
    return answer;
  };
}
