import { isIPv4, isIPv6 } from 'node:net';
import { isJsonText } from '../engine-parts/json-text.ts';
import type { ValueSeparator } from '#shared/schemas/cleansing.schema.ts';

/** Whether a text holds several values kept apart by this separator. */
export function isMultiValued(text: string, separator: ValueSeparator): boolean {
  if (!text.includes(separator) || isJsonText(text)) return false;
  const parts = text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return false;
  if (separator === '\n') return !parts.some(isProse);
  return separator !== ',' || isCommaList(text, parts);
}

/** `10,000`, `20.940,66 €`, `EUR 1,234.50`, `1,5 TB`: one number, with what it counts. */
const ONE_AMOUNT = /^(?:[A-Za-z]{1,3}|\p{Sc})? ?[-+]?\d[\d,.'’\s]*(?:\p{Sc}|%|[A-Za-z]{1,5})?$/u;

/** Commas also stand in numbers (`10,000`), names (`Lee, Ann`) and sentences: only what can be nothing else is a list. */
function isCommaList(text: string, parts: readonly string[]): boolean {
  if (parts.every((part) => isIPv4(part) || isIPv6(part))) return true;
  if (ONE_AMOUNT.test(text)) return false;
  if (parts.every((part) => /\d/.test(part) && !/\s/.test(part))) return true;
  if (parts.some(isProse)) return false;
  return parts.length > 2 || !text.includes(', ');
}

/** More words than a name has. */
const isProse = (part: string): boolean => part.split(/\s+/).length > 4;
