import {
  CELL_CURRENCY_MAX_CHARACTERS,
  CELL_DATE_MAX_CHARACTERS,
  CELL_ERROR_MAX_CHARACTERS,
  CELL_FORMAT_MAX_CHARACTERS,
  CELL_MAX_CHARACTERS,
} from '#shared/limits.ts';
import { isDateSerial, isSerialIso, LAST_SERIAL, mayMean } from '#shared/excel-dates.ts';

const NOT_A_CELL = 'Send a string, number, boolean, null, or a date, error or amount cell.';
const NO_DAY = 'The iso of this date is no day and time that Excel shows. Send it like 2024-03-15T00:00:00.';
const NO_SERIAL = `The serial of this date is none that Excel shows a date for. Send a number from 0 to ${LAST_SERIAL}.`;
const OTHER_DAY =
  'The iso and the serial of this date are different days, whether Excel counts from 1900 or from 1904.';
const NO_AMOUNT = `The value of an amount is a finite number, its currency a text of 1 to ${CELL_CURRENCY_MAX_CHARACTERS} characters.`;
const DATE_KEYS = 4;
const AMOUNT_KEYS = 3;
const ERROR_KEYS = 2;

/**
 * The problem of a cell, or null. The same rule as `cellSchema`, by hand: a schema a cell would take longer than
 * storing the sheet. A test holds the two together. Dates are looked at closer here: stored cells of earlier imports
 * may have others.
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
  return typedCellProblem(cell as Record<string, unknown>);
}

/** The reason why the database cannot hold a text: it refuses NUL, and would make another character of half a one. */
export function textProblem(text: string): string | null {
  if (text.includes('\u0000')) return 'Remove the NUL character.';
  return text.isWellFormed() ? null : 'Remove the half of a character (a surrogate without its other half).';
}

/** Of a date, error or amount cell, which has its own keys and no others; `__proto__` would be one of the others. */
function typedCellProblem(cell: Record<string, unknown>): string | null {
  const keys = Object.keys(cell).length;
  if (cell['type'] === 'date' && keys === DATE_KEYS) return dateProblem(cell);
  if (cell['type'] === 'amount' && keys === AMOUNT_KEYS) return amountProblem(cell);
  const isError = cell['type'] === 'error' && keys === ERROR_KEYS && isText(cell['code'], CELL_ERROR_MAX_CHARACTERS);
  return isError ? null : NOT_A_CELL;
}

function dateProblem({ iso, serial, format }: Record<string, unknown>): string | null {
  if (!isText(iso, CELL_DATE_MAX_CHARACTERS) || !isText(format, CELL_FORMAT_MAX_CHARACTERS)) return NOT_A_CELL;
  if (!isSerialIso(iso)) return NO_DAY;
  if (!isDateSerial(serial)) return NO_SERIAL;
  return mayMean(serial, iso) ? null : OTHER_DAY;
}

function amountProblem({ value, currency }: Record<string, unknown>): string | null {
  if (!Number.isFinite(value) || !isText(currency, CELL_CURRENCY_MAX_CHARACTERS) || currency === '') return NO_AMOUNT;
  return textProblem(currency);
}

function isText(value: unknown, maxCharacters: number): value is string {
  return typeof value === 'string' && value.length <= maxCharacters;
}
