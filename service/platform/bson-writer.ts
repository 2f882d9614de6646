import { bsonTypes } from './bson-walk.ts';

const FIRST_BYTES = 64 * 1_024;
/** Below it a loop over characters is quicker than a call of native code. */
const SHORT_CHARACTERS = 40;
const ASCII_MAX = 127;
/** Type, length and end of an element, and the largest value of fixed size. */
const ELEMENT_BYTES = 16;
/** UTF-8 bytes that a UTF-16 unit takes at most. */
const BYTES_PER_UNIT = 3;
/** Names beyond are written anew each time: they are made of something a client sent. */
const NAMES_KEPT = 4_096;

export interface BsonPart {
  /** Position of its first document. */
  from: number;
  bytes: Buffer;
}

/**
 * Writes documents as BSON, byte for byte as the driver does (a property test compares them), in half its time: it looks
 * for the few types this service stores and writes names and short texts without a call of native code each.
 */
export class BsonWriter {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private view = new DataView(this.bytes.buffer, this.bytes.byteOffset);
  private at = 0;
  /** With the zero that ends each. */
  private readonly names = new Map<string, Uint8Array>();
  private readonly indexes: Uint8Array[] = [];

  /**
   * The documents one after the other, in parts that end with the document that makes them `partBytes` long: plain objects
   * of texts, numbers, booleans, dates, null, arrays and plain objects. Another call may come between two parts.
   *
   * @throws TypeError for a value of another type, and for a name with a zero character, which would end it
   */
  *write(documents: readonly object[], partBytes: number): Generator<BsonPart> {
    for (let from = 0, to = 0; from < documents.length; from = to) {
      this.at = 0;
      for (; to < documents.length && this.at < partBytes; to += 1) this.writeObject(documents[to] ?? {});
      yield { from, bytes: Buffer.from(this.bytes.subarray(0, this.at)) };
    }
  }

  private writeObject(object: object): void {
    const from = this.begin();
    for (const [name, value] of Object.entries(object)) this.writeElement(this.nameBytes(name), value);
    this.end(from);
  }

  private writeArray(items: readonly unknown[]): void {
    const from = this.begin();
    for (let index = 0; index < items.length; index += 1)
      this.writeElement((this.indexes[index] ??= endedName(String(index))), items[index]);
    this.end(from);
  }

  /** Leaves room for the length, which is known at the end. */
  private begin(): number {
    this.reserve(ELEMENT_BYTES);
    const from = this.at;
    this.at += 4;
    return from;
  }

  private end(from: number): void {
    this.reserve(1);
    this.bytes[this.at++] = 0;
    this.view.setInt32(from, this.at - from, true);
  }

  private writeElement(name: Uint8Array, value: unknown): void {
    this.reserve(name.length + ELEMENT_BYTES);
    const typeAt = this.at;
    const { bytes } = this;
    let at = typeAt + 1;
    for (let index = 0; index < name.length; index += 1) bytes[at++] = name[index] ?? 0;
    this.at = at;
    const type = this.writeValue(value);
    this.bytes[typeAt] = type;
  }

  /** @returns its type */
  private writeValue(value: unknown): number {
    if (typeof value === 'string') return this.writeText(value);
    if (typeof value === 'number') return this.writeNumber(value);
    if (value === null || value === undefined) return bsonTypes.null;
    if (typeof value === 'boolean') {
      this.bytes[this.at++] = value ? 1 : 0;
      return bsonTypes.boolean;
    }
    if (Array.isArray(value)) {
      this.writeArray(value);
      return bsonTypes.array;
    }
    if (value instanceof Date) {
      this.view.setBigInt64(this.at, BigInt(value.getTime()), true);
      this.at += 8;
      return bsonTypes.date;
    }
    if (!isPlain(value)) throw new TypeError(`Not stored as BSON here: ${Object.prototype.toString.call(value)}`);
    this.writeObject(value);
    return bsonTypes.document;
  }

  private writeNumber(value: number): number {
    if ((value | 0) === value && !Object.is(value, -0)) {
      this.view.setInt32(this.at, value, true);
      this.at += 4;
      return bsonTypes.int32;
    }
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
    return bsonTypes.double;
  }

  private writeText(text: string): number {
    const { length } = text;
    this.reserve(length * BYTES_PER_UNIT + ELEMENT_BYTES);
    const { bytes } = this;
    const from = this.at + 4;
    let at = from;
    if (length < SHORT_CHARACTERS)
      for (; at < from + length; at += 1) {
        const unit = text.charCodeAt(at - from);
        if (unit > ASCII_MAX) break;
        bytes[at] = unit;
      }
    if (at < from + length) at = from + bytes.write(text, from, 'utf8');
    bytes[at++] = 0;
    this.view.setInt32(this.at, at - from, true);
    this.at = at;
    return bsonTypes.text;
  }

  private nameBytes(name: string): Uint8Array {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const ended = endedName(name);
    if (this.names.size < NAMES_KEPT) this.names.set(name, ended);
    return ended;
  }

  private reserve(bytes: number): void {
    const needed = this.at + bytes;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
    this.view = new DataView(larger.buffer, larger.byteOffset);
  }
}

function endedName(name: string): Uint8Array {
  if (name.includes('\0')) throw new TypeError('A name in a document must not contain a zero character.');
  return Buffer.from(`${name}\0`, 'utf8');
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
