import { cellText, isAmountCell, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';

/** Different values a generation of answers holds; there are two of them a column. */
const GENERATION_MAX = 1_000;
/** Cells asked for until a generation is full: with fewer, less than a third was known, and remembering costs more. */
const ASKED_MIN = 1.5 * GENERATION_MAX;
/** Cells that are read without remembering before it is tried again. */
const REST_CELLS = 25_000;
/** Longer texts hardly repeat and would keep much memory. */
const TEXT_MAX_CHARACTERS = 200;

/**
 * Answers by cell, so that what repeats in a column is read once. Bounded: when a generation is full the one before it
 * goes, and what is still asked for moves on into the new one. A column whose cells are nearly all different is left
 * alone for a while. Answers must depend on nothing but the cell's type and what it shows.
 */
export function memoised<Answer>(answer: (cell: Cell) => Answer): (cell: Cell) => Answer {
  let young = new Map<Cell, Answer>();
  let old = new Map<Cell, Answer>();
  let asked = 0;
  let resting = 0;
  const turn = (): void => {
    const repeats = asked >= ASKED_MIN;
    if (!repeats) resting = REST_CELLS;
    old = repeats ? young : new Map<Cell, Answer>();
    young = new Map();
    asked = 0;
  };
  return (cell) => {
    const key = resting > 0 ? undefined : keyOf(cell);
    if (resting > 0) resting -= 1;
    if (key === undefined) return answer(cell);
    asked += 1;
    const known = young.get(key);
    if (known !== undefined) return known;
    const answered = old.get(key) ?? answer(cell);
    if (young.size >= GENERATION_MAX) turn();
    young.set(key, answered);
    return answered;
  };
}

/** Numbers, texts and logical values are keys of their own type; dates, errors and amounts get one no text has that is kept. */
function keyOf(cell: Cell): Cell | undefined {
  if (typeof cell === 'string') return cell.length > TEXT_MAX_CHARACTERS || cell[0] === '\u0000' ? undefined : cell;
  if (isDateCell(cell)) return `\u0000date ${cell.iso}`;
  if (isErrorCell(cell)) return `\u0000error ${cell.code}`;
  if (isAmountCell(cell)) return `\u0000amount ${cellText(cell)}`;
  return cell;
}
