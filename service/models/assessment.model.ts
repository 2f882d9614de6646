import { Schema } from 'mongoose';
import { assetClasses, debtKinds, treatments, treatmentStates } from '#shared/statuses.ts';
import type { Assessment } from '../tech-debt/assessment.ts';

/** What is said of one asset, of one generation; its form is explained in service/tech-debt/assessment.ts. */
export type AssessmentDocument = Assessment;

export const assessmentSchema = new Schema<AssessmentDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    generation: { type: String, required: true },
    asset_id: { type: String, required: true },
    asset_name: { type: String, required: true },
    asset_class: { type: String, enum: assetClasses, required: true },
    products: { type: Schema.Types.Mixed, required: true },
    debts: { type: Schema.Types.Mixed, required: true },
    not_checked: { type: Schema.Types.Mixed, required: true },
    kinds: { type: [{ type: String, enum: debtKinds }], required: true },
    treatment: { type: String, enum: [...treatments, null], default: null },
    treatment_state: { type: String, enum: treatmentStates, required: true },
    reasons: { type: [String], required: true },
    would_change: { type: [String], required: true },
    missing_fields: { type: [String], required: true },
  },
  { collection: 'asset_assessments', versionKey: false, strict: 'throw', minimize: false },
);
const generation = { client_account_id: 1, engagement_id: 1, generation: 1 } as const;
assessmentSchema.index({ ...generation, _id: 1 }, { name: 'in_order' });
assessmentSchema.index({ ...generation, kinds: 1, _id: 1 }, { name: 'by_kind' });
assessmentSchema.index({ ...generation, treatment: 1, _id: 1 }, { name: 'by_treatment' });
