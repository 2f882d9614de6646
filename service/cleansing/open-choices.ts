import type { CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { MeasuredColumn } from './column-units.ts';
import { mayBeginWithYear, readDay } from './date-text.ts';
import { orderShownBy } from './day-month-order.ts';
import { halfWidth, plainText } from './plain-text.ts';
import { doubtfulSeparators } from './value-separators.ts';

/**
 * What an analyst can settle of a column before it is cleansed, because what was measured of it leaves it open. Of dates
 * the measured values are looked at, not all rows: cleansing may still find a cell that shows the order.
 */
export function openChoices(field: TargetField, measured: MeasuredColumn): CleansingQuestion[] {
  const separators = doubtfulSeparators(field, measured);
  const isDate = field.type === 'date' || field.type === 'datetime';
  const example = isDate ? ambiguousDate(measured.frequent.map(({ value }) => value)) : null;
  return [
    ...(example === null ? [] : [{ choice: 'day_month_order' as const, example, separators: [] }]),
    ...(separators.length === 0
      ? []
      : [{ choice: 'separator' as const, example: exampleOf(measured, separators), separators }]),
  ];
}

/** A date that can be read both ways, unless the others show one order; null: nothing is in doubt. */
function ambiguousDate(values: readonly string[]): string | null {
  const shown = new Set(values.map(orderShownBy).filter((order) => order !== null));
  if (shown.size === 1) return null;
  return values.find(isReadBothWays) ?? null;
}

function isReadBothWays(value: string): boolean {
  const reading = readDay(halfWidth(plainText(value.slice(0, 100))));
  if (reading.kind !== 'numeric') return false;
  if (mayBeginWithYear(reading)) return true;
  const { first, second } = reading;
  return first !== second && first >= 1 && first <= 12 && second >= 1 && second <= 12;
}

function exampleOf({ frequent }: MeasuredColumn, separators: readonly string[]): string {
  return frequent.find(({ value }) => separators.some((one) => value.includes(one)))?.value ?? '';
}
