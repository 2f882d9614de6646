import { grown } from '../engine-parts/grown.ts';
import type { LinkKey } from './key-kinds.ts';
import { writeHash } from './key-kinds.ts';
import { PURCHASE_FIELDS } from './purchases.ts';

/**
 * The keys of the records of one partition, or of some assets, in the order they came: 10 bytes a key and 2 a record, 14 where
 * records say how things were bought.
 * Plain bytes, to travel between processes: words would be copied where they arrive, unless they happened to be aligned.
 */
export interface KeyPart {
  /** How many keys each record has. */
  counts: Uint8Array;
  /** What each record must not be mixed up with (`VIRTUAL` …). */
  traits: Uint8Array;
  /** Two bytes a key. */
  kinds: Uint8Array;
  /** Two words a key. */
  hashes: Uint8Array;
  /** `PURCHASE_FIELDS.length` words a record; none at all where no record says anything of it. */
  purchases: Uint8Array;
}

const KEYS_OF_RECORD_MAX = 255;

/** Gathers keys record by record; doubles its room as it fills. */
export class KeyPartBuilder {
  private counts = new Uint8Array(1_024);
  private traits = new Uint8Array(1_024);
  private kinds = new Uint16Array(4_096);
  private hashes = new Uint32Array(8_192);
  private purchases: Uint32Array = new Uint32Array(0);
  private records = 0;
  private keys = 0;

  /** @param bought as `purchaseWords` gives it */
  add(keys: readonly LinkKey[], traits: number, bought: readonly number[] | null = null): void {
    const count = Math.min(keys.length, KEYS_OF_RECORD_MAX);
    this.makeRoom(count);
    this.counts[this.records] = count;
    this.traits[this.records] = traits;
    if (bought !== null) this.addPurchase(bought);
    this.records += 1;
    for (let index = 0; index < count; index += 1) {
      const key = keys[index] as LinkKey;
      this.kinds[this.keys] = key.kind;
      writeHash(key.text, this.hashes, 2 * this.keys);
      this.keys += 1;
    }
  }

  part(): KeyPart {
    return {
      counts: this.counts.slice(0, this.records),
      traits: this.traits.slice(0, this.records),
      kinds: bytesOf(this.kinds.slice(0, this.keys)),
      hashes: bytesOf(this.hashes.slice(0, 2 * this.keys)),
      purchases: bytesOf(this.purchases.length === 0 ? this.purchases : this.purchasesOfAll(this.records)),
    };
  }

  private addPurchase(bought: readonly number[]): void {
    const words = PURCHASE_FIELDS.length;
    if (words * this.counts.length > this.purchases.length) this.purchases = this.purchasesOfAll(this.counts.length);
    this.purchases.set(bought, words * this.records);
  }

  private purchasesOfAll(records: number): Uint32Array {
    const words = PURCHASE_FIELDS.length * records;
    return grown(this.purchases.subarray(0, words), words);
  }

  private makeRoom(keys: number): void {
    if (this.records + 1 > this.counts.length) {
      this.counts = grown(this.counts);
      this.traits = grown(this.traits);
    }
    if (this.keys + keys <= this.kinds.length) return;
    this.kinds = grown(this.kinds);
    this.hashes = grown(this.hashes);
  }
}

/** The part without the keys of these records, which stay in it. @param records from 0, ascending */
export function withoutKeysOf(part: KeyPart, records: Iterable<number>): KeyPart {
  const dropped = new Set(records);
  if (dropped.size === 0) return part;
  const counts = part.counts.slice();
  const kept: number[] = [];
  let key = 0;
  counts.forEach((count, record) => {
    if (dropped.has(record)) counts[record] = 0;
    else for (let at = key; at < key + count; at += 1) kept.push(at);
    key += count;
  });
  const kinds = kindsOf(part.kinds);
  const hashes = wordsOf(part.hashes);
  return {
    ...part,
    counts,
    kinds: bytesOf(Uint16Array.from(kept, (at) => kinds[at] ?? 0)),
    hashes: bytesOf(Uint32Array.from(kept.flatMap((at) => [hashes[2 * at] ?? 0, hashes[2 * at + 1] ?? 0]))),
  };
}

/** @param words all of their buffer */
const bytesOf = (words: Uint32Array | Uint16Array): Uint8Array => new Uint8Array(words.buffer);

export const wordsOf = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer);

export const keysIn = ({ kinds }: KeyPart): number => kinds.length / 2;

export const kindsOf = (bytes: Uint8Array): Uint16Array => new Uint16Array(bytes.slice().buffer);
