import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { isMeasured, readMeasured, tidy } from './measured-number.ts';

/** Signs that name one currency. `$`, `¥` and `kr` name several: the amount stays, the currency is not guessed. */
const SIGNS: Readonly<Record<string, string | null>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  'us dollar': 'USD',
  'us dollars': 'USD',
  dollar: null,
  dollars: null,
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

const THOUSANDS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };
/** `12k`, `1,2 Mio. EUR`, `1.5bn`: after the last digit, and not the beginning of a longer word (`kr`, `MXN`). */
const MAGNITUDE = /(?<=\d) ?(?:(k)|(m|mm|mio|mln|million(?:en|s)?)|(bn|mrd))(?!\p{L})\.? ?/iu;
/** India groups by two above the thousands: `1,23,456`. No other reading has such groups. */
const LAKHS = /(?<![\d.,])\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])/;
/** Longer texts are prose. */
const MONEY_MAX_CHARACTERS = 60;

/** Costs as amount and currency. */
export function cleanseMoney(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  if (typeof cell !== 'string' || text.length > MONEY_MAX_CHARACTERS) return amountOf(cell, text, { options });
  const bare = text
    .replace(/[.,][-–—]{1,3}(?= ?[^\d ]{0,5}$)/, '')
    .replace(LAKHS, (grouped) => grouped.replaceAll(',', ''));
  const [sign = '', dash = ''] = /^(\D{0,5}?) ?([-–—])$/.exec(bare)?.slice(1) ?? [];
  // Excel's accounting formats show a cell without an amount as the sign and a dash.
  if (dash !== '' && currencyOf(sign) !== undefined)
    return unsaid('placeholder', `${quoted(text)} is a currency without an amount.`);
  const magnitude = MAGNITUDE.exec(bare);
  if (magnitude === null) return amountOf(cell, bare, { options });
  const [whole, k, m] = magnitude;
  const times = THOUSANDS[k ? 'k' : m ? 'm' : 'b'] ?? 1;
  const after = bare.slice(magnitude.index + whole.length);
  return amountOf(cell, `${bare.slice(0, magnitude.index)} ${after}`.trim(), { options, times });
}

function amountOf(cell: Cell, text: string, of: { options: CleanseOptions; times?: number }): Cleansed {
  const reading = readMeasured(cell, text, of.options);
  if (!isMeasured(reading)) return reading;
  const unit = reading.unit === '' ? (of.options.unit ?? '') : reading.unit;
  const currency = unit === '' ? null : currencyOf(unit);
  if (currency === undefined) return unsaid('unit-unknown', `${quoted(unit)} is no currency.`);
  if (reading.value < 0) return unsaid('negative', `${quoted(text)} is below zero; a cost cannot be.`);
  const money = { amount: of.times === undefined ? reading.value : tidy(reading.value * of.times), currency };
  if (unit === '') return cleansed(money, 'money', 'An amount; its currency is not said.');
  return currency === null
    ? cleansed(money, 'money', `${quoted(unit)} is the sign of several currencies.`)
    : cleansed(money, 'money', `An amount in ${currency}.`);
}
