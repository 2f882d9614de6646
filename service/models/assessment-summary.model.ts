import { Schema } from 'mongoose';
import type { AssessmentSummary } from '../tech-debt/assessment.ts';

/**
 * Which generation of assessments an engagement shows, and its counts: one document an engagement. All but the counter is
 * null before the first one was stored.
 */
export interface AssessmentSummaryDocument {
  /** `<client account>:<engagement>`. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  /** How many generations were begun; numbers are given out once. Absent where none was since they have numbers. */
  generations_begun?: number;
  generation: string | null;
  flow_id: string | null;
  data_import_id: string | null;
  summary: AssessmentSummary | null;
  assessed_at: Date | null;
  /** When what is left of other generations was last looked for; absent: not yet. */
  swept_at?: Date;
}

export const assessmentSummarySchema = new Schema<AssessmentSummaryDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    generations_begun: { type: Number },
    generation: { type: String, default: null },
    flow_id: { type: String, default: null },
    data_import_id: { type: String, default: null },
    summary: { type: Schema.Types.Mixed, default: null },
    assessed_at: { type: Date, default: null },
    swept_at: { type: Date },
  },
  { collection: 'assessment_summaries', versionKey: false, strict: 'throw', minimize: false },
);
/** For the sweeper. */
assessmentSummarySchema.index({ swept_at: 1 }, { name: 'sweeps' });
