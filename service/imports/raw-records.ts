import { trusted, type ClientSession, type Model } from 'mongoose';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import { rawRecordId, type RawImportRecordDocument } from '../models/raw-import-record.model.ts';
import { notFound } from '../platform/app-error.ts';

/** Documents a write command carries; the driver splits at 100,000 by itself, which a small cache does not like. */
const INSERT_BATCH = 5_000;
const READ_BATCH = 2_000;

/**
 * The raw records. They carry no tenant of their own, so every read starts from the import, found within its tenant
 * (docs/decisions/0005); written once, never changed.
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
    for (let from = 0; from < rows.length; from += INSERT_BATCH) {
      const documents = rows.slice(from, from + INSERT_BATCH).map((cells, index) => {
        const rowNumber = from + index + 1;
        return {
          _id: rawRecordId(dataImportId, rowNumber),
          data_import_id: dataImportId,
          row_number: rowNumber,
          cells: cells as Cell[],
        };
      });
      await this.records.collection.insertMany(documents as never[], { session, ordered: true });
    }
  }

  /** One page in sheet order. @throws AppError not_found */
  async page(
    tenant: Tenant,
    dataImportId: string,
    request: PageRequest & { rowNumber?: number | undefined },
  ): Promise<Page<RawImportRecordDocument> & { dataImport: DataImportDocument }> {
    const dataImport = await this.getImport(tenant, dataImportId);
    const after = request.cursor === undefined ? (request.rowNumber ?? 1) : Number(request.cursor) + 1;
    const last = request.rowNumber ?? dataImport.total_records;
    const found = await this.records
      .find({
        _id: trusted({ $gte: rawRecordId(dataImportId, Math.max(after, 1)), $lte: rawRecordId(dataImportId, last) }),
      })
      .sort({ _id: 1 })
      .limit(request.limit)
      .lean<RawImportRecordDocument[]>()
      .exec();
    const lastRow = found.at(-1)?.row_number;
    return { dataImport, items: found, nextCursor: lastRow !== undefined && lastRow < last ? String(lastRow) : null };
  }

  /** All records in sheet order, in batches; memory does not grow with the rows. */
  async *readAll(dataImport: DataImportDocument): AsyncGenerator<RawImportRecordDocument[]> {
    const cursor = this.records
      .find({
        _id: trusted({
          $gte: rawRecordId(dataImport._id, 1),
          $lte: rawRecordId(dataImport._id, dataImport.total_records),
        }),
      })
      .sort({ _id: 1 })
      .lean<RawImportRecordDocument[]>()
      .batchSize(READ_BATCH)
      .cursor();
    let batch: RawImportRecordDocument[] = [];
    for await (const record of cursor) {
      batch.push(record);
      if (batch.length < READ_BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  private async getImport(tenant: Tenant, dataImportId: string): Promise<DataImportDocument> {
    const dataImport = await this.imports.find(tenant, { _id: dataImportId });
    if (dataImport === null) throw notFound('import');
    return dataImport;
  }
}
