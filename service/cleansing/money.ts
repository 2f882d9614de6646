import { currencyOf } from '#shared/currencies.ts';
import { isAmountCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { amountInCurrency } from './amount-currency.ts';
import { quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { isMeasured, readMeasured, tidy, type Measured } from './measured-number.ts';

/** Whether the values of a field are amounts of money. */
export const isMoney = (field: string): boolean => field === 'purchase_cost' || field === 'annual_cost';

const THOUSANDS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };
/** `12k`, `1,2 Mio. EUR`, `1.5bn`: after the last digit, and not the beginning of a longer word (`kr`, `MXN`). */
const MAGNITUDE = /(?<=\d) ?(?:(k)|(m|mm|mio|mln|million(?:en|s)?)|(bn|mrd))(?!\p{L})\.? ?/iu;
/** `12 T€`, `12,5 TEUR`: Tausend. */
const GERMAN_THOUSANDS = /(?<=\d ?)T(?=EUR$|€$)/i;
/** India groups by two above the thousands: `1,23,456`. No other reading has such groups. */
const LAKHS = /(?<![\d.,])\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])/;
/** Longer texts are prose. */
const MONEY_MAX_CHARACTERS = 60;

/** Costs as amount and currency. */
export function cleanseMoney(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  if (typeof cell !== 'string' || text.length > MONEY_MAX_CHARACTERS) return amountOf(cell, text, { options });
  const bare = text
    .replace(/[.,][-–—]{1,3}(?= ?[^\d ]{0,5}$)/, '')
    .replace(GERMAN_THOUSANDS, 'k ')
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

/** Currencies with three minor digits in ISO 4217. */
const WITH_THOUSANDTHS: ReadonlySet<string> = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);
const hasThousandths = (unit = ''): boolean => WITH_THOUSANDTHS.has(currencyOf(unit) ?? '');

/** The mark before exactly three digits. */
const MARK_BEFORE_THREE = /\d([.,])\d{3}(?!\d)/;

/**
 * Three digits after the only mark are thousands: hundredths have two. Not where the column's mark is settled, where a
 * magnitude follows (`1.234k`), or where the currency has thousandths.
 *
 * @see ISO 4217, minor units
 */
function readAmount(cell: Cell, text: string, { options, times }: AmountOptions): Measured {
  const reading = readMeasured(cell, text, options);
  const mark = MARK_BEFORE_THREE.exec(text)?.[1];
  if (isMeasured(reading) || reading.rule !== 'number-ambiguous' || times !== undefined || mark === undefined)
    return reading;
  const thousands = readMeasured(cell, text, { ...options, decimalMark: mark === '.' ? ',' : '.' });
  return isMeasured(thousands) && !hasThousandths(thousands.unit || options.unit) ? thousands : reading;
}

interface AmountOptions {
  options: CleanseOptions;
  /** What the number is in, `k` or `m`; absent: it is written in full. */
  times?: number;
}

function amountOf(cell: Cell, text: string, asked: AmountOptions): Cleansed {
  const reading = readAmount(cell, text, asked);
  if (!isMeasured(reading)) return reading;
  if (reading.value < 0) return unsaid('negative', `${quoted(text)} is below zero; a cost cannot be.`);
  const amount = asked.times === undefined ? reading.value : tidy(reading.value * asked.times);
  return amountInCurrency(amount, { unit: reading.unit, isOfFormat: isAmountCell(cell) }, asked.options);
}
