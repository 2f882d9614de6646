import type { AssessmentView, TechDebtSummary } from '#shared/schemas/assessment.schema.ts';
import type { AssessmentDocument } from '../models/assessment.model.ts';
import type { AssessmentSummaryDocument } from '../models/assessment-summary.model.ts';

export function presentAssessment(document: AssessmentDocument): AssessmentView {
  return {
    asset_id: document.asset_id,
    asset_name: document.asset_name,
    asset_class: document.asset_class,
    products: document.products,
    debts: document.debts,
    not_checked: document.not_checked,
    treatment: document.treatment,
    treatment_state: document.treatment_state,
    reasons: document.reasons,
    would_change: document.would_change,
    missing_fields: document.missing_fields,
  };
}

export function presentSummary(document: AssessmentSummaryDocument): TechDebtSummary {
  return {
    ...document.summary,
    flow_id: document.flow_id,
    data_import_id: document.data_import_id,
    assessed_at: document.assessed_at.toISOString(),
  };
}
