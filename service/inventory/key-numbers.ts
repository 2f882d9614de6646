/** Numbers 64-bit hashes from 0 in the order they are met: open addressing in typed arrays, 8 bytes a hash and 5 for its slot. */
export class KeyNumbers {
  size = 0;
  private hashes: Uint32Array;
  private slots: Int32Array;

  /** @param most how many there can be; more after `makeRoom` */
  constructor(most: number) {
    this.hashes = new Uint32Array(2 * most);
    this.slots = emptySlots(most);
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

  /** Negative when it has none. */
  find(low: number, high: number): number {
    return this.slots[this.slotOf(low, high)] ?? -1;
  }

  has(low: number, high: number): boolean {
    return this.find(low, high) >= 0;
  }

  makeRoom(more: number): void {
    const most = this.size + more;
    if (2 * most <= this.hashes.length) return;
    const hashes = new Uint32Array(2 * most);
    hashes.set(this.hashes.subarray(0, 2 * this.size));
    this.hashes = hashes;
    this.slots = emptySlots(most);
    for (let number = 0; number < this.size; number += 1)
      this.slots[this.slotOf(hashes[2 * number] ?? 0, hashes[2 * number + 1] ?? 0)] = number;
  }

  /** All hashes in the order of their numbers. Nothing can be numbered or found any more: the slots are let go of. */
  finish(): Uint32Array {
    this.slots = new Int32Array(0);
    return this.hashes.subarray(0, 2 * this.size);
  }

  private slotOf(low: number, high: number): number {
    const { slots, hashes } = this;
    let slot = ((low ^ Math.imul(high, 0x9e3779b1)) >>> 0) % slots.length;
    for (;;) {
      const known = slots[slot] ?? -1;
      if (known < 0 || (hashes[2 * known] === low && hashes[2 * known + 1] === high)) return slot;
      slot += 1;
      if (slot === slots.length) slot = 0;
    }
  }
}

/** A fifth of them stays empty, so that looking for one ends soon. */
const emptySlots = (most: number): Int32Array => new Int32Array(Math.ceil(1.25 * most) + 1).fill(-1);
