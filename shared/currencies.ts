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
  '₺': 'TRY',
  '₽': 'RUB',
  '₪': 'ILS',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  'fr.': 'CHF',
  sfr: 'CHF',
  franken: 'CHF',
  'schweizer franken': 'CHF',
  'francs suisses': 'CHF',
  zł: 'PLN',
  kč: 'CZK',
  r$: 'BRL',
  $: null,
  '¥': null,
  kr: null,
  'kr.': null,
};
/** The currencies the platform knows by code. */
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The currency of a sign or code; null for a sign of several currencies, undefined when it is none. */
export function currencyOf(unit: string): string | null | undefined {
  const code = unit.toUpperCase();
  if (CODES.has(code)) return code;
  const sign = unit.toLowerCase();
  return Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : undefined;
}

/** Whether a text beside a number is a currency: codes in small letters are words of other things (`0 all`). */
export function isCurrency(text: string): boolean {
  const currency = currencyOf(text);
  return currency !== undefined && (text.toUpperCase() !== currency || text === currency);
}

/** Whether a sign of several currencies is written for this one: `$` for CAD, `kr` for SEK. */
export function isSignOf(sign: string, code: string): boolean {
  const written = sign.toLowerCase().replace(/^dollars?$|\.$/, (end) => (end === '.' ? '' : '$'));
  return written === signOf(code);
}

/** The sign that people of its own country write. */
function signOf(code: string): string | undefined {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' });
  return format
    .formatToParts(0)
    .find(({ type }) => type === 'currency')
    ?.value.toLowerCase();
}
