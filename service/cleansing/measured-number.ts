import { isAmountCell, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { readDecimal } from './decimal-text.ts';

/** A number with the unit written beside it ('' where there is none), or the answer that says why there is no number. */
export type Measured = { value: number; unit: string } | Cleansed;

/** A short text between number and unit is a unit; anything longer is prose. */
const UNIT_MAX_CHARACTERS = 24;

/** Splits `16 GB`, `€ 1.200,50`, `45 %` or a number cell into number and unit, whichever stands first. */
export function readMeasured(cell: Cell, text: string, options: CleanseOptions): Measured {
  // Adding zero turns the -0 of a formula into 0.
  if (typeof cell === 'number' && Number.isFinite(cell)) return { value: cell + 0, unit: '' };
  if (isAmountCell(cell)) return { value: cell.value + 0, unit: cell.currency };
  if (typeof cell === 'number' || typeof cell === 'boolean' || isDateCell(cell) || isErrorCell(cell))
    return unsaid('not-a-number', `${quoted(text)} is no number.`);
  const parts = splitUnit(text);
  if (parts === null) return unsaid('not-a-number', `${quoted(text)} is no number.`);
  const reading = readDecimal(parts.number, options.decimalMark);
  if (reading.kind === 'number') return { value: reading.value, unit: parts.unit };
  return reading.kind === 'ambiguous'
    ? unsaid(
        'number-ambiguous',
        `In ${quoted(text)} the mark before three digits can be a thousands or a decimal mark.`,
      )
    : unsaid('not-a-number', `${quoted(text)} is no number.`);
}

export function isMeasured(reading: Measured): reading is { value: number; unit: string } {
  return 'unit' in reading;
}

function splitUnit(text: string): { number: string; unit: string } | null {
  const first = text.search(/[-+−–\d]|\.(?=\d)/);
  if (first < 0 || first > UNIT_MAX_CHARACTERS) return null;
  const before = text.slice(0, first).trim();
  const rest = text.slice(first);
  const number = /^(?:[-+−–]?[\d.,]|['’\u00a0\u202f ](?=\d)|e[-+]?\d)+/i.exec(rest)?.[0] ?? '';
  const after = rest.slice(number.length).trim();
  if (after.length > UNIT_MAX_CHARACTERS || (before !== '' && after !== '')) return null;
  return { number: number.replace(/[.,]$/, ''), unit: before === '' ? after : before };
}

/** A result of unit arithmetic without the noise of binary fractions: twelve significant digits. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
