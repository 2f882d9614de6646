import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { NumberCell } from './number-cells.ts';

/** One chunk as Office.js hands it over: grids of the same shape. */
export interface ExcelGrid {
  values: (string | number | boolean)[][];
  numberFormat: string[][];
  valueTypes: string[][];
  /** What the cells show; only read where `mayHoldRichTypes`. */
  text?: string[][];
}

/** What a company, a place or another rich data type is to who asks for its value: an error, which its cell does not show. */
const RICH_TYPE = '#VALUE!';

/** Asking for the texts of a chunk costs as much as asking for its values, and most have no such cell. */
export function mayHoldRichTypes({ values, valueTypes }: ExcelGrid): boolean {
  return values.some((row, r) => row.some((value, c) => value === RICH_TYPE && valueTypes[r]?.[c] === 'Error'));
}

/**
 * Blank cells come as empty texts, errors and rich data types as texts with the type of an error, dates as numbers with a
 * date format. Of merged cells Excel gives the value to the top left one and blanks to the others; hidden rows come like
 * others. The grid's values become the cells, in place: a sheet has millions, and nobody else holds them.
 */
export function cellsOf({ values, numberFormat, valueTypes, text }: ExcelGrid, numberCell: NumberCell): Cell[][] {
  const rows: Cell[][] = values;
  for (const [r, row] of rows.entries()) {
    const types = valueTypes[r];
    const formats = numberFormat[r];
    for (let c = 0; c < row.length; c += 1) {
      const value = row[c];
      if (value === '') row[c] = null;
      else if (typeof value === 'number') row[c] = numberCell(value, formats?.[c] ?? '');
      else if (typeof value === 'string' && types?.[c] === 'Error')
        row[c] = richText(value, text?.[r]?.[c]) ?? { type: 'error', code: value };
    }
  }
  return rows;
}

/**
 * An error is shown in the language of Excel: #VALUE!, #WERT!, #¡VALOR!, #ЗНАЧ!, always from a # on and in one word. What
 * is shown otherwise is the text of a rich data type. One that reads like an error (`#1`) stays one and is told to the
 * analyst, as does one that shows no text at all, as an image.
 */
function richText(value: string, shown = ''): string | null {
  return value !== RICH_TYPE || /^\s*(?:#\S*\s*)?$/.test(shown) ? null : shown;
}
