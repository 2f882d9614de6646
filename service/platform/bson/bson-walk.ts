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

export const LENGTH_BYTES = 4;

/** Is shown an element of a document: its name, the type of its value, and where that begins. */
type ElementVisit = (name: string, type: number, from: number) => void;

/** Goes through documents as the server sent them: a reader of a few values of large ones pays for those only. */
export class BsonWalk {
  private readonly texts = new KnownTexts();

  /**
   * Visits the elements of the document that begins at `at`, and reads none of their values.
   *
   * @throws Error for a type this service never stores
   */
  eachElement(bytes: Buffer, at: number, visit: ElementVisit): void {
    for (let next = at + LENGTH_BYTES; ;) {
      const type = bytes[next] ?? 0;
      if (type === 0) return;
      const name = this.texts.untilZero(bytes, next + 1);
      const from = this.texts.end + 1;
      visit(name, type, from);
      next = from + sizeOf(bytes, type, from);
    }
  }

  /** Visits the items of the array or document that begins at `at`; their names are not read. */
  eachItem(bytes: Buffer, at: number, visit: (type: number, from: number) => void): void {
    for (let next = at + LENGTH_BYTES; ;) {
      const type = bytes[next] ?? 0;
      if (type === 0) return;
      let from = next + 1;
      while (bytes[from] !== 0) from += 1;
      from += 1;
      visit(type, from);
      next = from + sizeOf(bytes, type, from);
    }
  }

  /** The value that begins at `from`, as the driver would have read it. */
  valueAt(bytes: Buffer, type: number, from: number): unknown {
    switch (type) {
      case bsonTypes.text:
        return this.texts.at(bytes, from + LENGTH_BYTES, from + sizeOf(bytes, type, from) - 1);
      case bsonTypes.double:
        return bytes.readDoubleLE(from);
      case bsonTypes.int32:
        return int32At(bytes, from);
      case bsonTypes.int64:
        return int64At(bytes, from);
      case bsonTypes.boolean:
        return bytes[from] === 1;
      case bsonTypes.date:
        return new Date(int64At(bytes, from));
      case bsonTypes.document:
        return this.documentAt(bytes, from);
      case bsonTypes.array:
        return this.itemsAt(bytes, from, (itemType, itemFrom) => this.valueAt(bytes, itemType, itemFrom));
      default:
        return null;
    }
  }

  /** What `read` makes of the items of the array that begins at `at`. Most hold one, and a list that grows has room for many. */
  itemsAt<Item>(bytes: Buffer, at: number, read: (type: number, from: number) => Item): Item[] {
    let items: Item[] | null = null;
    this.eachItem(bytes, at, (type, from) => {
      if (items === null) items = [read(type, from)];
      else items.push(read(type, from));
    });
    return items ?? [];
  }

  /** Reads the items of an array into a list that is there already, whose others become undefined: without a call for each. */
  itemsInto(bytes: Buffer, at: number, items: unknown[]): void {
    for (let next = at + LENGTH_BYTES, index = 0; ; index += 1) {
      const type = bytes[next] ?? 0;
      if (type === 0) return void items.fill(undefined, index);
      let from = next + 1;
      while (bytes[from] !== 0) from += 1;
      from += 1;
      items[index] = this.valueAt(bytes, type, from);
      next = from + sizeOf(bytes, type, from);
    }
  }

  private documentAt(bytes: Buffer, at: number): Record<string, unknown> {
    const document: Record<string, unknown> = {};
    this.eachElement(bytes, at, (name, type, from) => {
      const value = this.valueAt(bytes, type, from);
      // As a plain assignment it would be no field of its own.
      if (name === '__proto__') Object.defineProperty(document, name, { ...OWN, value });
      else document[name] = value;
    });
    return document;
  }
}

const OWN = { writable: true, enumerable: true, configurable: true };

function sizeOf(bytes: Buffer, type: number, from: number): number {
  switch (type) {
    case bsonTypes.text:
      return LENGTH_BYTES + int32At(bytes, from);
    case bsonTypes.document:
    case bsonTypes.array:
      return int32At(bytes, from);
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

/** Without the checks of `Buffer.readInt32LE`, which take longer than the reading. */
function int32At(bytes: Buffer, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

/** As a number, as the driver gives integers below 2⁵³. */
function int64At(bytes: Buffer, at: number): number {
  return int32At(bytes, at + 4) * 2 ** 32 + (int32At(bytes, at) >>> 0);
}
