import { sentence } from '#shared/field-label.ts';
import { formatNumber } from '#shared/format.ts';
import { heldText } from '#shared/records-text.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';

const NAMED_MAX = 3;

/** The things of a conflict by their names, else by their rows. */
export function heldNames(held: HeldCase): string {
  const names = [...new Set(held.things.map(({ name }) => name))].filter((name) => name !== '');
  return names.length === 0 ? sentence(heldText(held)) : firstNames(names);
}

/** `web01, web02, web03 and 2 more` */
export function firstNames(names: readonly string[]): string {
  const more = names.length > NAMED_MAX ? ` and ${formatNumber(names.length - NAMED_MAX)} more` : '';
  return names.slice(0, NAMED_MAX).join(', ') + more;
}
