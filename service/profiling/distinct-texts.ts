import { grown } from '../engine-parts/grown.ts';
import type { TextHash } from './text-hash.ts';

const FIRST_CAPACITY = 16;

/** Different texts in order of their first appearance: 8 bytes of hash and 4 of row number each. Plain data. */
export interface DistinctList {
  /** Two halves a text, as `TextHash` has them. */
  keys: Uint32Array<ArrayBuffer>;
  firstRows: Uint32Array<ArrayBuffer>;
}

/** Which texts were seen, known by their hashes. About 20 bytes a text, outside the garbage collector's reach. */
export class DistinctTexts {
  size = 0;
  private keys = new Uint32Array(2 * FIRST_CAPACITY);
  private firstRows = new Uint32Array(FIRST_CAPACITY);
  /** Positions plus 1 by hash, open addressing; 0 is free. At least half of them are. */
  private slots = new Uint32Array(2 * FIRST_CAPACITY);

  /** Where the text stands among the different ones, from 0; -1 when it was not seen. */
  indexOf({ low, high }: Pick<TextHash, 'low' | 'high'>): number {
    const { keys, slots } = this;
    const mask = slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = (slots[slot] ?? 0) - 1;
      if (at < 0 || (keys[2 * at] === low && keys[2 * at + 1] === high)) return at;
    }
  }

  /** Adds a text that was not seen. @returns where it stands */
  append({ low, high }: Pick<TextHash, 'low' | 'high'>, row: number): number {
    if (this.size === this.firstRows.length) this.grow();
    const at = this.size;
    this.keys[2 * at] = low;
    this.keys[2 * at + 1] = high;
    this.firstRows[at] = row;
    this.take(at);
    this.size += 1;
    return at;
  }

  firstRowOf(at: number): number {
    return this.firstRows[at] ?? 0;
  }

  list(): DistinctList {
    return { keys: this.keys.slice(0, 2 * this.size), firstRows: this.firstRows.slice(0, this.size) };
  }

  private take(at: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (this.keys[2 * at] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = at + 1;
  }

  private grow(): void {
    this.keys = grown(this.keys);
    this.firstRows = grown(this.firstRows);
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let at = 0; at < this.size; at += 1) this.take(at);
  }
}
