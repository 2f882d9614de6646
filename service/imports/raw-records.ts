import { trusted, type ClientSession, type Model } from 'mongoose';
import type { RowRange } from '#shared/row-range.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import { rawRecordId, type RawImportRecordDocument } from '../models/raw-import-record.model.ts';
import { AppError } from '../platform/app-error.ts';
import { insertBytesIfAbsent, insertInTransaction } from '../platform/database/insert-command.ts';
import { READ_MAX_MS } from '../platform/database/read-bound.ts';
import { readAhead } from '../platform/database/read-ahead.ts';
import { REMOVE_BATCH } from '../platform/database/remove-in-batches.ts';
import { RecordBytes, type RecordCells } from './record-bytes.ts';

const READ_BATCH = 500;
/**
 * A page ends with the row that reaches this size, the names of its columns included: a thousand rows may be a gigabyte.
 * Rows of usual sheets stay far below it. Bytes.
 */
const PAGE_BYTES = 8_000_000;

/**
 * The raw records. They carry no tenant of their own, so every read starts from the import, found within its tenant
 * (docs/decisions/0005); written once, never changed, removed only some time after their import was withdrawn.
 */
export class RawRecords {
  private readonly records: Model<RawImportRecordDocument>;
  private readonly imports: TenantCollection<DataImportDocument>;

  constructor(records: Model<RawImportRecordDocument>, imports: TenantCollection<DataImportDocument>) {
    this.records = records;
    this.imports = imports;
  }

  /** Past mongoose on purpose: its Mixed would check and copy every cell, and cells were checked by ImportValidator. */
  async insertAll(dataImportId: string, rows: readonly (readonly Cell[])[], session: ClientSession): Promise<void> {
    await insertInTransaction(this.records, rawRecordsOf(dataImportId, 1, rows), session);
  }

  /**
   * Writes records that nobody can see yet, outside a transaction, acknowledged by a majority. Their ids are made of import
   * and row, so that a repeated call adds what is missing and changes nothing.
   *
   * @param parts BSON, each for one command
   * @param assertMayWrite asked before every write; throws when the writer has lost its right to
   */
  async stage(parts: readonly Buffer[], assertMayWrite: () => void): Promise<void> {
    for (const part of parts) {
      assertMayWrite();
      await insertBytesIfAbsent(this.records, part);
    }
  }

  /** The first rows of an import that is not published yet. */
  async readStaged(dataImportId: string, rows: number): Promise<Cell[][]> {
    const found = await this.records
      .find({ _id: idsOf(dataImportId, { firstRow: 1, lastRow: rows }) })
      .sort({ _id: 1 })
      .lean<RawImportRecordDocument[]>()
      .exec();
    return found.map((record) => record.cells);
  }

  /** Whether all of these rows are there. */
  async hasStaged(dataImportId: string, rows: readonly number[]): Promise<boolean> {
    const ids = rows.map((row) => rawRecordId(dataImportId, row));
    return (await this.records.countDocuments({ _id: trusted({ $in: ids }) })) === new Set(ids).size;
  }

  /** Removes the rows of one abandoned chunk, both ends included, with its claim. */
  async removeClaimed(dataImportId: string, range: RowRange, session: ClientSession): Promise<void> {
    await this.records.deleteMany({ _id: idsOf(dataImportId, range) }, { session });
  }

  /**
   * Removes staged rows, both ends included. Never called for an import that was published.
   *
   * @param mayGoOn asked before every batch
   * @returns whether all of them are gone
   */
  async removeStaged(dataImportId: string, range: RowRange, mayGoOn: () => boolean = () => true): Promise<boolean> {
    return this.removeBatches(dataImportId, range, mayGoOn);
  }

  /**
   * Removes the records of a withdrawn import that nobody is shown any more.
   *
   * @param mayGoOn asked before every batch
   * @returns whether all of them are gone
   */
  async removeWithdrawn(
    { _id, total_records: lastRow, raw_removed_at: removedAt }: DataImportDocument,
    mayGoOn: () => boolean,
  ): Promise<boolean> {
    if (removedAt === null) throw new Error('Raw records are shown until their import is marked.');
    return this.removeBatches(_id, { firstRow: 1, lastRow }, mayGoOn);
  }

  /** One page in sheet order: as many rows as asked for, or fewer large ones. @throws AppError not_found; raw_records_removed after the retention time */
  async page(
    tenant: Tenant,
    dataImportId: string,
    request: PageRequest & { rowNumber?: number | undefined },
  ): Promise<Page<RecordCells> & { dataImport: DataImportDocument }> {
    const dataImport = await this.getImport(tenant, dataImportId);
    if (dataImport.raw_removed_at) throw removed(dataImport.raw_removed_at);
    const first = Math.max(Number(request.cursor ?? 0) + 1, request.rowNumber ?? 1);
    const last = request.rowNumber ?? dataImport.total_records;
    const items = await this.readPage(dataImport, { firstRow: first, lastRow: last }, request.limit);
    const lastRow = items.at(-1)?.row_number;
    return { dataImport, items, nextCursor: lastRow !== undefined && lastRow < last ? String(lastRow) : null };
  }

  /** Records in sheet order, in batches, all of them without a range; memory does not grow with the rows. */
  async *readAll(
    dataImport: DataImportDocument,
    range: RowRange = { firstRow: 1, lastRow: dataImport.total_records },
  ): AsyncGenerator<RecordCells[]> {
    const cursor = this.bytesOf(dataImport._id, range).batchSize(READ_BATCH);
    const reader = new RecordBytes();
    for await (const batch of readAhead(cursor)) yield batch.map((bytes) => reader.read(bytes));
  }

  /** At least one row, if there is one; no more than `limit`. */
  private async readPage({ _id, columns }: DataImportDocument, range: RowRange, limit: number): Promise<RecordCells[]> {
    const keyBytes = columns.reduce((sum, { key }) => sum + key.length, 0);
    const cursor = this.bytesOf(_id, range).limit(limit).batchSize(limit).maxTimeMS(READ_MAX_MS);
    const reader = new RecordBytes();
    const items: RecordCells[] = [];
    let pageBytes = 0;
    for await (const batch of readAhead(cursor))
      for (const bytes of batch) {
        items.push(reader.read(bytes));
        pageBytes += bytes.length + keyBytes;
        if (pageBytes >= PAGE_BYTES) return items;
      }
    return items;
  }

  private bytesOf(dataImportId: string, { firstRow, lastRow }: RowRange) {
    const filter = { _id: { $gte: rawRecordId(dataImportId, firstRow), $lte: rawRecordId(dataImportId, lastRow) } };
    return this.records.collection.find<Uint8Array>(filter as never, { raw: true }).sort({ _id: 1 });
  }

  private async removeBatches(
    dataImportId: string,
    { firstRow, lastRow }: RowRange,
    mayGoOn: () => boolean,
  ): Promise<boolean> {
    for (let from = firstRow; from <= lastRow; from += REMOVE_BATCH) {
      if (!mayGoOn()) return false;
      const batch = { firstRow: from, lastRow: Math.min(from + REMOVE_BATCH - 1, lastRow) };
      await this.records.deleteMany({ _id: idsOf(dataImportId, batch) });
    }
    return true;
  }

  private getImport(tenant: Tenant, dataImportId: string): Promise<DataImportDocument> {
    return this.imports.get(tenant, { _id: dataImportId }, 'import');
  }
}

function removed(at: Date): AppError {
  const day = at.toISOString().slice(0, 10);
  return new AppError(
    'raw_records_removed',
    `The import was withdrawn, and its raw records were removed on ${day}, after the retention time.`,
  );
}

function idsOf(dataImportId: string, { firstRow, lastRow }: RowRange) {
  return trusted({ $gte: rawRecordId(dataImportId, firstRow), $lte: rawRecordId(dataImportId, lastRow) });
}

export function rawRecordsOf(
  dataImportId: string,
  firstRow: number,
  rows: readonly (readonly Cell[])[],
): RawImportRecordDocument[] {
  return rows.map((cells, index) => ({
    _id: rawRecordId(dataImportId, firstRow + index),
    data_import_id: dataImportId,
    row_number: firstRow + index,
    cells: cells as Cell[],
  }));
}
