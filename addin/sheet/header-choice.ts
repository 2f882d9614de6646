import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import type { MergedArea } from '../workbook/workbook-port.ts';
import { guessHeaderRow, HEADER_SEARCH_ROWS, isFilled, isRecord, namesValues } from './header-row.ts';

/** Which rows of a source are its header. */
export interface HeaderChoice {
  /** The last of them, from 0; what follows are records. -1: the first row is a record already. */
  index: number;
  /** How many they are; none where columns are called by their position. */
  rows: number;
}

export const NO_HEADER: HeaderChoice = { index: -1, rows: 0 };

/** Two header rows that cells merged over both or over several columns hold together; null where there are none. */
function findHeaderPair(
  rows: readonly (readonly Cell[])[],
  merged: readonly MergedArea[],
  guess: number,
): HeaderChoice | null {
  if (guess < 0 || merged.length === 0) return null;
  const isPair = (top: number): boolean => {
    const [upper, lower] = [rows[top], rows[top + 1]];
    if (upper === undefined || lower === undefined || isRecord(rows, top + 1)) return false;
    const spanning = merged.some((area) => area.row === top && area.rows === 2);
    const groups = groupsOf(merged, top, lower.length);
    const hasGroup = groups.some(
      (group) => lower.slice(group.column, group.column + group.columns).filter(isFilled).length > 1,
    );
    if (!spanning && !(hasGroup && upper.filter(isFilled).length > 1)) return false;
    // Below a header of one row stand records, also below its merged cells.
    const isGrouped = (at: number): boolean =>
      groups.some(({ column, columns }) => at >= column && at < column + columns);
    const isDoubled = upper.some((cell, at) => isFilled(cell) && isFilled(lower[at] ?? null) && !isGrouped(at));
    return top < guess || !isDoubled || namesValues(rows, top + 1);
  };
  const top = [guess - 1, guess].find((row) => row >= 0 && isPair(row));
  return top === undefined ? null : { index: top + 1, rows: 2 };
}

/** A title over the whole width groups nothing. */
function groupsOf(merged: readonly MergedArea[], row: number, width: number): MergedArea[] {
  return merged.filter((area) => area.row === row && area.rows === 1 && area.columns > 1 && area.columns < width);
}

/** The header that is most likely, and the pair of rows it may be part of. A table's is its first row. */
export function proposeHeader(
  rows: readonly (readonly Cell[])[],
  { merged, isTable }: { merged: readonly MergedArea[]; isTable: boolean },
): { proposed: HeaderChoice; pair: HeaderChoice | null } {
  if (isTable) return { proposed: { index: 0, rows: 1 }, pair: null };
  const guess = guessHeaderRow(spread(rows, merged));
  const pair = findHeaderPair(rows, merged, guess);
  return { proposed: pair ?? (guess < 0 ? NO_HEADER : { index: guess, rows: 1 }), pair };
}

/** The first rows with the text of a merged cell in each of its columns, but for titles, which go over most of a row. */
function spread(rows: readonly (readonly Cell[])[], merged: readonly MergedArea[]): readonly (readonly Cell[])[] {
  const wide = merged.filter(({ row, columns }) => columns > 1 && row < HEADER_SEARCH_ROWS);
  const spreadRows = [...rows];
  for (const at of new Set(wide.map(({ row }) => row))) {
    const row = [...(rows[at] ?? [])];
    for (const { column, columns } of wide.filter((area) => area.row === at))
      row.fill(row[column] ?? null, column, Math.min(column + columns, row.length));
    const texts = row.filter(isFilled).map(cellText);
    if (new Set(texts).size * 2 >= texts.length) spreadRows[at] = row;
  }
  return spreadRows;
}

/**
 * The names of columns. Of two rows the lower text where there is one, else the upper; the group is put before names that
 * are not one column's only.
 */
export function headersOf(
  rows: readonly (readonly Cell[])[],
  { index, rows: count }: HeaderChoice,
  marks: { merged: readonly MergedArea[]; columnCount: number },
): Cell[] {
  if (count === 0) return Array.from({ length: marks.columnCount }, (_, at) => `Column ${at + 1}`);
  const lower = rows[index] ?? [];
  if (count === 1) return [...lower];
  const upper = (rows[index - 1] ?? []).map(cellText);
  for (const { column, columns } of groupsOf(marks.merged, index - 1, marks.columnCount))
    upper.fill(upper[column] ?? '', column, column + columns);
  const own = lower.map((cell) => cellText(cell).trim());
  const names = own.map((name, at) => name || (upper[at] ?? '').trim());
  const isDoubled = (name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name);
  return names.map((name, at) => (isDoubled(name) && own[at] !== '' && upper[at] ? `${upper[at]} ${name}` : name));
}
