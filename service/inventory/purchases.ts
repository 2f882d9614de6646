import type { AssetValue, AssetValues } from './asset.ts';
import { writeHash } from './key-kinds.ts';

/** What is settled when a thing is bought: it stays, whatever the thing is called and wherever it is moved. */
export const PURCHASE_FIELDS = ['purchase_date', 'purchase_cost', 'warranty_expiration'] as const;

/** Bits of a word that say what the figure is counted in; the others are a digest of it. */
const UNIT_BITS = 15;
const UNIT_MASK = (1 << UNIT_BITS) - 1;
const DAY = /^\d{4}-\d{2}-\d{2}/;
const digest = new Uint32Array(2);

/** Of one record, one word a field in the order of `PURCHASE_FIELDS`, 0 where nothing is said; null: nothing at all. */
export function purchaseWords(values: AssetValues): readonly number[] | null {
  const words = PURCHASE_FIELDS.map((field) => wordOf(values[field]?.[0]?.value));
  return words.some((word) => word !== 0) ? words : null;
}

function wordOf(value: AssetValue['value'] | undefined): number {
  if (typeof value === 'string') return DAY.test(value) ? packed(value.slice(0, 10), '') : 0;
  if (typeof value !== 'object' || !('amount' in value)) return 0;
  // Nothing was paid: nobody knows what was.
  return value.amount > 0 ? packed(String(value.amount), value.currency ?? '') : 0;
}

function packed(text: string, unit: string): number {
  writeHash(text, digest, 0);
  const counted = [...unit].reduce((bits, letter) => (bits << 5) | (letter.charCodeAt(0) & 31), 0) & UNIT_MASK;
  return (((digest[0] ?? 0) & ~UNIT_MASK) | counted) >>> 0 || 1;
}

/**
 * In how many fields two things were bought differently; 0 as soon as one field agrees. Amounts of different currencies
 * tell nothing. Two digests meet by chance once in 130,000: then the two count as bought alike.
 *
 * @param one words by field, as `purchaseWords` gives them
 */
export function boughtApart(one: readonly ReadonlySet<number>[], other: readonly ReadonlySet<number>[]): number {
  let apart = 0;
  for (const [index, words] of one.entries()) {
    const others = [...(other[index] ?? [])];
    if (others.some((word) => words.has(word))) return 0;
    const units = new Set([...words].map((word) => word & UNIT_MASK));
    if (others.some((word) => units.has(word & UNIT_MASK))) apart += 1;
  }
  return apart;
}
