import { BsonBytes, ELEMENT_BYTES, endedName } from './bson-bytes.ts';
import { bsonTypes, LENGTH_BYTES } from './bson-walk.ts';

/** Below it a loop over characters is quicker than a call of native code. */
const SHORT_CHARACTERS = 40;
const ASCII_MAX = 127;
/** UTF-8 bytes that a UTF-16 unit takes at most. */
const BYTES_PER_UNIT = 3;
/** Names beyond are written anew each time: they are made of something a client sent. */
const NAMES_KEPT = 4_096;

interface BsonPart {
  /** Position of its first document. */
  from: number;
  bytes: Buffer;
}

/**
 * Writes documents as BSON, byte for byte as the driver does (a property test compares them), in half its time: it looks
 * for the few types this service stores and writes names and short texts without a call of native code each.
 */
export class BsonWriter extends BsonBytes {
  /** With the zero that ends each. */
  private readonly names = new Map<string, Uint8Array>();

  /**
   * The documents one after the other, in parts that end with the document that makes them `partBytes` long: plain objects
   * of texts, numbers, booleans, dates, null, arrays and plain objects. Another call may come between two parts.
   *
   * @throws TypeError for a value of another type, and for a name with a zero character
   */
  *write(documents: readonly object[], partBytes: number): Generator<BsonPart> {
    for (let from = 0, to = 0; from < documents.length; from = to) {
      this.at = 0;
      for (; to < documents.length && this.at < partBytes; to += 1) this.writeObject(documents[to] ?? {});
      yield { from, bytes: this.take() };
    }
  }

  private writeObject(object: object): void {
    this.reserve(ELEMENT_BYTES);
    const from = this.begin();
    for (const name of Object.keys(object))
      this.writeElement(this.nameOf(name), (object as Readonly<Record<string, unknown>>)[name]);
    this.reserve(1);
    this.end(from);
  }

  private writeArray(items: readonly unknown[]): void {
    this.reserve(ELEMENT_BYTES);
    const from = this.begin();
    for (let index = 0; index < items.length; index += 1) this.writeElement(this.indexName(index), items[index]);
    this.reserve(1);
    this.end(from);
  }

  private writeElement(name: Uint8Array, value: unknown): void {
    this.reserve(name.length + ELEMENT_BYTES);
    const typeAt = this.at++;
    this.writeName(name);
    // Writing it may make another buffer, so that `this.bytes` is looked up after it.
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

  private writeText(text: string): number {
    const { length } = text;
    this.reserve(length * BYTES_PER_UNIT + ELEMENT_BYTES);
    const { bytes } = this;
    const from = this.at + LENGTH_BYTES;
    let at = from;
    if (length < SHORT_CHARACTERS)
      for (; at < from + length; at += 1) {
        const unit = text.charCodeAt(at - from);
        if (unit > ASCII_MAX) break;
        bytes[at] = unit;
      }
    if (at < from + length) at = from + bytes.write(text, from, 'utf8');
    this.endText(from, at);
    return bsonTypes.text;
  }

  private nameOf(name: string): Uint8Array {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const ended = endedName(name);
    if (this.names.size < NAMES_KEPT) this.names.set(name, ended);
    return ended;
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
