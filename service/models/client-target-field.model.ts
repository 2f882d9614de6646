import { Schema } from 'mongoose';
import type { TargetField } from '#shared/target-fields.ts';

/** A client's own target field, or its changes to a built-in one. */
export interface ClientTargetFieldDocument {
  /** `<client>:<name>`. */
  _id: string;
  client_account_id: string;
  /** Where it was added. */
  engagement_id: string;
  name: string;
  /** null for a built-in field, which keeps its own definition. */
  own: Omit<TargetField, 'name' | 'aliases'> | null;
  /** The client's names for it, beside the built-in ones. */
  aliases: string[];
  /** No longer suggested or offered; columns that were mapped to it stay so. */
  is_retired: boolean;
  version: number;
  changed_by: string;
  updated_at: Date;
}

export const clientTargetFieldSchema = new Schema<ClientTargetFieldDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    name: { type: String, required: true },
    own: { type: Schema.Types.Mixed, default: null },
    aliases: { type: [String], required: true },
    is_retired: { type: Boolean, required: true },
    version: { type: Number, required: true },
    changed_by: { type: String, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'client_target_fields', versionKey: false, strict: 'throw', minimize: false },
);
clientTargetFieldSchema.index({ client_account_id: 1, name: 1 }, { unique: true });
