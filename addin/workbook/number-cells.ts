import { dateCell, isDateFormat, type DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';

/** A number with its number format as a cell: a date where the format is one and the number can be shown as one. */
export type NumberCell = (value: number, format: string) => Cell;

/** The same rule for Excel and for files. A sheet has millions of cells and a handful of formats, so formats are remembered. */
export function numberCells(dateSystem: DateSystem): NumberCell {
  const known = new Map<string, boolean>();
  return (value, format) => {
    const isDate = known.get(format) ?? (isDateFormat(format) && !showsDigits(format));
    known.set(format, isDate);
    return isDate ? (dateCell(value, format, dateSystem) ?? value) : value;
  };
}

/** `0.0 \m` reaches us from files as `0.0 m`: exceljs drops the backslash. No date shows a 0 but in parts of seconds. */
function showsDigits(format: string): boolean {
  const bare = format
    .replace(/"[^"]*"/g, '')
    .replace(/s\]?[.,]0+/gi, '')
    .replace(/\[[^\]]*\]/g, '');
  return bare.includes('0');
}
