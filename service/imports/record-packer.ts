import { CELL_MAX_CHARACTERS } from '#shared/limits.ts';
import { rawRecordId, type RawImportRecordDocument } from '../models/raw-import-record.model.ts';
import { BsonBytes, ELEMENT_BYTES } from '../platform/bson/bson-bytes.ts';
import { bsonTypes, LENGTH_BYTES } from '../platform/bson/bson-walk.ts';
import { BsonWriter } from '../platform/bson/bson-writer.ts';
import { COMMAND_BYTES } from '../platform/database/insert-command.ts';
import { cellProblem } from './cell-check.ts';

/** The longest name of a cell, its place in the row, and the bytes around it. */
const CELL_BYTES = ELEMENT_BYTES + 8;
/** Date and error cells remembered as BSON: more days than a sheet's dates usually span. */
const TYPED_CELLS_KEPT = 20_000;
const TYPED_CELL_CHARACTERS_KEPT = 200;
/** Digits of a number that surely is an int32. */
const INT32_DIGITS = 9;

const BEGINNING = '{"first_row":';
const ROWS = ',"rows":[';
const END = ']}';
const byteOf = (character: string): number => character.charCodeAt(0);
const QUOTE = byteOf('"');
const BACKSLASH = byteOf('\\');
const COMMA = byteOf(',');
const MINUS = byteOf('-');
const ZERO = byteOf('0');
const ARRAY_BEGIN = byteOf('[');
const ARRAY_END = byteOf(']');
const OBJECT_BEGIN = byteOf('{');
const OBJECT_END = byteOf('}');
const SPACE = byteOf(' ');

/** The import whose records they will be. */
interface RecordsOf {
  dataImportId: string;
  /** Cells of every row. */
  columns: number;
  lastRow: number;
}

/** Rows of a chunk as the BSON of their raw records. */
export interface PackedRecords {
  firstRow: number;
  rows: number;
  /** Of at most COMMAND_BYTES and one record more. */
  parts: Buffer[];
}

/**
 * Makes raw records of a chunk's JSON as `JSON.stringify` writes it, without a value for each cell: reading, checking
 * and writing millions of those took most of the service's time. Its records are those of `JSON.parse`, `checkRows` and
 * `BsonWriter`, byte for byte (a property test compares them); anything else it leaves to them.
 */
export class RecordPacker extends BsonBytes {
  private readonly writer = new BsonWriter();
  private readonly typedCells = new Map<string, Buffer>();
  private json: Buffer = Buffer.alloc(0);
  /** Position of the next byte of `json`. */
  private next = 0;
  /** Room for the bytes of a record beside those of its JSON. */
  private recordBytes = 0;

  /**
   * @param json valid UTF-8
   * @returns null for rows that are not all good or not written in the usual way
   */
  pack(json: Buffer, { dataImportId, columns, lastRow }: RecordsOf): PackedRecords | null {
    this.json = json;
    this.next = 0;
    this.at = 0;
    if (!this.skip(BEGINNING)) return null;
    const firstRow = this.readRowNumber();
    if (firstRow === null || !this.skip(ROWS)) return null;
    const head = this.headOf(dataImportId);
    this.recordBytes = head.bytes.length + columns * CELL_BYTES + ELEMENT_BYTES;
    const parts: Buffer[] = [];
    let row = firstRow;
    for (;;) {
      this.makeRoom(0);
      if (row > lastRow || !this.packRecord(head, row, columns)) return null;
      row += 1;
      if (this.at >= COMMAND_BYTES) parts.push(this.take());
      if (json[this.next] !== COMMA) break;
      this.next += 1;
    }
    if (!this.skip(END) || this.next !== json.length) return null;
    if (this.at > 0) parts.push(this.take());
    return { firstRow, rows: row - firstRow, parts };
  }

  private packRecord(head: RecordHead, row: number, columns: number): boolean {
    const from = this.at;
    this.bytes.set(head.bytes, from);
    let digits = row;
    for (let at = from + head.idEnd - 1; digits > 0; at -= 1) {
      this.bytes[at] = ZERO + (digits % 10);
      digits = Math.floor(digits / 10);
    }
    this.view.setInt32(from + head.rowNumberAt, row, true);
    this.at += head.bytes.length;
    if (!this.packCells(columns)) return false;
    this.end(from);
    return true;
  }

  private packCells(columns: number): boolean {
    const { json } = this;
    if (json[this.next++] !== ARRAY_BEGIN) return false;
    const from = this.begin();
    for (let column = 0; column < columns; column += 1) {
      if (column > 0 && json[this.next++] !== COMMA) return false;
      const typeAt = this.at++;
      this.writeName(this.indexName(column));
      const type = this.packCell();
      if (type === null) return false;
      this.bytes[typeAt] = type;
    }
    if (json[this.next++] !== ARRAY_END) return false;
    this.end(from);
    return true;
  }

  /** @returns its type; null for a bad cell, or one not written in the usual way */
  private packCell(): number | null {
    const first = this.json[this.next] ?? 0;
    if (first === QUOTE) return this.packText();
    if (isDigit(first) || first === MINUS) return this.packNumber();
    if (first === OBJECT_BEGIN) return this.packTypedCell();
    if (this.skip('null')) return bsonTypes.null;
    if (this.skip('true')) this.bytes[this.at++] = 1;
    else if (this.skip('false')) this.bytes[this.at++] = 0;
    else return null;
    return bsonTypes.boolean;
  }

  private packText(): number | null {
    const { json, bytes } = this;
    const from = this.at + LENGTH_BYTES;
    let to = from;
    let next = this.next + 1;
    for (; ; next += 1) {
      const byte = json[next] ?? 0;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) return this.packEscapedText();
      if (byte < SPACE) return null;
      bytes[to++] = byte;
    }
    // Not more characters than bytes; whoever is close to the limit is counted the long way.
    if (to - from > CELL_MAX_CHARACTERS) return null;
    this.next = next + 1;
    this.endText(from, to);
    return bsonTypes.text;
  }

  private packEscapedText(): number | null {
    const text = this.parse(this.endOfText(this.next));
    if (typeof text !== 'string' || cellProblem(text) !== null) return null;
    const from = this.at + LENGTH_BYTES;
    this.endText(from, from + this.bytes.write(text, from, 'utf8'));
    return bsonTypes.text;
  }

  private packNumber(): number | null {
    const { json } = this;
    const from = this.next;
    let [next, value] = [from, 0];
    for (; isDigit(json[next]) && next - from < INT32_DIGITS; next += 1) value = value * 10 + (json[next] ?? 0) - ZERO;
    const isShort = next > from && (next - from === 1 || json[from] !== ZERO);
    if (isShort && isEndOfCell(json[next])) {
      this.next = next;
      return this.writeNumber(value);
    }
    while (next < json.length && !isEndOfCell(json[next])) next += 1;
    const number = this.parse(next);
    return typeof number === 'number' && Number.isFinite(number) ? this.writeNumber(number) : null;
  }

  /** A date, an error or an amount; equal ones are read once. */
  private packTypedCell(): number | null {
    const { json } = this;
    const from = this.next;
    let to = from;
    while (to < json.length && json[to] !== OBJECT_END) to = json[to] === QUOTE ? this.endOfText(to) : to + 1;
    const text = json.toString('utf8', from, to + 1);
    const bytes = this.typedCells.get(text) ?? this.readTypedCell(text);
    if (bytes === null) return null;
    this.next = to + 1;
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
    return bsonTypes.document;
  }

  private readTypedCell(text: string): Buffer | null {
    const cell = parseOrNothing(text);
    if (typeof cell !== 'object' || cell === null || cellProblem(cell) !== null) return null;
    const [part] = this.writer.write([cell], COMMAND_BYTES);
    if (part === undefined) return null;
    if (this.typedCells.size >= TYPED_CELLS_KEPT) this.typedCells.clear();
    if (text.length <= TYPED_CELL_CHARACTERS_KEPT) this.typedCells.set(text, part.bytes);
    return part.bytes;
  }

  /** Behind the quote that ends the text which begins at `from`. */
  private endOfText(from: number): number {
    const { json } = this;
    let at = from + 1;
    while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
    return at + 1;
  }

  /** The value that ends before `to`. */
  private parse(to: number): unknown {
    const value = parseOrNothing(this.json.toString('utf8', this.next, to));
    this.next = to;
    return value;
  }

  private readRowNumber(): number | null {
    const from = this.next;
    let row = 0;
    for (; isDigit(this.json[this.next]); this.next += 1) row = row * 10 + (this.json[this.next] ?? 0) - ZERO;
    const digits = this.next - from;
    return digits > 0 && this.json[from] !== ZERO ? row : null;
  }

  private skip(text: string): boolean {
    for (let index = 0; index < text.length; index += 1)
      if (this.json[this.next + index] !== text.charCodeAt(index)) return false;
    this.next += text.length;
    return true;
  }

  /** For the record that is being written and `more`: no text or number takes more than its JSON and CELL_BYTES. */
  private makeRoom(more: number): void {
    this.reserve(this.json.length - this.next + this.recordBytes + more);
  }

  /** The beginning that all records of an import share, up to their cells. */
  private headOf(dataImportId: string): RecordHead {
    const record: RawImportRecordDocument = {
      _id: rawRecordId(dataImportId, 0),
      data_import_id: dataImportId,
      row_number: 0,
      cells: [],
    };
    const [part] = this.writer.write([record], COMMAND_BYTES);
    const bytes = part?.bytes.subarray(0, -EMPTY_ARRAY_AND_END_BYTES) ?? Buffer.alloc(0);
    const idFrom = bytes.indexOf(record._id);
    return {
      bytes,
      idEnd: idFrom + record._id.length,
      rowNumberAt: bytes.indexOf('row_number\0') + 'row_number\0'.length,
    };
  }
}

const EMPTY_ARRAY_AND_END_BYTES = LENGTH_BYTES + 2;

interface RecordHead {
  bytes: Buffer;
  /** Positions in it. */
  idEnd: number;
  rowNumberAt: number;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}

function isEndOfCell(byte: number | undefined): boolean {
  return byte === COMMA || byte === ARRAY_END;
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
