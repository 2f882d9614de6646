import { Schema } from 'mongoose';
import type { AssessmentSummary } from '../tech-debt/assessment.ts';

/** Which generation of assessments an engagement shows, and its counts: one document an engagement. */
export interface AssessmentSummaryDocument {
  /** `<client account>:<engagement>`. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  generation: string;
  flow_id: string;
  data_import_id: string;
  summary: AssessmentSummary;
  assessed_at: Date;
}

export const assessmentSummarySchema = new Schema<AssessmentSummaryDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    generation: { type: String, required: true },
    flow_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    summary: { type: Schema.Types.Mixed, required: true },
    assessed_at: { type: Date, required: true },
  },
  { collection: 'assessment_summaries', versionKey: false, strict: 'throw', minimize: false },
);
