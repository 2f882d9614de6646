import { Schema } from 'mongoose';
import { roles, type Role } from '#shared/statuses.ts';

export interface ApiKeyDocument {
  _id: string;
  /** SHA-256 of the key, hex. Keys are long and random, so a slow hash would add nothing. */
  key_hash: string;
  name: string;
  role: Role;
  /** null: any. */
  client_account_id: string | null;
  engagement_id: string | null;
  created_at: Date;
  created_by: string;
  revoked_at: Date | null;
  /** null: never. Keys made before there was an end have none. */
  expires_at?: Date | null;
  /** To the hour; null until a use was seen. */
  last_used_at?: Date | null;
  /** Counts up when the settings change what the first key is granted; absent: 0. */
  revision?: number;
  /** On the oldest key: how many names were given to keys. Two given at the same time conflict here. */
  names_given?: number;
}

export const apiKeySchema = new Schema<ApiKeyDocument>(
  {
    _id: String,
    key_hash: { type: String, required: true },
    name: { type: String, required: true },
    role: { type: String, enum: roles, required: true },
    client_account_id: { type: String, default: null },
    engagement_id: { type: String, default: null },
    created_at: { type: Date, required: true },
    created_by: { type: String, required: true },
    revoked_at: { type: Date, default: null },
    expires_at: { type: Date, default: null },
    last_used_at: { type: Date, default: null },
    revision: { type: Number },
    names_given: { type: Number },
  },
  { collection: 'api_keys', versionKey: false, strict: 'throw' },
);
apiKeySchema.index({ key_hash: 1 }, { unique: true });
