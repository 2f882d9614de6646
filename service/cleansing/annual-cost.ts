import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, unsaid, type Cleansed, type CleanseOptions, type Money } from './cleansed.ts';
import { inWords, splitCostPeriod, type CostPeriod } from './cost-period.ts';
import { tidy } from './measured-number.ts';
import { cleanseMoney } from './money.ts';

/** How often a year has it; weeks, days and hours are left out, since nobody says for how many of them is paid. */
const TIMES_A_YEAR: Readonly<Partial<Record<CostPeriod['of'], number>>> = {
  year: 1,
  'half-year': 2,
  quarter: 4,
  month: 12,
};

/**
 * The cost of a year. An amount that its cell or its column says to be of a month, a quarter or three years is reckoned for
 * one year; one of a week, day or hour says nothing of a year.
 */
export function cleanseAnnualCost(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const { unit: columnUnit = '', ...others } = options;
  const own = typeof cell === 'string' ? splitCostPeriod(text) : { rest: text, period: null };
  const column = splitCostPeriod(columnUnit);
  const money = cleanseMoney(cell, own.rest, { ...others, ...(column.rest !== '' && { unit: column.rest }) });
  const period = own.period ?? column.period;
  if (money.value === null || period === null) return money;
  const times = TIMES_A_YEAR[period.of];
  if (times === undefined)
    return unsaid('cost-period', `It is a cost ${inWords(period)}; for how many of them a year is not said.`);
  if (times === period.count) return money;
  const { amount, currency } = money.value as Money;
  const perYear = { amount: tidy((amount * times) / period.count), currency };
  return cleansed(perYear, 'cost-per-year', `${money.reason} It is ${inWords(period)}, reckoned for a year.`);
}
