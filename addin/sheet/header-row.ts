import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';

/** Titles and blank lines above a header are rarely more than this, rows. */
export const HEADER_SEARCH_ROWS = 20;

/**
 * The row most like a header among the first ones: filled as far across as the widest, of texts that differ, and no
 * dates or numbers. Index from 0; the analyst can choose another.
 */
export function guessHeaderRow(rows: readonly (readonly Cell[])[]): number {
  const first = rows.slice(0, HEADER_SEARCH_ROWS);
  const widest = Math.max(1, ...first.map((row) => row.filter(isFilled).length));
  let best = { index: 0, score: -1 };
  first.forEach((row, index) => {
    const score = headerScore(row, widest) - index * 0.01;
    if (score > best.score) best = { index, score };
  });
  return best.index;
}

function headerScore(row: readonly Cell[], widest: number): number {
  const filled = row.filter(isFilled);
  if (filled.length === 0) return -1;
  const texts = filled.filter((cell) => typeof cell === 'string' && !/^-?[\d.,]+$/.test(cell.trim()));
  const different = new Set(filled.map((cell) => cellText(cell).trim().toLowerCase()));
  return filled.length / widest + texts.length / filled.length + different.size / filled.length;
}

function isFilled(cell: Cell): boolean {
  return cellText(cell).trim() !== '';
}
