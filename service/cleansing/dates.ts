import type { CleansingRule } from '#shared/cleansing-rule-words.ts';
import { serialToIso } from '#shared/excel-dates.ts';
import { isDateCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { mayBeginWithYear, readDay, two, type NumericDay } from './date-text.ts';
import { orderWith, type DayMonthOrder } from './day-month-order.ts';
import { readTime } from './time-text.ts';

/** Nothing in an inventory was bought before 1950 or ends after 2199; such a year is a typing error or another number. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2199;
/** What systems store when no date was entered: zero days of .NET, Windows, SQL Server, Excel and Unix clocks, and "never". */
const ZERO_DATES = new Set([
  '0001-01-01',
  '1601-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-00',
  '1900-01-01',
  '1970-01-01',
]);
const ZERO_TEXT = /^(?:0000[-/.]?00[-/.]?00|00[-/.]00[-/.]0000)(?:[T ]00:00:00.{0,8})?$/;
/** Excel shows an empty cell in a date format as day 0 of 1900; 2^63-1 is "never" in Active Directory. */
const NO_DAY = /^(?:0|9223372036854775807|(?:0?1[-/.]0?0|0?0[-/.]0?1)[-/.]1900(?: [0:]{4,8}(?: am)?)?)$/i;
/** `dd/mm/yyyy`, `TT.MM.JJJJ`, `__/__/____`: an input mask nobody filled in. */
const MASK = /^(?:([dmytjag_])\1{1,3}[-/. ]?){3}$/i;
const NEVER = /^(?:never(?: seen)?|nie|niemals|jamais|nunca|nooit)$/i;

type Precision = 'date' | 'datetime';

/** Dates as ISO 8601: `YYYY-MM-DD`, or with local time (and the zone where one is written) for date-times. */
export const cleanseDate =
  (precision: Precision) =>
  (cell: Cell, text: string, options: CleanseOptions): Cleansed => {
    if (typeof cell === 'boolean') return unsaid('not-a-date', `${quoted(text)} is no date.`);
    if (cell !== null && isDateCell(cell))
      return shown(cell.iso, precision, 'excel-date', 'A cell with a date format.');
    if (NO_DAY.test(text) || MASK.test(text) || ZERO_TEXT.test(text))
      return unsaid('placeholder', `${quoted(text)} is what is stored when no date was entered.`);
    if (precision === 'datetime' && NEVER.test(text))
      return unsaid('placeholder', `${quoted(text)}: there is no such time.`);
    return typeof cell === 'number' || /^\d{5}(?:[.,]\d+)?$|^\d{10}(?:\d{3})?$/.test(text)
      ? fromNumber(Number(text.replace(',', '.')), precision, options)
      : fromText(text, precision, options);
  };

function fromNumber(number: number, precision: Precision, options: CleanseOptions): Cleansed {
  if (number >= FIRST_YEAR && number <= LAST_YEAR && Number.isInteger(number))
    return unsaid('date-incomplete', `${number} is a year, not a day.`);
  if (/^(?:19|20)\d{6}(?:\d{6})?$/.test(String(number))) return fromText(String(number), precision, options);
  const seconds = number >= 1e12 ? number / 1000 : number;
  if (seconds >= 6e8 && seconds < 7.3e9)
    return shown(
      new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
      precision,
      'unix-time',
      'Seconds since 1970, in UTC.',
    );
  const system = options.dateSystem ?? 1900;
  const iso = serialToIso(number, system === 1904 ? '1904' : '1900');
  if (iso === null) return unsaid('not-a-date', `${number} is no date.`);
  return shown(iso, precision, 'excel-serial', `Day ${number} of Excel's ${system} date system.`);
}

function fromText(text: string, precision: Precision, options: CleanseOptions): Cleansed {
  const reading = readDay(text);
  if (reading.kind === 'no-date') return unsaid('not-a-date', `${quoted(text)} is no date.`);
  if (reading.kind === 'incomplete') {
    const is = reading.what === null ? 'names no single day' : `is a ${reading.what}, not a day`;
    return unsaid('date-incomplete', `${quoted(text)} ${is}.`);
  }
  const time = readTime(reading.rest);
  if (time === null)
    return unsaid('not-a-date', `${quoted(text)} has something beside the date that is no time of day.`);
  const century = reading.twoDigitYear ? ` Two digits of a year from 69 are of the last century.` : '';
  const resolved = reading.kind === 'day' ? { ...reading, ...AS_WRITTEN } : ordered(reading, options);
  if (resolved === null)
    return unsaid('date-ambiguous', `${quoted(text)} can be read in more than one order; the column does not say.`);
  const { year, month, day, rule, why } = resolved;
  if (!isDay(year, month, day)) return unsaid('not-a-date', `${quoted(text)} is no day of the calendar.`);
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}${time.iso}`;
  const left = time.leftOut === null ? '' : ` Without ${quoted(time.leftOut)}, which is no one time zone.`;
  return shown(iso, precision, rule, `${why}${century}${left}`);
}

type Resolved = Pick<NumericDay, 'year'> & { month: number; day: number; rule: CleansingRule; why: string };

const AS_WRITTEN = { rule: 'date-text', why: 'A date.' } as const;

/**
 * Day and month of a date in digits: one above 12 can only be the day, unless it may be the year as well (`24-03-25`); else
 * the column's order decides, else null.
 */
function ordered(reading: NumericDay, options: CleanseOptions): Resolved | null {
  const { first, second, year } = reading;
  const order = orderWith(reading.sign, options);
  const dayFirst = { year, month: second, day: first, rule: 'date-text' } as const;
  if (mayBeginWithYear(reading))
    return order === 'day-first' ? { ...dayFirst, why: 'The column writes the day first.' } : null;
  if (first === second) return { ...dayFirst, why: 'Day and month are one number.' };
  if (first > 12 || second > 12) return onlyReading(reading, order);
  if (order === 'day-first') return { ...dayFirst, why: 'The column writes the day first.' };
  if (order === 'month-first')
    return { ...dayFirst, month: first, day: second, why: 'The column writes the month first.' };
  return null;
}

/** The one way to read a date of which one number is above 12, whatever the column does. */
function onlyReading({ first, second, year }: NumericDay, order: DayMonthOrder | null): Resolved {
  const own = first > 12 ? 'day-first' : 'month-first';
  const only = { year, month: Math.min(first, second), day: Math.max(first, second) };
  const why = 'Only the day can be above 12';
  if (order === null || order === own) return { ...only, rule: 'date-text', why: `${why}.` };
  const other = own === 'day-first' ? 'month' : 'day';
  return { ...only, rule: 'day-month-contradicts', why: `${why}, though the column writes the ${other} first.` };
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The answer for a moment, cut to what the field keeps. Midnight without a zone is a day without a time. */
function shown(iso: string, precision: Precision, rule: CleansingRule, why: string): Cleansed {
  const date = iso.slice(0, 10);
  const time = iso.slice(10).replace(/^T00:00:00(?:\.000)?$/, '');
  if (ZERO_DATES.has(date) || date.startsWith('9999'))
    return unsaid('placeholder', `${date} is what is stored when no date was entered.`);
  const year = Number(date.slice(0, 4));
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR))
    return unsaid('date-implausible', `${date} is outside ${FIRST_YEAR} to ${LAST_YEAR}.`);
  if (precision === 'datetime') return cleansed(`${date}${time}`, rule, why);
  return cleansed(date, rule, time === '' ? why : `${why} The field keeps the day, not the time.`);
}
