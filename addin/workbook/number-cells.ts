import { dateCell, isDateFormat, type DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { currencyOfFormat } from './currency-format.ts';
import { unitOfFormat } from './unit-format.ts';

/**
 * A number with its number format as a cell: a date where the format is one and the number can be shown as one, a text
 * where the format fills a whole number up with zeros, as those of tags and serials do (decision 0047), or shows letters or
 * a percent sign beside it (decision 0049), an amount where it shows a currency (0049).
 */
export type NumberCell = (value: number, format: string) => Cell;

/** Cells remembered for one format: more days than a sheet's dates usually span, at about 150 B each. */
const REMEMBERED_CELLS = 20_000;
const ZEROS_ONLY = /^0{2,}$/;

/** The same rule for Excel and for files. A sheet has millions of cells and a handful of formats, so they are remembered. */
export function numberCells(dateSystem: DateSystem): NumberCell {
  const known = new Map<string, (value: number) => Cell>();
  return (value, format) => {
    let cellOf = known.get(format);
    if (cellOf === undefined) {
      cellOf = cellsOfFormat(format, dateSystem);
      known.set(format, cellOf);
    }
    return cellOf(value);
  };
}

function cellsOfFormat(format: string, dateSystem: DateSystem): (value: number) => Cell {
  if (ZEROS_ONLY.test(format)) return (value) => filledUp(value, format.length);
  if (isDateFormat(format) && !showsDigits(format))
    return remembering((value) => dateCell(value, format, dateSystem) ?? value);
  const currency = currencyOfFormat(format);
  if (currency !== null) return remembering((value) => ({ type: 'amount', value, currency }));
  return unitOfFormat(format) ?? ((value) => value);
}

function filledUp(value: number, digits: number): Cell {
  return Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(digits, '0') : value;
}

/** There are some thousand dates and prices in a sheet: equal ones are one object. */
function remembering(cellOf: (value: number) => Cell): (value: number) => Cell {
  const cells = new Map<number, Cell>();
  return (value) => {
    let cell = cells.get(value);
    if (cell === undefined) {
      cell = cellOf(value);
      if (cells.size >= REMEMBERED_CELLS) cells.clear();
      cells.set(value, cell);
    }
    return cell;
  };
}

/** `0.0 m` is written for `0.0 \m` by some tools. No date shows a 0 but in parts of seconds. */
function showsDigits(format: string): boolean {
  const bare = format
    .replace(/"[^"]*"/g, '')
    .replace(/s\]?[.,]0+/gi, '')
    .replace(/\[[^\]]*\]/g, '');
  return bare.includes('0');
}
