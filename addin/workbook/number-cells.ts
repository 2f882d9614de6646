import { dateCell, isDateFormat, type DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';

/** A number with its number format as a cell: a date where the format is one and the number can be shown as one. */
export type NumberCell = (value: number, format: string) => Cell;

/** Date cells remembered for one format: more days than a sheet's dates usually span, at about 150 B each. */
const REMEMBERED_DATES = 20_000;

/**
 * The same rule for Excel and for files. A sheet has millions of cells, a handful of formats and some thousand dates, so
 * formats and dates are remembered: equal dates are one object.
 */
export function numberCells(dateSystem: DateSystem): NumberCell {
  const known = new Map<string, Map<number, Cell> | null>();
  return (value, format) => {
    let dates = known.get(format);
    if (dates === undefined) {
      dates = isDateFormat(format) && !showsDigits(format) ? new Map() : null;
      known.set(format, dates);
    }
    if (dates === null) return value;
    let cell = dates.get(value);
    if (cell === undefined) {
      cell = dateCell(value, format, dateSystem) ?? value;
      if (dates.size >= REMEMBERED_DATES) dates.clear();
      dates.set(value, cell);
    }
    return cell;
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
