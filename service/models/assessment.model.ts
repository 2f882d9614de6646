import { Schema } from 'mongoose';
import { debtKinds, treatments, type DebtKind, type Treatment } from '#shared/statuses.ts';

/**
 * The assessment of one asset, of one generation. Only the filters of lists are fields; the whole assessment, these
 * included, is one text of JSON (docs/decisions/0029).
 */
export interface AssessmentDocument {
  /** `<generation>:<asset>`. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  generation: string;
  /** The kinds of its debts. */
  kinds: DebtKind[];
  treatment: Treatment | null;
  /** Days on which the support of its products ends, ISO, each once. */
  support_ends: string[];
  /** An `AssetAssessment` (service/tech-debt/assessment.ts). */
  said: string;
}

export const assessmentSchema = new Schema<AssessmentDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    generation: { type: String, required: true },
    kinds: { type: [{ type: String, enum: debtKinds }], required: true },
    treatment: { type: String, enum: [...treatments, null], default: null },
    support_ends: { type: [String], required: true },
    said: { type: String, required: true },
  },
  { collection: 'asset_assessments', versionKey: false, strict: 'throw', minimize: false },
);
const generation = { client_account_id: 1, engagement_id: 1, generation: 1 } as const;
// All of a generation are a range of ids, so that no further index is written with each of them.
assessmentSchema.index({ ...generation, kinds: 1, _id: 1 }, { name: 'by_kind' });
assessmentSchema.index({ ...generation, treatment: 1, _id: 1 }, { name: 'by_treatment' });
assessmentSchema.index({ ...generation, support_ends: 1, _id: 1 }, { name: 'by_support_end' });
