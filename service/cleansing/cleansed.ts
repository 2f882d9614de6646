import type { CleansingRule } from '#shared/cleansing-rule-words.ts';
import type { OrderOptions } from './day-month-order.ts';
import type { OperatingSystem } from './operating-system/os-reading.ts';

/** An amount and, where it is said, the ISO 4217 code of its currency. */
export interface Money {
  amount: number;
  currency: string | null;
}

/** A fully qualified name in lower case, and the two parts of it. */
interface QualifiedName {
  fqdn: string;
  host: string;
  domain: string;
}

/** One value. Dates are ISO 8601 text. */
export type CleansedItem =
  | string
  | number
  | boolean
  | Readonly<OperatingSystem>
  | Readonly<Money>
  | Readonly<QualifiedName>;

/** Several values in one cell are a list of at least two, each different; what cannot be said is null. */
export type CleansedValue = CleansedItem | readonly CleansedItem[] | null;

export function isList(value: CleansedValue): value is readonly CleansedItem[] {
  return Array.isArray(value);
}

/** What became of one cell: the value, the rule that made it (its name is stable) and the reason in words. */
export interface Cleansed {
  value: CleansedValue;
  rule: CleansingRule;
  reason: string;
}

/** What only the column or the workbook knows. Nothing of it is guessed where it is missing. */
export interface CleanseOptions extends OrderOptions {
  /** The unit of numbers without one: `MB`, `GiB`, `GHz`, `Kbps`, `EUR` … */
  unit?: string;
  /** The ISO 4217 code that another column of the record names, and that column's header. */
  currencyBeside?: { currency: string; header: string };
  /** Excel's own rule when a workbook does not say: 1900 (ECMA-376, `date1904` is false by default). */
  dateSystem?: 1900 | 1904;
  /** Settles `1.234` and `1,234`, which are ambiguous on their own. */
  decimalMark?: '.' | ',';
}

export const cleansed = (value: CleansedValue, rule: CleansingRule, reason: string): Cleansed => ({
  value,
  rule,
  reason,
});

/** Nothing can be said; the reason says why. */
export const unsaid = (rule: CleansingRule, reason: string): Cleansed => ({ value: null, rule, reason });

const QUOTE_MAX_CHARACTERS = 60;

/** The text as reasons quote it: in quotes, shortened. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * QUOTE_MAX_CHARACTERS + 1));
  return characters.length > QUOTE_MAX_CHARACTERS
    ? `"${characters.slice(0, QUOTE_MAX_CHARACTERS).join('')}…"`
    : `"${text}"`;
}
