import { Schema } from 'mongoose';
import type { StoreImportResponse } from '#shared/schemas/import.schema.ts';
import { IDEMPOTENCY_KEPT_DAYS } from '#shared/limits.ts';

/** The answer of one attempt, written in the attempt's own transaction: either both exist or neither. */
export interface IdempotencyRecordDocument {
  /** SHA-256 of tenant and key, hex. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  /** SHA-256 of the request, hex: the same key with another body is refused. */
  request_hash: string;
  answer: StoreImportResponse;
  created_at: Date;
}

export const idempotencyRecordSchema = new Schema<IdempotencyRecordDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    request_hash: { type: String, required: true },
    answer: { type: Schema.Types.Mixed, required: true },
    created_at: { type: Date, required: true },
  },
  { collection: 'idempotency_records', versionKey: false, strict: 'throw' },
);
idempotencyRecordSchema.index({ created_at: 1 }, { expireAfterSeconds: IDEMPOTENCY_KEPT_DAYS * 86_400 });
