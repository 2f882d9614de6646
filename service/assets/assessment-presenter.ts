import type { AssessmentView, TechDebtSummary } from '#shared/schemas/assessment.schema.ts';
import type { AssessmentDocument } from '../models/assessment.model.ts';
import type { AssetAssessment, EvidenceValue } from '../tech-debt/assessment.ts';
import type { ShownAssessments } from './assessment-store.ts';
import type { CellPlaces } from './cell-places.ts';

/** What the agent wrote down of one asset. */
export function parseAssessment({ said }: AssessmentDocument): AssetAssessment {
  return JSON.parse(said) as AssetAssessment;
}

/** Every value that an assessment rests on. */
export function evidenceIn({ products, debts }: AssetAssessment): EvidenceValue[] {
  return [...products, ...debts].flatMap(({ values }) => values);
}

export function presentAssessment(assessment: AssetAssessment, places: CellPlaces): AssessmentView {
  const placed = <Found extends { values: EvidenceValue[] }>(found: Found) => ({
    ...found,
    values: found.values.map((value) => ({
      field: value.field,
      raw: value.raw,
      ...places.placeOf(value),
    })),
  });
  return {
    asset_id: assessment.asset_id,
    asset_name: assessment.asset_name,
    asset_class: assessment.asset_class,
    products: assessment.products.map(placed),
    debts: assessment.debts.map(placed),
    not_checked: assessment.not_checked,
    treatment: assessment.treatment,
    treatment_state: assessment.treatment_state,
    reasons: assessment.reasons,
    would_change: assessment.would_change,
    missing_fields: assessment.missing_fields,
  };
}

export function presentSummary(document: ShownAssessments): TechDebtSummary {
  return {
    ...document.summary,
    flow_id: document.flow_id,
    data_import_id: document.data_import_id,
    assessed_at: document.assessed_at.toISOString(),
  };
}
