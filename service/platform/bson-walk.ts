import { BSON } from 'mongodb';
import { KnownTexts } from './known-texts.ts';

/** Types of BSON's values, of those this service stores (bsonspec.org). */
export const bsonTypes = {
  double: 1,
  text: 2,
  document: 3,
  array: 4,
  boolean: 8,
  date: 9,
  null: 10,
  int32: 16,
  int64: 18,
} as const;

/** One element of a document or an array: its type, and where its value stands. */
export interface BsonElement {
  type: number;
  name: string;
  from: number;
  to: number;
}

export const LENGTH_BYTES = 4;

/** Goes through documents as the server sent them: whoever needs a few values of large ones pays for those. */
export class BsonWalk {
  private readonly texts = new KnownTexts();

  /**
   * Visits the elements of the document or array that begins at `at`, and reads none of them.
   *
   * @throws Error for a type this service never stores
   */
  eachElement(bytes: Buffer, at: number, visit: (element: BsonElement) => void): void {
    let next = at + LENGTH_BYTES;
    for (;;) {
      const type = bytes[next] ?? 0;
      if (type === 0) return;
      const nameFrom = next + 1;
      let nameTo = nameFrom;
      while (bytes[nameTo] !== 0) nameTo += 1;
      const from = nameTo + 1;
      const to = from + sizeOf(bytes, type, from);
      visit({ type, name: this.texts.at(bytes, nameFrom, nameTo), from, to });
      next = to;
    }
  }

  /** What the driver would have read of the element. */
  valueAt(bytes: Buffer, { type, from, to }: BsonElement): unknown {
    switch (type) {
      case bsonTypes.text:
        return this.texts.at(bytes, from + LENGTH_BYTES, to - 1);
      case bsonTypes.double:
        return bytes.readDoubleLE(from);
      case bsonTypes.int32:
        return bytes.readInt32LE(from);
      case bsonTypes.int64:
        return Number(bytes.readBigInt64LE(from));
      case bsonTypes.boolean:
        return bytes[from] === 1;
      case bsonTypes.date:
        return new Date(Number(bytes.readBigInt64LE(from)));
      case bsonTypes.document:
        return BSON.deserialize(bytes.subarray(from, to));
      case bsonTypes.array: {
        const items: unknown[] = [];
        this.eachElement(bytes, from, (item) => items.push(this.valueAt(bytes, item)));
        return items;
      }
      default:
        return null;
    }
  }
}

function sizeOf(bytes: Buffer, type: number, from: number): number {
  switch (type) {
    case bsonTypes.text:
      return LENGTH_BYTES + bytes.readInt32LE(from);
    case bsonTypes.document:
    case bsonTypes.array:
      return bytes.readInt32LE(from);
    case bsonTypes.double:
    case bsonTypes.date:
    case bsonTypes.int64:
      return 8;
    case bsonTypes.int32:
      return 4;
    case bsonTypes.boolean:
      return 1;
    case bsonTypes.null:
      return 0;
    default:
      throw new Error(`A document has a value of BSON type ${type}.`);
  }
}
