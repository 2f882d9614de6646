import type { DebtKind, SupportState, Treatment, TreatmentState } from '#shared/statuses.ts';
import type { AssessedAsset } from '../../tech-debt/assess-asset.ts';
import type { AssessmentSummary } from '../../tech-debt/assessment.ts';
import { lifecycleAgeDays, lifecycleAsOf } from '../../tech-debt/lifecycle-data.ts';
import type { JsonValue } from '../agent.ts';

type Counts<Key extends string> = Partial<Record<Key, number>>;

/** Counts assessments as they are made; each asset counts once per kind. */
export class AssessmentCounts {
  assets = 0;
  private readonly kinds: Counts<DebtKind> = {};
  private readonly treatments: Counts<Treatment> = {};
  private readonly states: Counts<TreatmentState> = {};
  private readonly systems: Counts<SupportState | 'not_said'> = {};

  add({ assessment, operatingSystem }: AssessedAsset): void {
    this.assets += 1;
    for (const kind of new Set(assessment.debts.map((debt) => debt.kind))) increase(this.kinds, kind);
    if (assessment.treatment !== null) increase(this.treatments, assessment.treatment);
    increase(this.states, assessment.treatment_state);
    increase(this.systems, operatingSystem?.state ?? 'not_said');
  }

  summary(at: Date): AssessmentSummary {
    return {
      assets: this.assets,
      by_kind: this.kinds,
      by_treatment: this.treatments,
      by_treatment_state: this.states,
      operating_systems: this.systems,
      assessed_for: at.toISOString().slice(0, 10),
      lifecycle_as_of: lifecycleAsOf,
      lifecycle_age_days: lifecycleAgeDays(at),
    };
  }

  /** For people, as the task's result. */
  result(summary: AssessmentSummary): Record<string, JsonValue> {
    return {
      assets_assessed: this.assets,
      assessed_for: summary.assessed_for,
      lifecycle_data_of: summary.lifecycle_as_of,
      lifecycle_data_age_days: summary.lifecycle_age_days,
      operating_systems: { ...this.systems },
      debts: { ...this.kinds },
      treatments: { ...this.treatments },
      treatment_not_enough_data: this.states.not_enough_data ?? 0,
    };
  }
}

function increase<Key extends string>(counts: Counts<Key>, key: Key): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
