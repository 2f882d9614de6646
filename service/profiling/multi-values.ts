import { isIPv4, isIPv6 } from 'node:net';
import type { ValueSeparator } from '#shared/schemas/cleansing.schema.ts';

/** Whether a text holds several values kept apart by this separator. */
export function isMultiValued(text: string, separator: ValueSeparator): boolean {
  if (!text.includes(separator)) return false;
  const parts = text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return false;
  return separator !== ',' || isCommaList(text, parts);
}

/** Commas also stand in numbers (`10,000`), names (`Lee, Ann`) and sentences: only what can be nothing else is a list. */
function isCommaList(text: string, parts: readonly string[]): boolean {
  if (parts.every((part) => isIPv4(part) || isIPv6(part))) return true;
  if (/^-?[\d,. ]+$/.test(text)) return false;
  if (parts.every((part) => /\d/.test(part) && !/\s/.test(part))) return true;
  if (parts.some((part) => part.split(/\s+/).length > 4)) return false;
  return parts.length > 2 || !text.includes(', ');
}
