import { cellText, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { mayBeginWithYear, readDay } from './date-text.ts';
import { halfWidth, plainText } from './plain-text.ts';

/** In which order day and month are written. */
export type DayMonthOrder = 'day-first' | 'month-first';

const SIGNS = { '.': 'dots', '/': 'slashes', '-': 'hyphens', ' ': 'spaces' } as const;
/** What stands between day, month and year. */
export type DateSign = (typeof SIGNS)[keyof typeof SIGNS];

export const dateSign = (sign: string): DateSign => SIGNS[sign as keyof typeof SIGNS] ?? 'spaces';

/** What a column says of the order: one of all cells, and what is different with some signs; null: nothing is said. */
export interface OrderOptions {
  dayMonthOrder?: DayMonthOrder;
  dayMonthOrderOf?: Readonly<Partial<Record<DateSign, DayMonthOrder | null>>>;
}

/** The order of dates with this sign, as far as the column says. */
export function orderWith(sign: string, { dayMonthOrder, dayMonthOrderOf }: OrderOptions): DayMonthOrder | null {
  const own = dayMonthOrderOf?.[dateSign(sign)];
  return own === undefined ? (dayMonthOrder ?? null) : own;
}

/** Cells with one sign that can only be read in one order. Plain data. */
export interface OrderShown {
  sign: DateSign;
  order: DayMonthOrder;
  count: number;
  /** The first of them. */
  example: string;
}

/** Which order one cell can only have been written in; null when it shows none or can be read both ways. */
export function orderShownBy(cell: Cell): OrderShown | null {
  if (cell === null || isDateCell(cell) || isErrorCell(cell)) return null;
  const example = halfWidth(plainText(cellText(cell).slice(0, 100)));
  const reading = readDay(example);
  if (reading.kind !== 'numeric' || mayBeginWithYear(reading)) return null;
  const { first, second, sign } = reading;
  const shown = { sign: dateSign(sign), count: 1, example };
  if (first > 12 && first <= 31 && second <= 12) return { ...shown, order: 'day-first' };
  if (second > 12 && second <= 31 && first <= 12) return { ...shown, order: 'month-first' };
  return null;
}

export function addOrder(all: OrderShown[], one: OrderShown): void {
  const known = all.find(({ sign, order }) => sign === one.sign && order === one.order);
  if (known === undefined) all.push({ ...one });
  else known.count += one.count;
}

/** Both orders with how many cells show each, whatever their signs; less than two where the cells agree. */
export function ordersTogether(shown: readonly OrderShown[]): Omit<OrderShown, 'sign'>[] {
  return (['day-first', 'month-first'] as const).flatMap((order) => {
    const [first, ...more] = shown.filter((one) => one.order === order);
    if (first === undefined) return [];
    return [{ order, count: more.reduce((sum, { count }) => sum + count, first.count), example: first.example }];
  });
}

/**
 * How the dates of a column are read: as an analyst answered, else as its cells show. Where cells contradict each other,
 * those with one sign that agree keep their order (`25.04.2024` beside `04/25/2024`), and the answer is about the others.
 */
export function columnOrder(shown: readonly OrderShown[], answered: DayMonthOrder | null): OrderOptions {
  const [first, second] = ordersTogether(shown);
  if (second === undefined) {
    const dayMonthOrder = answered ?? first?.order;
    if (dayMonthOrder === undefined) return {};
    // CLDR: who parts the numbers by dots writes the day first, so that others that do not say nothing of dots.
    const isSilentOnDots = answered === null && dayMonthOrder === 'month-first' && ordersOf('dots', shown).length === 0;
    return { dayMonthOrder, ...(isSilentOnDots && { dayMonthOrderOf: { dots: null } }) };
  }
  const agreeing = Object.values(SIGNS).flatMap((sign) => {
    const orders = ordersOf(sign, shown);
    return orders.length === 1 ? [[sign, orders[0]] as const] : [];
  });
  return {
    ...(answered !== null && { dayMonthOrder: answered }),
    ...(agreeing.length > 0 && { dayMonthOrderOf: Object.fromEntries(agreeing) }),
  };
}

/** Whether cells with one sign contradict each other, so that those that can be read both ways stay open. */
export const contradicts = (shown: readonly OrderShown[]): boolean =>
  Object.values(SIGNS).some((sign) => ordersOf(sign, shown).length > 1);

const ordersOf = (sign: DateSign, shown: readonly OrderShown[]): DayMonthOrder[] =>
  shown.filter((one) => one.sign === sign).map(({ order }) => order);
