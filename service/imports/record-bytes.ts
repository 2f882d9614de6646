import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { RawImportRecordDocument } from '../models/raw-import-record.model.ts';
import { bsonTypes, BsonWalk } from '../platform/bson/bson-walk.ts';

export type RecordCells = Pick<RawImportRecordDocument, 'row_number' | 'cells'>;

/**
 * Reads raw records from their BSON: row and cells, nothing else. Agents read every record several times, and the
 * driver's general reader takes 1.6 times as long. Repeated texts of a sheet become the same object, so that most
 * records leave little to collect.
 */
export class RecordBytes {
  private readonly walk = new BsonWalk();

  /** @param document one of `raw_import_records` */
  read(document: Uint8Array): RecordCells {
    const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
    let cells: Cell[] | undefined;
    let row: unknown;
    // One number and one array is all there is beside texts.
    this.walk.eachItem(bytes, 0, (type, from) => {
      if (type === bsonTypes.array) this.walk.itemsInto(bytes, from, (cells = []));
      else if (type !== bsonTypes.text) row = this.walk.valueAt(bytes, type, from);
    });
    if (typeof row !== 'number' || cells === undefined) throw new Error('A raw record has no row or no cells.');
    return { row_number: row, cells };
  }
}
