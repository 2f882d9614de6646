import { cellText, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { mayBeginWithYear, readDay } from './date-text.ts';
import { halfWidth, plainText } from './plain-text.ts';

/** In which order day and month are written. */
type DayMonthOrder = 'day-first' | 'month-first';

/** Which order one cell can only have been written in; null when it shows none or can be read both ways. */
export function orderShownBy(cell: Cell): DayMonthOrder | null {
  if (cell === null || isDateCell(cell) || isErrorCell(cell)) return null;
  const reading = readDay(halfWidth(plainText(cellText(cell).slice(0, 100))));
  if (reading.kind !== 'numeric' || mayBeginWithYear(reading)) return null;
  if (reading.first > 12 && reading.first <= 31 && reading.second <= 12) return 'day-first';
  if (reading.second > 12 && reading.second <= 31 && reading.first <= 12) return 'month-first';
  return null;
}
