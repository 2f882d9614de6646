import { grown } from '../engine-parts/grown.ts';
import { KeyNumbers } from './key-numbers.ts';
import { keysIn, kindsOf, wordsOf, type KeyPart } from './key-part.ts';
import { PURCHASE_FIELDS } from './purchases.ts';

/**
 * All keys of an import's records and of the assets they may be, as numbers: nodes 0 to `rows - 1` are the records in row
 * order, the nodes after them the assets. Equal keys have the same number.
 */
export interface KeyTable extends CommonKeys {
  rows: number;
  nodes: number;
  traits: Uint8Array;
  /** `PURCHASE_FIELDS.length` words a record, none of assets; empty where no record says anything of it. */
  purchases: Uint32Array;
  /** Entries of node n: `nodeStart[n]` to `nodeStart[n + 1] - 1`. */
  nodeStart: Uint32Array;
  entryKey: Uint32Array;
  entryKind: Uint16Array;
  keys: number;
  /** Two words a key. */
  keyHashes: Uint32Array;
}

/** The keys that more than one entry has: in most sheets few, and no other brings anything together. */
interface CommonKeys {
  /** Their numbers, ascending. */
  commonKeys: Uint32Array;
  /** Entries of `commonKeys[c]`: `commonEntries[commonStart[c]]` to `commonEntries[commonStart[c + 1] - 1]`. */
  commonStart: Uint32Array;
  commonEntries: Uint32Array;
}

/** The node an entry belongs to, by bisection: a word for each entry would be far more to hold. */
export function nodeOf({ nodeStart, nodes }: KeyTable, entry: number): number {
  return lastUpTo(entry, nodeStart, nodes);
}

/** Where a key stands among the common ones; null: only one entry has it. */
export function placeOfKey({ commonKeys }: KeyTable, key: number): number | null {
  const place = lastUpTo(key, commonKeys, commonKeys.length);
  return commonKeys[place] === key ? place : null;
}

/** Where the last of the first `count` ascending words stands that is no more than `most`. */
function lastUpTo(most: number, words: Uint32Array, count: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((words[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The keys of all records, numbered; which assets they may be is found with them, and makes the table whole. */
export class KeyTableBuilder {
  /** How many records there are; assets are the nodes after them. */
  readonly rows: number;
  private readonly purchases: Uint32Array;
  private readonly numbers: KeyNumbers;
  private traits: Uint8Array;
  private nodeStart: Uint32Array;
  private entryKind: Uint16Array;
  private entryKey: Uint32Array;
  private filled = { nodes: 0, entries: 0 };

  /** @param records in row order; gone through twice, and none is held */
  static async of(records: AsyncIterable<KeyPart> | Iterable<KeyPart>): Promise<KeyTableBuilder> {
    const sizes = { rows: 0, entries: 0, hasPurchases: false };
    for await (const part of records) {
      sizes.rows += part.counts.length;
      sizes.entries += keysIn(part);
      sizes.hasPurchases ||= part.purchases.length > 0;
    }
    const builder = new KeyTableBuilder(sizes);
    for await (const part of records) {
      if (part.purchases.length > 0) builder.fillPurchases(part);
      builder.fill(part);
    }
    return builder;
  }

  private constructor({ rows, entries, hasPurchases }: { rows: number; entries: number; hasPurchases: boolean }) {
    this.rows = rows;
    this.purchases = new Uint32Array(hasPurchases ? PURCHASE_FIELDS.length * rows : 0);
    this.traits = new Uint8Array(rows);
    this.nodeStart = new Uint32Array(rows + 1);
    this.entryKind = new Uint16Array(entries);
    this.entryKey = new Uint32Array(entries);
    this.numbers = new KeyNumbers(entries);
  }

  /** Whether any record has the key of this hash. */
  knows(low: number, high: number): boolean {
    return this.numbers.has(low, high);
  }

  /** To be called once. @param assets in the order the caller knows them by */
  build(assets: KeyPart): KeyTable {
    if (assets.counts.length > 0) {
      const [nodes, entries] = [this.rows + assets.counts.length, this.entryKind.length + keysIn(assets)];
      this.traits = grown(this.traits, nodes);
      this.nodeStart = grown(this.nodeStart, nodes + 1);
      this.entryKind = grown(this.entryKind, entries);
      this.entryKey = grown(this.entryKey, entries);
      this.numbers.makeRoom(keysIn(assets));
      this.fill(assets);
    }
    const keys = this.numbers.size;
    const keyHashes = this.numbers.finish();
    const { rows, traits, purchases, nodeStart, entryKind, entryKey } = this;
    const common = commonKeysOf(entryKey, keys);
    return {
      rows,
      nodes: traits.length,
      traits,
      purchases,
      nodeStart,
      entryKind,
      entryKey,
      keys,
      keyHashes,
      ...common,
    };
  }

  private fillPurchases({ purchases }: KeyPart): void {
    this.purchases.set(wordsOf(purchases), PURCHASE_FIELDS.length * this.filled.nodes);
  }

  private fill(part: KeyPart): void {
    const { nodes, entries } = this.filled;
    this.traits.set(part.traits, nodes);
    this.entryKind.set(kindsOf(part.kinds), entries);
    const hashes = wordsOf(part.hashes);
    for (let at = 0; at < hashes.length; at += 2)
      this.entryKey[entries + at / 2] = this.numbers.numberOf(hashes[at] ?? 0, hashes[at + 1] ?? 0);
    let end = entries;
    part.counts.forEach((count, index) => {
      end += count;
      this.nodeStart[nodes + index + 1] = end;
    });
    this.filled = { nodes: nodes + part.counts.length, entries: end };
  }
}

/** Counts the entries of each common key, sums up to where each ends, and fills from there backwards. */
function commonKeysOf(entryKey: Uint32Array, keys: number): CommonKeys {
  const isMet = new Uint8Array(keys);
  const isCommon = new Uint8Array(keys);
  for (const key of entryKey) {
    if (isMet[key] === 1) isCommon[key] = 1;
    isMet[key] = 1;
  }
  const commonKeys = new Uint32Array(isCommon.reduce((sum, is) => sum + is, 0));
  for (let key = 0, at = 0; key < keys; key += 1) if (isCommon[key] === 1) commonKeys[at++] = key;
  const placeOf = (key: number): number => lastUpTo(key, commonKeys, commonKeys.length);
  const commonStart = new Uint32Array(commonKeys.length + 1);
  const count = (place: number, more: number): number => (commonStart[place] = (commonStart[place] ?? 0) + more);
  for (const key of entryKey) if (isCommon[key] === 1) count(placeOf(key), 1);
  for (let place = 1; place <= commonKeys.length; place += 1) count(place, commonStart[place - 1] ?? 0);
  const commonEntries = new Uint32Array(commonStart[commonKeys.length] ?? 0);
  for (let entry = entryKey.length - 1; entry >= 0; entry -= 1) {
    const key = entryKey[entry] ?? 0;
    if (isCommon[key] === 1) commonEntries[count(placeOf(key), -1)] = entry;
  }
  return { commonKeys, commonStart, commonEntries };
}
