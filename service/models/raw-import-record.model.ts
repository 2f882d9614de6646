import { Schema } from 'mongoose';
import type { Cell } from '#shared/schemas/cell.schema.ts';

/**
 * One sheet row, never altered. Cells stand in the order of the import's columns, so that headers such as `$cost`,
 * `CPU.count` or `__proto__` never become field names. Tenant and columns are the import's (docs/decisions/0005).
 */
export interface RawImportRecordDocument {
  /** `<import>:<row, seven digits>`: unique, repeatable, and in sheet order without a second index. */
  _id: string;
  data_import_id: string;
  row_number: number;
  cells: Cell[];
}

export const rawImportRecordSchema = new Schema<RawImportRecordDocument>(
  {
    _id: String,
    data_import_id: { type: String, required: true },
    row_number: { type: Number, required: true },
    cells: { type: [Schema.Types.Mixed], required: true },
  },
  { collection: 'raw_import_records', versionKey: false, strict: 'throw' },
);

export function rawRecordId(dataImportId: string, rowNumber: number): string {
  return `${dataImportId}:${String(rowNumber).padStart(7, '0')}`;
}
