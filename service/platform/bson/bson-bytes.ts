import { bsonTypes, LENGTH_BYTES } from './bson-walk.ts';

const FIRST_BYTES = 64 * 1_024;
/** Type, length and end of an element, and the largest value of fixed size. */
export const ELEMENT_BYTES = 16;

/** A buffer that grows, and the pieces of BSON that are written into it (bsonspec.org). */
export class BsonBytes {
  protected bytes = Buffer.allocUnsafe(FIRST_BYTES);
  protected view = new DataView(this.bytes.buffer, this.bytes.byteOffset);
  /** Where the next byte goes. */
  protected at = 0;
  private readonly indexNames: Uint8Array[] = [];

  /** Makes room. Holders of `bytes` or `view` must look them up again. */
  protected reserve(bytes: number): void {
    const needed = this.at + bytes;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
    this.view = new DataView(larger.buffer, larger.byteOffset);
  }

  /** A copy of the bytes written so far; the next writing begins anew. */
  protected take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.at));
    this.at = 0;
    return taken;
  }

  /** Leaves room for the length of a document or an array, which is known at its end. */
  protected begin(): number {
    const from = this.at;
    this.at += LENGTH_BYTES;
    return from;
  }

  protected end(from: number): void {
    this.bytes[this.at++] = 0;
    this.view.setInt32(from, this.at - from, true);
  }

  protected writeName(name: Uint8Array): void {
    const { bytes } = this;
    let { at } = this;
    for (let index = 0; index < name.length; index += 1) bytes[at++] = name[index] ?? 0;
    this.at = at;
  }

  /** @returns its type: int32 where it is one, as the driver does it */
  protected writeNumber(value: number): number {
    if ((value | 0) === value && !Object.is(value, -0)) {
      this.view.setInt32(this.at, value, true);
      this.at += 4;
      return bsonTypes.int32;
    }
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
    return bsonTypes.double;
  }

  /** Length and end of a text that was written from `from` to `to`. */
  protected endText(from: number, to: number): void {
    this.bytes[to] = 0;
    this.view.setInt32(from - LENGTH_BYTES, to + 1 - from, true);
    this.at = to + 1;
  }

  protected indexName(index: number): Uint8Array {
    return (this.indexNames[index] ??= endedName(String(index)));
  }
}

/** @throws TypeError for a name with a zero character, which would end it */
export function endedName(name: string): Uint8Array {
  if (name.includes('\0')) throw new TypeError('A name in a document must not contain a zero character.');
  return Buffer.from(`${name}\0`, 'utf8');
}
