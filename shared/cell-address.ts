/** Excel's A1 addresses. Rows and columns count from 1 here, as Excel shows them. */
import { SHEET_MAX_COLUMNS, SHEET_MAX_ROWS } from './limits.ts';

const LAST_COLUMN = SHEET_MAX_COLUMNS;
/** Beside the data rows a sheet has that of its header. */
const LAST_ROW = SHEET_MAX_ROWS + 1;

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Where a sheet's data stands: the top left cell of the read range and the sheet row of its header, all from 1. */
export interface SheetOrigin {
  sheetName: string | null;
  firstColumn: number;
  headerRow: number;
}

/**
 * Reads the origin out of import metadata.
 *
 * @returns null when the import came without a range and a header row: then no cell address is known and none is made up
 */
export function sheetOrigin(metadata: {
  sheet_name?: string | null | undefined;
  range?: string | null | undefined;
  header_row?: number | null | undefined;
}): SheetOrigin | null {
  const start = /^(?:.*!)?\$?([A-Za-z]{1,3})\$?\d+/.exec(metadata.range ?? '');
  if (!start?.[1] || metadata.header_row === undefined || metadata.header_row === null) return null;
  return {
    sheetName: metadata.sheet_name ?? null,
    firstColumn: columnNumber(start[1]),
    headerRow: metadata.header_row,
  };
}

/** The address of a data cell: `row` is the 1-based data row, `columnIndex` the 0-based column of the import. */
export function cellAddress(origin: SheetOrigin, row: number, columnIndex: number): string {
  const cell = `${columnLetters(origin.firstColumn + columnIndex)}${origin.headerRow + row}`;
  if (origin.sheetName === null) return cell;
  return `${quotedWhereNeeded(origin.sheetName)}!${cell}`;
}

function quotedWhereNeeded(sheetName: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheetName) && !isReadAsCell(sheetName);
  return isPlain ? sheetName : `'${sheetName.replaceAll("'", "''")}'`;
}

/** `Q1` and `FY24` are cells; of R1C1 references Excel looks at the beginning only, so that `R1_old` is one as well. */
function isReadAsCell(sheetName: string): boolean {
  const [, letters, row] = /^([A-Z]{1,3})(\d+)$/i.exec(sheetName) ?? [];
  if (letters !== undefined && isWithin(columnNumber(letters), LAST_COLUMN) && isWithin(Number(row), LAST_ROW))
    return true;
  if (/^(?:R|C|RC)$/i.test(sheetName)) return true;
  const rowOf = /^R(\d+)/i.exec(sheetName)?.[1];
  const columnOf = /^R?C(\d+)/i.exec(sheetName)?.[1];
  return isWithin(Number(rowOf), LAST_ROW) || isWithin(Number(columnOf), LAST_COLUMN);
}

/** False for NaN. */
function isWithin(at: number, last: number): boolean {
  return at >= 1 && at <= last;
}

/** `'Bob''s list'!$A$1:$C$9` → the sheet's name and `A1:C9`; the name is empty where the address has none. */
export function splitAddress(address: string): { sheetName: string; cells: string } {
  const at = address.lastIndexOf('!');
  const sheetName = address
    .slice(0, Math.max(0, at))
    .replace(/^'(.*)'$/, '$1')
    .replaceAll("''", "'");
  return { sheetName, cells: address.slice(at + 1).replaceAll('$', '') };
}
