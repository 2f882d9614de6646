import { isDeepStrictEqual } from 'node:util';
import type { CleansedValue } from '#service/cleansing/cleansed.ts';
import type { RowTruth } from './warty-sheet.ts';

/** What two rows say of a field: the same, something else, or nothing that could be compared. */
type Comparison = 'same' | 'other' | 'untold';

const PURCHASE = ['purchase_date', 'purchase_cost', 'warranty_expiration'];

/** Whether the rows say enough to tell the two things they are of apart for certain: all that warts have not destroyed. */
export function areToldApart(one: RowTruth, other: RowTruth): boolean {
  const compare = (field: string): Comparison => comparison(one.expected.get(field), other.expected.get(field));
  if (compare('serial_number') === 'other') return true;
  const addresses = [compareAddresses(one, other), compare('mac_address')];
  const bought = PURCHASE.map(compare).filter((found) => found === 'other');
  return addresses.includes('other') && bought.length >= 2;
}

/**
 * Whether the rows give one name two serial numbers, and no MAC address of theirs alone that would tell that one of them
 * is wrong.
 */
export function looksReplaced(one: RowTruth, other: RowTruth, all: readonly RowTruth[]): boolean {
  const compare = (field: string): Comparison => comparison(one.expected.get(field), other.expected.get(field));
  if (compare('serial_number') !== 'other') return false;
  const mac = one.expected.get('mac_address') ?? null;
  const isShared = all.some((row) => row.group !== one.group && row.expected.get('mac_address') === mac);
  return compare('mac_address') !== 'same' || isShared;
}

/** Whether anything at all in the two rows speaks against their being one. */
export function doDiffer(one: RowTruth, other: RowTruth): boolean {
  const fields = ['serial_number', 'mac_address', 'fqdn', ...PURCHASE];
  const found = fields.map((field) => comparison(one.expected.get(field), other.expected.get(field)));
  return [...found, compareAddresses(one, other)].includes('other');
}

function comparison(one: CleansedValue | undefined, other: CleansedValue | undefined): Comparison {
  if (one === null || one === undefined || other === null || other === undefined) return 'untold';
  if (isDeepStrictEqual(one, other)) return 'same';
  return currencyOf(one) === currencyOf(other) ? 'other' : 'untold';
}

const currencyOf = (value: NonNullable<CleansedValue>): string | null =>
  typeof value === 'object' && 'currency' in value ? value.currency : null;

/** Of one family, and none in common: a machine has addresses of either. */
function compareAddresses(one: RowTruth, other: RowTruth): Comparison {
  const found = [one, other].map(({ expected }) => [expected.get('ip_address') ?? []].flat().map(String));
  const [here = [], there = []] = found;
  if (here.some((address) => there.includes(address))) return 'same';
  const isV6 = (address: string): boolean => address.includes(':');
  return here.some((address) => there.some((beside) => isV6(beside) === isV6(address))) ? 'other' : 'untold';
}
