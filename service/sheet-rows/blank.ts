import type { Cell } from '#shared/schemas/cell.schema.ts';

const SPACE = 0x20;
const DELETE = 0x7f;

/** Whether a text is white space only; nearly every text begins with a character that is none for sure. */
export function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > SPACE && first < DELETE) && text.trim() === '';
}

export const isBlank = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' ? isBlankText(cell) : cell === null || cell === undefined;
