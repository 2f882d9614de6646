import { Schema } from 'mongoose';
import type { Column } from '#shared/column-keys.ts';
import type { OpenUploadRequest } from '#shared/schemas/upload.schema.ts';
import { storedUploadStates, type StoredUploadState } from '#shared/statuses.ts';
import { columnSchema } from './data-import.model.ts';

/** Rows one chunk holds. It is claimed before its rows are written, and stored when the last of them is. */
export interface UploadChunkDocument {
  n: number;
  first_row: number;
  last_row: number;
  /** SHA-256 of the JSON it came as, hex: the same number with other content is refused. */
  digest: string;
  state: 'claimed' | 'stored';
  /** Until then the claim belongs to the writer of its rows; afterwards it is abandoned. */
  lease_until: Date;
}

/**
 * One upload: the sheet to be, and which of its rows have arrived. The chunks stand in the session itself, so that "no
 * two chunks share a row" and "the session is still open" are one atomic update (docs/decisions/0015).
 */
export interface UploadSessionDocument {
  _id: string;
  client_account_id: string;
  engagement_id: string;
  /** The reserved id that the rows are staged under; an import of this id exists from the publication on. */
  data_import_id: string;
  state: StoredUploadState;
  columns: Column[];
  total_rows: number;
  metadata: OpenUploadRequest['metadata'];
  upload_context: OpenUploadRequest['upload_context'];
  chunks: UploadChunkDocument[];
  opened_by: string;
  created_at: Date;
  expires_at: Date;
  /** When it was published, expired or was discarded. */
  ended_at: Date | null;
  /** When the rows of an expired or discarded session were removed for good. */
  rows_removed_at: Date | null;
  /** MongoDB removes the session then. */
  forget_at: Date | null;
}

const chunkSchema = new Schema<UploadChunkDocument>(
  {
    n: { type: Number, required: true },
    first_row: { type: Number, required: true },
    last_row: { type: Number, required: true },
    digest: { type: String, required: true },
    state: { type: String, enum: ['claimed', 'stored'], required: true },
    lease_until: { type: Date, required: true },
  },
  { _id: false, strict: 'throw' },
);

export const uploadSessionSchema = new Schema<UploadSessionDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    state: { type: String, enum: storedUploadStates, required: true },
    columns: { type: [columnSchema], required: true },
    total_rows: { type: Number, required: true },
    metadata: { type: Schema.Types.Mixed, required: true },
    upload_context: { type: Schema.Types.Mixed, required: true },
    chunks: { type: [chunkSchema], required: true },
    opened_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    expires_at: { type: Date, required: true },
    ended_at: { type: Date, default: null },
    rows_removed_at: { type: Date, default: null },
    forget_at: { type: Date, default: null },
  },
  { collection: 'upload_sessions', versionKey: false, strict: 'throw' },
);
uploadSessionSchema.index({ data_import_id: 1 }, { unique: true });
/** For the sweeper. */
uploadSessionSchema.index({ state: 1, expires_at: 1 });
uploadSessionSchema.index({ forget_at: 1 }, { expireAfterSeconds: 0 });
