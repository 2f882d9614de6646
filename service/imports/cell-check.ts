import {
  CELL_DATE_MAX_CHARACTERS,
  CELL_ERROR_MAX_CHARACTERS,
  CELL_FORMAT_MAX_CHARACTERS,
  CELL_MAX_CHARACTERS,
} from '#shared/limits.ts';

const NOT_A_CELL = 'Send a string, number, boolean, null, or a date or error cell.';
const DATE_KEYS = 4;
const ERROR_KEYS = 2;

/**
 * What is wrong with a cell, or null. The same rule as `cellSchema`, by hand: a schema a cell would take longer than
 * storing the sheet. A test holds the two together.
 */
export function cellProblem(cell: unknown): string | null {
  if (typeof cell === 'string') {
    if (cell.length > CELL_MAX_CHARACTERS)
      return `This text has ${cell.length} characters; Excel holds at most ${CELL_MAX_CHARACTERS} in a cell.`;
    return textProblem(cell);
  }
  if (cell === null || typeof cell === 'boolean') return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? null : 'This number is not finite.';
  if (typeof cell !== 'object' || Array.isArray(cell)) return NOT_A_CELL;
  return isTypedCell(cell as Record<string, unknown>) ? null : NOT_A_CELL;
}

/** What the database cannot hold of a text: it refuses NUL, and would make another character of half a one. */
export function textProblem(text: string): string | null {
  if (text.includes('\u0000')) return 'Remove the NUL character.';
  return text.isWellFormed() ? null : 'Remove the half of a character (a surrogate without its other half).';
}

/** A date or error cell with its own keys and no others; `__proto__` would be one of the others. */
function isTypedCell(cell: Record<string, unknown>): boolean {
  const keys = Object.keys(cell).length;
  if (cell['type'] === 'date')
    return (
      keys === DATE_KEYS &&
      typeof cell['iso'] === 'string' &&
      cell['iso'].length <= CELL_DATE_MAX_CHARACTERS &&
      Number.isFinite(cell['serial']) &&
      typeof cell['format'] === 'string' &&
      cell['format'].length <= CELL_FORMAT_MAX_CHARACTERS
    );
  return (
    cell['type'] === 'error' &&
    keys === ERROR_KEYS &&
    typeof cell['code'] === 'string' &&
    cell['code'].length <= CELL_ERROR_MAX_CHARACTERS
  );
}
