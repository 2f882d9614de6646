import { cellText, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { readDay } from './date-text.ts';
import { plainText } from './plain-text.ts';

/** In which order a column writes day and month: `undecided` when nothing shows it, or when its cells contradict it. */
export type DayMonthOrder = 'day-first' | 'month-first' | 'undecided';

/**
 * Reads a whole column: `25/03/2024` can only be day-first, `03/25/2024` only month-first. One column that shows both
 * was written by several hands, so its ambiguous cells stay ambiguous.
 */
export function dayMonthOrderOf(values: Iterable<Cell>): DayMonthOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const value of values) {
    if (value === null || isDateCell(value) || isErrorCell(value)) continue;
    const reading = readDay(plainText(cellText(value).slice(0, 100)));
    if (reading.kind !== 'numeric') continue;
    if (reading.first > 12 && reading.first <= 31 && reading.second <= 12) dayFirst = true;
    if (reading.second > 12 && reading.second <= 31 && reading.first <= 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return 'undecided';
  return dayFirst ? 'day-first' : 'month-first';
}
