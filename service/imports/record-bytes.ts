import { BSON } from 'mongodb';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { RawImportRecordDocument } from '../models/raw-import-record.model.ts';
import { bsonTypes } from '../platform/bson-walk.ts';
import { KnownTexts } from '../platform/known-texts.ts';

export type RecordCells = Pick<RawImportRecordDocument, 'row_number' | 'cells'>;

/**
 * Reads raw records from their BSON: row and cells, nothing else. Agents read every record several times, and the
 * driver's general reader takes 1.6 times as long. Repeated texts of a sheet become the same object, so that most
 * records leave little to collect.
 */
export class RecordBytes {
  private readonly texts = new KnownTexts();
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
      if (type === bsonTypes.array) cells = this.readCells();
      else if (type === bsonTypes.text) this.at += 4 + this.bytes.readInt32LE(this.at);
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
      case bsonTypes.text: {
        this.at += 4 + this.bytes.readInt32LE(from);
        return this.texts.at(this.bytes, from + 4, this.at - 1);
      }
      case bsonTypes.double:
        this.at += 8;
        return this.bytes.readDoubleLE(from);
      case bsonTypes.int32:
        this.at += 4;
        return this.bytes.readInt32LE(from);
      case bsonTypes.boolean:
        this.at += 1;
        return this.bytes[from] === 1;
      case bsonTypes.null:
        return null;
      case bsonTypes.document:
        this.at += this.bytes.readInt32LE(from);
        return BSON.deserialize(this.bytes.subarray(from, this.at)) as Cell;
      default:
        throw new Error(`A raw record has a value of BSON type ${type}.`);
    }
  }
}
