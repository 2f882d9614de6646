import { isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';

/** Different values a generation of answers holds; there are two of them a column. */
const GENERATION_MAX = 1_000;
/** Longer texts hardly repeat and would keep much memory. */
const TEXT_MAX_CHARACTERS = 200;

/**
 * Answers by cell, so that what repeats in a column is read once. Bounded: when a generation is full the one before it
 * goes, and what is still asked for moves on into the new one. Answers must depend on nothing but the cell's type and
 * what it shows.
 */
export function memoised<Answer>(answer: (cell: Cell) => Answer): (cell: Cell) => Answer {
  let young = new Map<Cell, Answer>();
  let old = new Map<Cell, Answer>();
  return (cell) => {
    const key = keyOf(cell);
    if (key === undefined) return answer(cell);
    const known = young.get(key);
    if (known !== undefined) return known;
    const given = old.get(key) ?? answer(cell);
    if (young.size >= GENERATION_MAX) {
      old = young;
      young = new Map();
    }
    young.set(key, given);
    return given;
  };
}

/** Numbers, texts and logical values are keys of their own type; dates and errors get one no text has that is kept. */
function keyOf(cell: Cell): Cell | undefined {
  if (typeof cell === 'string') return cell.length > TEXT_MAX_CHARACTERS || cell[0] === '\u0000' ? undefined : cell;
  if (isDateCell(cell)) return `\u0000date ${cell.iso}`;
  if (isErrorCell(cell)) return `\u0000error ${cell.code}`;
  return cell;
}
