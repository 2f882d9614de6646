import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { isFilled, isNameLike, valueShape } from './header-row.ts';

/** A list has more records; what has more rows is none that somebody wrote sideways. */
const ROWS_MAX = 100;
const COLUMNS_MIN = 4;

/**
 * Whether the names of fields stand in the first column and each column beside it is one thing: values of one kind follow
 * one another along rows, of different kinds in different rows, and in no column down.
 */
export function isTransposed(rows: readonly (readonly Cell[])[]): boolean {
  const filled = rows.filter((row) => row.some(isFilled));
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (filled.length < 3 || filled.length > ROWS_MAX || width < COLUMNS_MIN) return false;
  const names = filled.map(([first = null]) => first);
  if (!names.every(isNameLike) || new Set(names.map((name) => cellText(name).trim())).size < names.length) return false;
  const along = new Set(filled.map((row) => kindOfAll(row.slice(1))).filter((kind) => kind !== null));
  const isDown = (at: number): boolean => kindOfAll(filled.slice(1).map((row) => row[at] ?? null)) !== null;
  return along.size > 1 && !Array.from({ length: width - 1 }, (_, at) => at + 1).some(isDown);
}

/** The kind that all of several values have; null for texts, or where they differ. */
function kindOfAll(cells: readonly Cell[]): string | null {
  const kinds = new Set(cells.filter(isFilled).map((cell) => (typeof cell === 'number' ? 'number' : valueShape(cell))));
  const [only = null, ...others] = kinds;
  return others.length > 0 || cells.filter(isFilled).length < 2 ? null : only;
}
