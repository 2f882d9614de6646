import { Schema } from 'mongoose';
import type { GraphMeasures } from '../dependencies/graph-tally.ts';

/** Which generation of its edges is an engagement's dependency graph. One document an engagement. */
export interface EngagementGraphDocument {
  /** Follows from client account and engagement. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  /** How many generations were begun; numbers are given out once. */
  generations_begun: number;
  /** The generation that counts and its number; null and 0 before the first one was stored. */
  generation: string | null;
  generation_number: number;
  /** The flow whose phase made it. */
  flow_id: string | null;
  built_at: Date | null;
  measures: GraphMeasures | null;
}

export const engagementGraphSchema = new Schema<EngagementGraphDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    generations_begun: { type: Number, required: true },
    generation: { type: String, default: null },
    generation_number: { type: Number, required: true },
    flow_id: { type: String, default: null },
    built_at: { type: Date, default: null },
    measures: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'engagement_graphs', versionKey: false, strict: 'throw', minimize: false },
);
