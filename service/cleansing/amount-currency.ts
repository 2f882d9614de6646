import { currencyOf, isSignOf } from '#shared/currencies.ts';
import { cleansed, quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';

/** The currency written with an amount, '' where there is none: in the cell's text, or shown by its number format. */
interface WrittenCurrency {
  unit: string;
  isOfFormat: boolean;
}

/**
 * An amount with its currency: the one written with it, else that of its column's header, else what another column of the
 * row says. A sign of several currencies is that of the one which is said elsewhere, if it is a sign of it. Where the row
 * contradicts itself the amount stays and the currency is open.
 */
export function amountInCurrency(amount: number, written: WrittenCurrency, options: CleanseOptions): Cleansed {
  const { unit: header = '', currencyBeside: beside } = options;
  const unit = written.unit === '' ? header : written.unit;
  const own = unit === '' ? null : currencyOf(unit);
  if (own === undefined) return unsaid('unit-unknown', `${quoted(unit)} is no currency.`);
  const open = { amount, currency: null };
  if (beside !== undefined && own !== beside.currency && unit !== '' && !isSignOf(unit, beside.currency)) {
    const reason = `The amount is in ${own ?? quoted(unit)}, but the column ${quoted(beside.header)} says ${beside.currency}.`;
    return cleansed(open, 'currency-contradicts', reason);
  }
  if (own !== null)
    return written.isOfFormat
      ? cleansed({ amount, currency: own }, 'currency-of-format', `An amount in ${own}, as its number format shows.`)
      : cleansed({ amount, currency: own }, 'money', `An amount in ${own}.`);
  if (beside !== undefined) {
    const reason = `An amount in ${beside.currency}, as the column ${quoted(beside.header)} says.`;
    return cleansed({ amount, currency: beside.currency }, 'currency-of-column', reason);
  }
  const ofHeader = currencyOf(header);
  if (typeof ofHeader === 'string' && isSignOf(unit, ofHeader))
    return cleansed({ amount, currency: ofHeader }, 'money', `An amount in ${ofHeader}, as the header says.`);
  const reason =
    unit === '' ? 'An amount; its currency is not said.' : `${quoted(unit)} is the sign of several currencies.`;
  return cleansed(open, 'money', reason);
}
