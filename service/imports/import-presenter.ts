import type { ImportDetail, ImportSummary, RawRecord } from '#shared/schemas/import.schema.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { RecordCells } from './record-bytes.ts';

/** From documents to the wire; the only way out for imports and raw records. */

export function presentImport(document: DataImportDocument): ImportSummary {
  return {
    data_import_id: document._id,
    flow_id: document.flow_id,
    status: document.status,
    filename: document.filename,
    sheet_name: document.sheet_name,
    total_records: document.total_records,
    intended_type: document.intended_type,
    imported_by: document.imported_by,
    withdrawn_at: document.withdrawn_at?.toISOString() ?? null,
    raw_removed_at: document.raw_removed_at?.toISOString() ?? null,
    created_at: document.created_at.toISOString(),
  };
}

export function presentImportDetail(document: DataImportDocument): ImportDetail {
  return {
    ...presentImport(document),
    columns: document.columns.map(({ index, header, key }) => ({ index, header, key })),
    size: document.size,
    type: document.mime_type,
    range: document.range,
    header_row: document.header_row,
    date_system: document.date_system,
    filled_columns: document.filled_columns ?? [],
  };
}

/** `Object.fromEntries` defines own properties, so a column called `__proto__` comes out like any other. */
export function presentRawRecord(record: RecordCells, columns: DataImportDocument['columns']): RawRecord {
  const raw_data: Record<string, Cell> = Object.fromEntries(
    columns.map((column) => [column.key, record.cells[column.index] ?? null]),
  );
  return { row_number: record.row_number, raw_data };
}
