import { Schema } from 'mongoose';

/** How the records of one import are cleansed. `plan` is the plain data of service/cleansing/cleansing-plan.ts. */
export interface CleansingPlanDocument {
  /** The import. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  plan: unknown;
  created_at: Date;
}

export const cleansingPlanSchema = new Schema<CleansingPlanDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    plan: { type: Schema.Types.Mixed, required: true },
    created_at: { type: Date, required: true },
  },
  { collection: 'import_cleansing_plans', versionKey: false, strict: 'throw', minimize: false },
);
