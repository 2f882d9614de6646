import { cellText, isDateCell, type Cell } from '#shared/schemas/cell.schema.ts';

/** Titles and blank lines above a header are hardly ever more than this, rows. */
export const HEADER_SEARCH_ROWS = 40;

/** The names of groups or the numbers of columns may fill a row as wide as the header below them, rows. */
const ROWS_PAST_FULL = 2;
/** A row reads more like names than what follows it by this much: surely a header. */
const STANDS_OUT = 0.25;

/** What is weighed of a row, all from 0 to 1. */
interface RowTraits {
  /** Filled cells, of as many as the widest row has. */
  fill: number;
  /** How far right its last filled cell stands; titles and notes stay at the left. */
  reach: number;
  /** How much its texts read like names of columns. */
  names: number;
  /** How many of its texts differ; a title alone in its row differs from nothing. */
  difference: number;
}

/**
 * The row most like a header. Where even that one is a record, there is none: then the last row above all records, a
 * title mostly, is taken for it, so that no record is lost. Index from 0, -1 where records begin at once; the analyst can
 * choose another.
 */
export function guessHeaderRow(rows: readonly (readonly Cell[])[]): number {
  const best = mostLikeHeader(rows);
  if (!isRecord(rows, best)) return best;
  const first = rows.findIndex((_row, index) => isRecord(rows, index));
  const above = rows.slice(0, first).findLastIndex((row) => row.some(isFilled));
  return above;
}

/** It holds an address, a date or an answer, and so do most rows below it in the same column; no name of a column is one. */
export function isRecord(rows: readonly (readonly Cell[])[], index: number): boolean {
  const below = rows.slice(index + 1, index + 1 + HEADER_SEARCH_ROWS);
  return (rows[index] ?? []).some((cell, column) => {
    const shape = valueShape(cell);
    const others = below.map((row) => row[column] ?? null).filter(isFilled);
    return shape !== null && others.filter((other) => valueShape(other) === shape).length * 2 > others.length;
  });
}

/** It holds a name where most cells below are numbers, dates or addresses. */
export function namesValues(rows: readonly (readonly Cell[])[], index: number): boolean {
  const below = rows.slice(index + 1, index + 1 + HEADER_SEARCH_ROWS);
  return (rows[index] ?? []).some((cell, column) => {
    const others = below.map((row) => row[column] ?? null).filter(isFilled);
    return isNameLike(cell) && others.filter((other) => !isNameLike(other)).length * 2 > others.length;
  });
}

const shapes = [
  ['ip', /^(\d{1,3}\.){3}\d{1,3}$/],
  ['mac', /^([\da-f]{2}[:-]){5}[\da-f]{2}$/i],
  ['email', /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/],
  ['url', /^https?:\/\/\S+$/i],
  ['date', /^\d{4}-\d\d-\d\d/],
] as const;

/** Null: a name may look like it. Numbers are none of these: years are names of columns too. */
export function valueShape(cell: Cell): (typeof shapes)[number][0] | 'boolean' | null {
  if (isDateCell(cell)) return 'date';
  if (typeof cell === 'boolean') return 'boolean';
  const text = cellText(cell).trim();
  return shapes.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/**
 * The row most like a header among the first ones: far across, of texts that read like names and differ. The first row
 * that goes far across is one even with blank or doubled names, as CSV exports have them, unless a surer one follows.
 */
function mostLikeHeader(rows: readonly (readonly Cell[])[]): number {
  const all = traitsOf(rows.slice(0, HEADER_SEARCH_ROWS));
  const firstFull = all.findIndex((row) => row?.fill === 1);
  const likely = likelyHeader(all);
  let best = { index: 0, score: -1 };
  all.slice(0, firstFull + 1 + ROWS_PAST_FULL).forEach((row, index) => {
    if (row === null) return;
    const score = 0.25 * row.fill + 0.5 * row.reach + 1.5 * row.names + 0.5 * row.difference - 0.01 * index;
    const sum = index === likely ? score + 0.5 : score;
    if (sum > best.score) best = { index, score: sum };
  });
  return best.index;
}

/** The first row that goes far across, mostly filled, unless it stands above the header: names of groups, notes. */
function likelyHeader(all: readonly (RowTraits | null)[]): number | null {
  const index = all.findIndex((row) => row !== null && row.reach >= 0.7);
  const first = all[index];
  if (!first || first.fill <= 0.5 || first.difference === 0) return null;
  const next = all.findIndex(
    (row, at) => row !== null && at > index && (row.fill > first.fill || row.difference > first.difference),
  );
  const following = all.slice(next + 1).filter((row) => row !== null);
  if (next < 0 || following.length === 0) return index;
  const namesBelow = following.reduce((sum, row) => sum + row.names, 0) / following.length;
  return (all[next]?.names ?? 0) - namesBelow >= STANDS_OUT ? null : index;
}

/** Null for a blank row. */
function traitsOf(rows: readonly (readonly Cell[])[]): (RowTraits | null)[] {
  const widest = Math.max(1, ...rows.map((row) => row.filter(isFilled).length));
  const furthest = Math.max(1, ...rows.map((row) => row.findLastIndex(isFilled) + 1));
  return rows.map((row) => {
    const filled = row.filter(isFilled);
    if (filled.length === 0) return null;
    const different = new Set(filled.map((cell) => cellText(cell).trim().toLowerCase()));
    return {
      fill: filled.length / widest,
      reach: (row.findLastIndex(isFilled) + 1) / furthest,
      names: filled.reduce<number>((sum, cell) => sum + nameLikeness(cell), 0) / filled.length,
      difference: filled.length === 1 ? 0 : (different.size - 1) / (filled.length - 1),
    };
  });
}

export const isNameLike = (cell: Cell): boolean => nameLikeness(cell) > 0;

/** Numbers, dates, addresses and answers are values; a word with a digit in it may be either. */
function nameLikeness(cell: Cell): number {
  if (typeof cell !== 'string') return 0;
  const text = cell.trim();
  if (!/\p{L}/u.test(text) || text.length > 80) return 0;
  if (/^\d+[./:-]\d|^[\da-f]{2,8}[:-][\da-f]{2}|@|:\/\/|^(true|false|yes|no)$/i.test(text)) return 0;
  return /\d/.test(text) ? 0.8 : 1;
}

export function isFilled(cell: Cell): boolean {
  return cellText(cell).trim() !== '';
}
