import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { isMeasured, readMeasured } from './measured-number.ts';

/** Signs that name one currency. `$`, `¥` and `kr` name several: the amount stays, the currency is not guessed. */
const SIGNS: Readonly<Record<string, string | null>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  'fr.': 'CHF',
  sfr: 'CHF',
  zł: 'PLN',
  kč: 'CZK',
  r$: 'BRL',
  $: null,
  '¥': null,
  kr: null,
};
/** The currencies the platform knows by code. */
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The currency of a sign or code; null for a sign of several currencies, undefined when it is none. */
export function currencyOf(unit: string): string | null | undefined {
  const code = unit.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && CODES.has(code)) return code;
  return SIGNS[unit.toLowerCase()];
}

/** Costs as amount and currency. */
export function cleanseMoney(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const marks = typeof cell === 'string' ? text.replace(/[.,][-–—]{1,3}$/, '') : text;
  const reading = readMeasured(cell, marks, options);
  if (!isMeasured(reading)) return reading;
  const unit = reading.unit === '' ? (options.unit ?? '') : reading.unit;
  const amount = reading.value;
  if (unit === '') return cleansed({ amount, currency: null }, 'money', 'An amount; its currency is not said.');
  const currency = currencyOf(unit);
  if (currency === undefined) return unsaid('unit-unknown', `${quoted(unit)} is no currency.`);
  return currency === null
    ? cleansed({ amount, currency }, 'money', `${quoted(unit)} is the sign of several currencies.`)
    : cleansed({ amount, currency }, 'money', `An amount in ${currency}.`);
}
