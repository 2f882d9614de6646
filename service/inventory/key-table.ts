import type { KeyPart } from './key-part.ts';
import { PURCHASE_FIELDS } from './purchases.ts';

/**
 * All keys of an import's records and of the assets they may be, as numbers: nodes 0 to `rows - 1` are the records in row
 * order, the nodes after them the assets. Equal keys have the same number.
 */
export interface KeyTable {
  rows: number;
  nodes: number;
  traits: Uint8Array;
  /** `PURCHASE_FIELDS.length` words a record, none of assets; empty where no record says anything of it. */
  purchases: Uint32Array;
  /** Entries of node n: `nodeStart[n]` to `nodeStart[n + 1] - 1`. */
  nodeStart: Uint32Array;
  entryKey: Uint32Array;
  entryKind: Uint8Array;
  entryNode: Uint32Array;
  /** Entries of key k: `keyEntries[keyStart[k]]` to `keyEntries[keyStart[k + 1] - 1]`. */
  keys: number;
  keyStart: Uint32Array;
  keyEntries: Uint32Array;
  /** Two words a key. */
  keyHashes: Uint32Array;
}

/** @param assets after the records, in the order the caller knows them by */
export function buildKeyTable(records: readonly KeyPart[], assets: readonly KeyPart[]): KeyTable {
  const parts = [...records, ...assets];
  const total = (size: (part: KeyPart) => number, of = parts): number => of.reduce((sum, part) => sum + size(part), 0);
  const nodes = total((part) => part.counts.length);
  const entries = total((part) => part.kinds.length);
  const traits = new Uint8Array(nodes);
  const nodeStart = new Uint32Array(nodes + 1);
  const entryKind = new Uint8Array(entries);
  const entryNode = new Uint32Array(entries);
  const entryKey = new Uint32Array(entries);
  const numbers = new KeyNumbers(entries);
  let node = 0;
  let entry = 0;
  for (const part of parts) {
    traits.set(part.traits, node);
    entryKind.set(part.kinds, entry);
    for (let index = 0, of = 0; index < part.counts.length; index += 1, node += 1) {
      nodeStart[node] = entry;
      for (const last = of + (part.counts[index] ?? 0); of < last; of += 1, entry += 1) {
        entryNode[entry] = node;
        entryKey[entry] = numbers.numberOf(part.hashes[2 * of] ?? 0, part.hashes[2 * of + 1] ?? 0);
      }
    }
  }
  nodeStart[nodes] = entry;
  const { keyStart, keyEntries } = entriesByKey(entryKey, numbers.size);
  const rows = total((part) => part.counts.length, [...records]);
  const keyHashes = numbers.hashes.subarray(0, 2 * numbers.size);
  return {
    rows,
    nodes,
    traits,
    purchases: purchasesOf(records, rows),
    nodeStart,
    entryKey,
    entryKind,
    entryNode,
    keys: numbers.size,
    keyStart,
    keyEntries,
    keyHashes,
  };
}

function purchasesOf(records: readonly KeyPart[], rows: number): Uint32Array {
  const words = PURCHASE_FIELDS.length;
  if (records.every(({ purchases }) => purchases.length === 0)) return new Uint32Array(0);
  const found = new Uint32Array(words * rows);
  let row = 0;
  for (const { purchases, counts } of records) {
    found.set(purchases, words * row);
    row += counts.length;
  }
  return found;
}

function entriesByKey(entryKey: Uint32Array, keys: number) {
  const keyStart = new Uint32Array(keys + 1);
  for (const key of entryKey) keyStart[key + 1] = (keyStart[key + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key += 1) keyStart[key + 1] = (keyStart[key + 1] ?? 0) + (keyStart[key] ?? 0);
  const next = keyStart.slice(0, keys);
  const keyEntries = new Uint32Array(entryKey.length);
  for (let entry = 0; entry < entryKey.length; entry += 1) {
    const key = entryKey[entry] ?? 0;
    const at = next[key] ?? 0;
    keyEntries[at] = entry;
    next[key] = at + 1;
  }
  return { keyStart, keyEntries };
}

/** Numbers hashes from 0 in the order they are met: open addressing in typed arrays, 8 bytes a hash and 4 a slot. */
export class KeyNumbers {
  readonly hashes: Uint32Array;
  size = 0;
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(most: number) {
    let slots = 16;
    while (slots < 1.5 * most) slots *= 2;
    this.slots = new Int32Array(slots).fill(-1);
    this.mask = slots - 1;
    this.hashes = new Uint32Array(2 * most);
  }

  numberOf(low: number, high: number): number {
    const slot = this.slotOf(low, high);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) return known;
    this.hashes[2 * this.size] = low;
    this.hashes[2 * this.size + 1] = high;
    this.slots[slot] = this.size;
    this.size += 1;
    return this.size - 1;
  }

  has(low: number, high: number): boolean {
    return (this.slots[this.slotOf(low, high)] ?? -1) >= 0;
  }

  private slotOf(low: number, high: number): number {
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & this.mask;
    for (;;) {
      const known = this.slots[slot] ?? -1;
      if (known < 0 || (this.hashes[2 * known] === low && this.hashes[2 * known + 1] === high)) return slot;
      slot = (slot + 1) & this.mask;
    }
  }
}
