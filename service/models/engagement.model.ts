import { Schema } from 'mongoose';

/** One engagement of one client account: the tenant that owns imports and flows. */
export interface EngagementDocument {
  /** `<client account>/<engagement>`: neither may contain a slash, so it is unique and sorts by client. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  created_at: Date;
  created_by: string;
  /** How often a turn at writing its assets was taken: two at the same time conflict here. */
  inventory_turns?: number;
}

export const engagementSchema = new Schema<EngagementDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    created_at: { type: Date, required: true },
    created_by: { type: String, required: true },
    inventory_turns: { type: Number },
  },
  { collection: 'engagements', versionKey: false, strict: 'throw' },
);
