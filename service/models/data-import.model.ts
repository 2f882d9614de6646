import { Schema } from 'mongoose';
import type { Column } from '#shared/column-keys.ts';
import type { DateSystem } from '#shared/excel-dates.ts';
import { importStatuses, type ImportCategory, type ImportStatus } from '#shared/statuses.ts';

/** The record of one import: its file, its source and its author, with its columns stored once. */
export interface DataImportDocument {
  _id: string;
  client_account_id: string;
  engagement_id: string;
  flow_id: string;
  status: ImportStatus;
  filename: string;
  size: number;
  mime_type: string;
  sheet_name: string | null;
  range: string | null;
  header_row: number | null;
  date_system: DateSystem | null;
  /** Columns in which merged cells were filled down (decision 0051); absent in imports from before. */
  filled_columns?: number[];
  intended_type: ImportCategory;
  validation_upload_id: string | null;
  upload_timestamp: Date;
  columns: Column[];
  total_records: number;
  /** Goes up with every change of a field mapping; the ETag of the mapping list. */
  mapping_revision: number;
  imported_by: string;
  /** When and by whom it was taken back; null while it counts. */
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  /** Since when its raw records are shown no more, because the retention time was over; null while they are kept. */
  raw_removed_at: Date | null;
  /** When the last of them was gone. */
  raw_swept_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

/** A column of an import, and of an upload that becomes one. */
export const columnSchema = new Schema<Column>(
  { index: Number, header: String, key: String },
  { _id: false, strict: 'throw' },
);

export const dataImportSchema = new Schema<DataImportDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    flow_id: { type: String, required: true },
    status: { type: String, enum: importStatuses, required: true },
    filename: { type: String, required: true },
    size: { type: Number, required: true },
    mime_type: { type: String, default: '' },
    sheet_name: { type: String, default: null },
    range: { type: String, default: null },
    header_row: { type: Number, default: null },
    date_system: { type: String, default: null },
    filled_columns: { type: [Number], default: undefined },
    intended_type: { type: String, required: true },
    validation_upload_id: { type: String, default: null },
    upload_timestamp: { type: Date, required: true },
    columns: { type: [columnSchema], required: true },
    total_records: { type: Number, required: true },
    mapping_revision: { type: Number, required: true },
    imported_by: { type: String, required: true },
    withdrawn_at: { type: Date, default: null },
    withdrawn_by: { type: String, default: null },
    raw_removed_at: { type: Date, default: null },
    raw_swept_at: { type: Date, default: null },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'data_imports', versionKey: false, strict: 'throw' },
);
dataImportSchema.index({ client_account_id: 1, engagement_id: 1, _id: -1 });
dataImportSchema.index(
  { raw_swept_at: 1, withdrawn_at: 1 },
  { name: 'withdrawn_to_sweep', partialFilterExpression: { withdrawn_at: { $gt: new Date(0) } } },
);
