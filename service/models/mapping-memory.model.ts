import { Schema } from 'mongoose';
import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import { valueKinds, type ValueKind } from '#shared/statuses.ts';

/** A decision of an analyst's on one raw value. It is an item of a list, since a value can be any text. */
export interface RememberedMeaning {
  value: string;
  /** One of the field's allowed values; null: such cells say nothing. */
  target_value: string | null;
  decided_by: string;
  decided_at: Date;
  data_import_id: string;
}

/** The decision of a client's analysts on a header, shared by all its engagements. */
export interface MappingMemoryDocument {
  /** Digest of client, fingerprint and kind of values: one entry each. */
  _id: string;
  client_account_id: string;
  /** The engagement and the import that decided it last. */
  engagement_id: string;
  data_import_id: string;
  fingerprint: string;
  /** The header as it was first seen; of a longer one what the fingerprint is made of. */
  header: string;
  value_kind: ValueKind;
  /** null: such columns are left out. */
  target_field: string | null;
  /** A person's choice of how the cells are read; absent in entries from before it was remembered. */
  cleansing?: CleansingChoiceWire | null;
  /** Decisions on values, the newest last; absent in entries from before they were remembered. */
  meanings?: RememberedMeaning[];
  /** The decision was on this very column; false: it was approved in bulk with others. */
  is_explicit: boolean;
  confirmed_by: string;
  confirmed_at: Date;
  last_used_at: Date;
  use_count: number;
  version: number;
}

export const mappingMemorySchema = new Schema<MappingMemoryDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    fingerprint: { type: String, required: true },
    header: { type: String, required: true },
    value_kind: { type: String, enum: valueKinds, required: true },
    target_field: { type: String, default: null },
    cleansing: { type: Schema.Types.Mixed, default: null },
    meanings: {
      type: [
        {
          _id: false,
          value: String,
          target_value: { type: String, default: null },
          decided_by: String,
          decided_at: Date,
          data_import_id: String,
        },
      ],
      required: true,
    },
    is_explicit: { type: Boolean, required: true },
    confirmed_by: { type: String, required: true },
    confirmed_at: { type: Date, required: true },
    last_used_at: { type: Date, required: true },
    use_count: { type: Number, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'mapping_memory', versionKey: false, strict: 'throw' },
);
mappingMemorySchema.index({ client_account_id: 1, fingerprint: 1, value_kind: 1 }, { unique: true });
mappingMemorySchema.index({ client_account_id: 1, _id: 1 }, { name: 'in_order' });
