import { Schema } from 'mongoose';

/**
 * The measures of one column by data validation. `profile` is the plain data of service/profiling/column-profile.ts,
 * `evidence` that of service/cleansing/column-evidence.ts; null where the header promises no dates or numbers.
 */
export interface ColumnProfileDocument {
  /** `<import>:<column, five digits>`. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  data_import_id: string;
  column_index: number;
  profile: unknown;
  evidence: unknown;
}

export const columnProfileSchema = new Schema<ColumnProfileDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    column_index: { type: Number, required: true },
    profile: { type: Schema.Types.Mixed, required: true },
    evidence: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'import_column_profiles', versionKey: false, strict: 'throw', minimize: false },
);
columnProfileSchema.index({ data_import_id: 1, column_index: 1 }, { unique: true });
