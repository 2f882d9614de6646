import { BSON } from 'mongodb';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { RawImportRecordDocument } from '../models/raw-import-record.model.ts';

export type RecordCells = Pick<RawImportRecordDocument, 'row_number' | 'cells'>;

/** BSON's types, of the values that raw records have (bsonspec.org). */
const DOUBLE = 1;
const TEXT = 2;
const DOCUMENT = 3;
const ARRAY = 4;
const BOOLEAN = 8;
const NULL = 10;
const INT32 = 16;

/** Longer texts hardly repeat. */
const KEPT_CHARACTERS_MAX = 40;
/** A power of two. */
const TEXTS_KEPT = 4_096;
const ASCII_MAX = 127;

/**
 * Reads raw records from their BSON: row and cells, nothing else. Agents read every record several times, and the driver's
 * reader, which knows nothing of them, takes 1.6 times as long. What repeats in a sheet becomes the same text, so that
 * most records leave little to collect.
 */
export class RecordBytes {
  private readonly texts: (string | undefined)[] = new Array<string | undefined>(TEXTS_KEPT);
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;

  /** @param bytes one document of `raw_import_records` */
  read(bytes: Uint8Array): RecordCells {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 4;
    let cells: Cell[] | undefined;
    let row: unknown;
    for (;;) {
      const type = this.bytes[this.at] ?? 0;
      if (type === 0) break;
      this.skipName();
      // One number and one array is all there is beside texts.
      if (type === ARRAY) cells = this.readCells();
      else if (type === TEXT) this.at += 4 + this.bytes.readInt32LE(this.at);
      else row = this.readValue(type);
    }
    if (typeof row !== 'number' || cells === undefined) throw new Error('A raw record has no row or no cells.');
    return { row_number: row, cells };
  }

  private readCells(): Cell[] {
    const cells: Cell[] = [];
    this.at += 4;
    for (;;) {
      const type = this.bytes[this.at] ?? 0;
      if (type === 0) break;
      this.skipName();
      cells.push(this.readValue(type));
    }
    this.at += 1;
    return cells;
  }

  /** Past the type and the name, which a zero ends. */
  private skipName(): void {
    this.at += 1;
    while (this.bytes[this.at] !== 0) this.at += 1;
    this.at += 1;
  }

  private readValue(type: number): Cell {
    const from = this.at;
    switch (type) {
      case TEXT: {
        this.at += 4 + this.bytes.readInt32LE(from);
        return this.textAt(from + 4, this.at - 1);
      }
      case DOUBLE:
        this.at += 8;
        return this.bytes.readDoubleLE(from);
      case INT32:
        this.at += 4;
        return this.bytes.readInt32LE(from);
      case BOOLEAN:
        this.at += 1;
        return this.bytes[from] === 1;
      case NULL:
        return null;
      case DOCUMENT:
        this.at += this.bytes.readInt32LE(from);
        return BSON.deserialize(this.bytes.subarray(from, this.at)) as Cell;
      default:
        throw new Error(`A raw record has a value of BSON type ${type}.`);
    }
  }

  private textAt(from: number, to: number): string {
    if (to - from > KEPT_CHARACTERS_MAX) return this.bytes.toString('utf8', from, to);
    let hash = to - from;
    for (let at = from; at < to; at += 1) {
      const byte = this.bytes[at] ?? 0;
      if (byte > ASCII_MAX) return this.bytes.toString('utf8', from, to);
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const place = (hash ^ (hash >>> 12)) & (TEXTS_KEPT - 1);
    const known = this.texts[place];
    if (known !== undefined && this.isAt(known, from, to)) return known;
    return (this.texts[place] = this.bytes.toString('latin1', from, to));
  }

  private isAt(text: string, from: number, to: number): boolean {
    if (text.length !== to - from) return false;
    for (let index = 0; index < text.length; index += 1)
      if (text.charCodeAt(index) !== this.bytes[from + index]) return false;
    return true;
  }
}
