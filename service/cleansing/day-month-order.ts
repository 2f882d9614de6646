import { cellText, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { readDay } from './date-text.ts';
import { halfWidth, plainText } from './plain-text.ts';

/** In which order a column writes day and month: `undecided` when nothing shows it, or when its cells contradict it. */
export type DayMonthOrder = 'day-first' | 'month-first' | 'undecided';

/** Which order one cell can only have been written in; null when it shows none or can be read both ways. */
export function orderShownBy(cell: Cell): Exclude<DayMonthOrder, 'undecided'> | null {
  if (cell === null || isDateCell(cell) || isErrorCell(cell)) return null;
  const reading = readDay(halfWidth(plainText(cellText(cell).slice(0, 100))));
  if (reading.kind !== 'numeric') return null;
  if (reading.first > 12 && reading.first <= 31 && reading.second <= 12) return 'day-first';
  if (reading.second > 12 && reading.second <= 31 && reading.first <= 12) return 'month-first';
  return null;
}

/**
 * Reads a whole column: `25/03/2024` can only be day-first, `03/25/2024` only month-first. One column that shows both
 * was written by several hands, so its ambiguous cells stay ambiguous.
 */
export function dayMonthOrderOf(values: Iterable<Cell>): DayMonthOrder {
  const shown = new Set<DayMonthOrder>();
  for (const value of values) shown.add(orderShownBy(value) ?? 'undecided');
  shown.delete('undecided');
  const [order] = shown;
  return shown.size === 1 && order !== undefined ? order : 'undecided';
}
