import type { AssessmentView, TechDebtSummary } from '#shared/schemas/assessment.schema.ts';
import type { AssessmentDocument } from '../models/assessment.model.ts';
import type { AssetAssessment } from '../tech-debt/assessment.ts';
import type { AssessmentSummaryDocument } from '../models/assessment-summary.model.ts';

export function presentAssessment({ said }: AssessmentDocument): AssessmentView {
  const assessment = JSON.parse(said) as AssetAssessment;
  return {
    asset_id: assessment.asset_id,
    asset_name: assessment.asset_name,
    asset_class: assessment.asset_class,
    products: assessment.products,
    debts: assessment.debts,
    not_checked: assessment.not_checked,
    treatment: assessment.treatment,
    treatment_state: assessment.treatment_state,
    reasons: assessment.reasons,
    would_change: assessment.would_change,
    missing_fields: assessment.missing_fields,
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
