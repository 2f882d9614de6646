import type { CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import { isMaybeShares, unitOfColumn, type MeasuredColumn } from './column-units.ts';
import { mayBeginWithYear, readDay } from './date-text.ts';
import { markShownBy } from './decimal-text.ts';
import {
  addOrder,
  columnOrder,
  contradicts,
  orderShownBy,
  ordersTogether,
  orderWith,
  type OrderOptions,
  type OrderShown,
} from './day-month-order.ts';
import { usualUnits } from './header-units.ts';
import { isMeasured, readMeasured } from './measured-number.ts';
import { isMoney } from './money.ts';
import { halfWidth, plainText } from './plain-text.ts';
import type { MappedColumn, MeasuredSheet } from './plan-columns.ts';
import { unitOfTool } from './tool-units.ts';
import { doubtfulSeparators } from './value-separators.ts';

/**
 * What an analyst can settle of a column before it is cleansed, because its header and what was measured of it leave it
 * open. Of dates the measured values are looked at, not all rows: cleansing may still find a cell that shows the order.
 *
 * @param sheet of columns that are not known here, headers and measures may be left out
 */
export function openChoices(
  column: Pick<MappedColumn, 'columnIndex' | 'field'>,
  sheet: Pick<MeasuredSheet, 'headers' | 'columns' | 'sheetName'>,
): CleansingQuestion[] {
  const { field } = column;
  const measured = sheet.columns[column.columnIndex];
  if (measured === undefined) return [];
  const separators = doubtfulSeparators(field, measured);
  const isDate = field.type === 'date' || field.type === 'datetime';
  const shown = isDate ? ordersShown(measured) : [];
  const date = isDate ? ambiguousDate(valuesOf(measured), shown) : null;
  const decimal = decimalInDoubt(field, measured);
  const number = numberInDoubt(column, sheet, measured);
  const none = { separators: [], units: [], evidence: [] };
  return [
    ...(date === null
      ? []
      : [
          {
            ...none,
            choice: 'day_month_order' as const,
            example: date,
            evidence: contradicts(shown) ? evidenceOf(measured, shown) : [],
          },
        ]),
    ...(decimal === null ? [] : [{ ...none, choice: 'decimal_mark' as const, example: decimal }]),
    ...(separators.length === 0
      ? []
      : [{ ...none, choice: 'separator' as const, example: exampleOf(measured, separators), separators }]),
    ...(number === null ? [] : [{ ...none, choice: 'unit' as const, units: [...usualUnits(field.name)], ...number }]),
  ];
}

/** A number with one mark before three digits, unless the others show one decimal mark; null: nothing is in doubt. */
function decimalInDoubt(field: MappedColumn['field'], measured: MeasuredColumn): string | null {
  const { types } = measured;
  const isNumber = field.type === 'number' || field.type === 'integer';
  // Cells that are numbers are read as they are; a thousand per cent is no utilisation, and money has no thousandths.
  if (!isNumber || types.text === 0 || field.name.includes('percent') || isMoney(field.name)) return null;
  const texts = valuesOf(measured).map((value) => halfWidth(plainText(value.slice(0, 100))));
  const telling = types.number === 0 ? texts : texts.filter((text) => !mayBeNumberCell(text));
  const shown = new Set(telling.map(markShownBy).filter((mark) => mark !== null));
  return shown.size === 1 ? null : (texts.find(isReadAsEither) ?? null);
}

/** A number cell is listed as its figure, `0.5`: its point tells nothing of how texts are written. */
const mayBeNumberCell = (text: string): boolean => String(Number(text)) === text;

function isReadAsEither(text: string): boolean {
  const reading = readMeasured(text, text, {});
  return !isMeasured(reading) && reading.rule === 'number-ambiguous';
}

/** A number whose unit neither it nor its column says, with the unit that its tool writes; null: nothing is in doubt. */
function numberInDoubt(
  column: Pick<MappedColumn, 'columnIndex' | 'field'>,
  sheet: Pick<MeasuredSheet, 'headers' | 'columns' | 'sheetName'>,
  measured: MeasuredColumn,
): Pick<CleansingQuestion, 'example' | 'proposed'> | null {
  if (usualUnits(column.field.name).length === 0) return null;
  const isScale = column.field.name.includes('percent');
  const tool = unitOfTool(column.field.name, sheet.headers[column.columnIndex] ?? '', sheet);
  const isKnown = tool === null && unitOfColumn(column, sheet, () => undefined) !== null;
  if (isScale ? !isMaybeShares(measured) : isKnown) return null;
  const numbers = measured.frequent.filter(({ value }) => /^[\d.,'’ ]*[1-9][\d.,'’ ]*$/.test(value));
  const [first] = numbers;
  if (first === undefined) return null;
  return { example: first.value, ...(tool !== null && { proposed: { answer: tool.unit, reason: tool.reason } }) };
}

/** Of a column of many values few are frequent: the first ones tell more. */
const valuesOf = ({ frequent, samples = [] }: MeasuredColumn): string[] => [
  ...frequent.map(({ value }) => value),
  ...samples,
];

function ordersShown({ frequent, samples = [] }: MeasuredColumn): OrderShown[] {
  const shown: OrderShown[] = [];
  const listed = new Set(frequent.map(({ value }) => value));
  const others = samples.filter((value) => !listed.has(value)).map((value) => ({ value, count: 1 }));
  for (const { value, count } of [...frequent, ...others]) {
    const one = orderShownBy(value);
    if (one !== null) addOrder(shown, { ...one, count });
  }
  return shown;
}

/** Counts are told where every value is listed. */
function evidenceOf({ distinct, distinctExact, frequent }: MeasuredColumn, shown: readonly OrderShown[]) {
  const isWhole = distinctExact && distinct <= frequent.length;
  return ordersTogether(shown).map((one) => ({ ...one, count: isWhole ? one.count : null }));
}

/** A date that can be read both ways, unless the others show its order; null: nothing is in doubt. */
function ambiguousDate(values: readonly string[], shown: readonly OrderShown[]): string | null {
  const order = columnOrder(shown, null);
  return values.find((value) => isReadBothWays(value, order)) ?? null;
}

function isReadBothWays(value: string, order: OrderOptions): boolean {
  const reading = readDay(halfWidth(plainText(value.slice(0, 100))));
  if (reading.kind !== 'numeric' || orderWith(reading.sign, order) !== null) return false;
  if (mayBeginWithYear(reading)) return true;
  const { first, second } = reading;
  return first !== second && first >= 1 && first <= 12 && second >= 1 && second <= 12;
}

function exampleOf({ frequent }: MeasuredColumn, separators: readonly string[]): string {
  return frequent.find(({ value }) => separators.some((one) => value.includes(one)))?.value ?? '';
}
