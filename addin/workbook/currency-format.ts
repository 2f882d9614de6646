import { isCurrency } from '#shared/currencies.ts';

/** What a number format is made of; what none of these takes is shown as it is. `_x` and `*x` show no more than space. */
export const PARTS =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|[_*].|\[\$(?<sign>[^\]-]*)-?(?<country>[^\]]*)\]|\[[^\]]*\]|(?<end>;)|(?<digits>[0#?.,]+|General)|(?<plain>.)/giu;

/** What may stand beside an amount and its currency: spaces, a minus, the brackets of bookkeepers. */
const AROUND = /[\s()+−–-]/g;

/** Signs of several currencies, with the country that Excel writes beside them where it was chosen. */
const OF_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  USD: ['$-409', '$-en-us'],
  CAD: ['$-1009', '$-en-ca', '$-c0c', '$-fr-ca'],
  AUD: ['$-c09', '$-en-au'],
  NZD: ['$-1409', '$-en-nz'],
  SGD: ['$-4809', '$-en-sg'],
  MXN: ['$-80a', '$-es-mx'],
  JPY: ['¥-411', '¥-ja-jp'],
  CNY: ['¥-804', '¥-zh-cn'],
  SEK: ['kr-41d', 'kr-sv-se'],
  NOK: ['kr-414', 'kr-nb-no'],
  DKK: ['kr-406', 'kr-da-dk', 'kr.-406', 'kr.-da-dk'],
};
const COUNTRIES = new Map(Object.entries(OF_COUNTRY).flatMap(([code, signs]) => signs.map((sign) => [sign, code])));

/**
 * The currency that cells of a number format show: `€` of `#,##0 "€"`, `CHF` of `[$CHF] 0`, `USD` of `[$$-409]0`. Null
 * where a number is shown without one or with anything else, in thousands, or with different ones above and below zero.
 */
export function currencyOfFormat(format: string): string | null {
  let [shown, hasDigits, isScaled] = ['', false, false];
  const currencies = new Set<string>();
  const endSection = (): void => {
    if (hasDigits) currencies.add(isScaled ? '' : shown.replace(AROUND, ''));
    [shown, hasDigits, isScaled] = ['', false, false];
  };
  for (const { groups = {} } of format.matchAll(PARTS)) {
    const { quoted, escaped, sign, country, end, digits, plain } = groups;
    shown += quoted ?? escaped ?? plain ?? (sign === undefined ? '' : signOf(sign, country));
    if (digits !== undefined && /[0#g]/i.test(digits)) {
      hasDigits = true;
      isScaled ||= digits.endsWith(',');
    }
    if (end !== undefined) endSection();
  }
  endSection();
  const [only = '', ...others] = currencies;
  return others.length === 0 && isCurrency(only) ? only : null;
}

const signOf = (sign: string, country = ''): string => COUNTRIES.get(`${sign}-${country}`.toLowerCase()) ?? sign;
