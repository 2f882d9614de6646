import { KeyNumbers } from './key-numbers.ts';
import { grown, type KeyPart } from './key-part.ts';
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
  /** Entries of key k: `keyEntries[keyStart[k]]` to `keyEntries[keyStart[k + 1] - 1]`. */
  keys: number;
  keyStart: Uint32Array;
  keyEntries: Uint32Array;
  /** Two words a key. */
  keyHashes: Uint32Array;
}

/** The node an entry belongs to, by bisection: a word for each entry would be far more to hold. */
export function nodeOf({ nodeStart, nodes }: KeyTable, entry: number): number {
  let [low, high] = [0, nodes - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((nodeStart[middle] ?? 0) <= entry) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The keys of all records, numbered; which assets they may be is found with them, and makes the table whole. */
export class KeyTableBuilder {
  private readonly rows: number;
  private readonly purchases: Uint32Array;
  private readonly numbers: KeyNumbers;
  private traits: Uint8Array;
  private nodeStart: Uint32Array;
  private entryKind: Uint8Array;
  private entryKey: Uint32Array;

  /** @param records in row order; the parts are taken out of it, since all keys twice at a time are too much to hold */
  constructor(records: KeyPart[]) {
    this.rows = total(records, (part) => part.counts);
    const entries = total(records, (part) => part.kinds);
    const hasPurchases = records.some((part) => part.purchases.length > 0);
    this.purchases = new Uint32Array(hasPurchases ? PURCHASE_FIELDS.length * this.rows : 0);
    this.traits = new Uint8Array(this.rows);
    this.nodeStart = new Uint32Array(this.rows + 1);
    this.entryKind = new Uint8Array(entries);
    this.entryKey = new Uint32Array(entries);
    const hashes = new Uint32Array(2 * entries);
    let [row, entry] = [0, 0];
    for (let part = records.shift(); part !== undefined; part = records.shift()) {
      hashes.set(part.hashes, 2 * entry);
      if (part.purchases.length > 0) this.purchases.set(part.purchases, PURCHASE_FIELDS.length * row);
      this.fill(part, row, entry);
      row += part.counts.length;
      entry += part.kinds.length;
    }
    this.numbers = new KeyNumbers(entries, hashes);
    this.number(hashes, 0);
  }

  /** Whether any record has the key of this hash. */
  knows(low: number, high: number): boolean {
    return this.numbers.has(low, high);
  }

  /** To be called once. @param assets in the order the caller knows them by */
  build(assets: KeyPart): KeyTable {
    const [row, entry] = [this.rows, this.entryKind.length];
    if (assets.counts.length > 0) {
      this.traits = grown(this.traits, new Uint8Array(row + assets.counts.length));
      this.nodeStart = grown(this.nodeStart, new Uint32Array(row + assets.counts.length + 1));
      this.entryKind = grown(this.entryKind, new Uint8Array(entry + assets.kinds.length));
      this.entryKey = grown(this.entryKey, new Uint32Array(entry + assets.kinds.length));
      this.fill(assets, row, entry);
      this.numbers.makeRoom(assets.kinds.length);
      this.number(assets.hashes, entry);
    }
    const keys = this.numbers.size;
    const keyHashes = this.numbers.finish();
    const { rows, traits, purchases, nodeStart, entryKind, entryKey } = this;
    const byKey = entriesByKey(entryKey, keys);
    return { rows, nodes: traits.length, traits, purchases, nodeStart, entryKind, entryKey, keys, keyHashes, ...byKey };
  }

  private fill(part: KeyPart, node: number, entry: number): void {
    this.traits.set(part.traits, node);
    this.entryKind.set(part.kinds, entry);
    let end = entry;
    part.counts.forEach((count, index) => {
      end += count;
      this.nodeStart[node + index + 1] = end;
    });
  }

  private number(hashes: Uint32Array, firstEntry: number): void {
    for (let at = 0; at < hashes.length; at += 2)
      this.entryKey[firstEntry + at / 2] = this.numbers.numberOf(hashes[at] ?? 0, hashes[at + 1] ?? 0);
  }
}

const total = (parts: readonly KeyPart[], of: (part: KeyPart) => Uint8Array): number =>
  parts.reduce((sum, part) => sum + of(part).length, 0);

/** Counts the entries of each key, sums up to where each ends, and fills from there backwards. */
function entriesByKey(entryKey: Uint32Array, keys: number): Pick<KeyTable, 'keyStart' | 'keyEntries'> {
  const keyStart = new Uint32Array(keys + 1);
  for (const key of entryKey) keyStart[key] = (keyStart[key] ?? 0) + 1;
  for (let key = 1; key <= keys; key += 1) keyStart[key] = (keyStart[key] ?? 0) + (keyStart[key - 1] ?? 0);
  const keyEntries = new Uint32Array(entryKey.length);
  for (let entry = entryKey.length - 1; entry >= 0; entry -= 1) {
    const key = entryKey[entry] ?? 0;
    const at = (keyStart[key] ?? 0) - 1;
    keyStart[key] = at;
    keyEntries[at] = entry;
  }
  return { keyStart, keyEntries };
}
