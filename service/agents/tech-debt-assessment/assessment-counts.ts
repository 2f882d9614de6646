import type { DebtKind, SupportState, Treatment, TreatmentState } from '#shared/statuses.ts';
import type { AssessedAsset } from '../../tech-debt/assess-asset.ts';
import type { AssessmentSummary } from '../../tech-debt/assessment.ts';
import { lifecycleAgeDays, lifecycleAsOf } from '../../tech-debt/lifecycle-data.ts';
import type { JsonValue } from '../agent.ts';

type Counts<Key extends string> = Partial<Record<Key, number>>;

/** As plain data, of some assets or of all. */
export interface PlainCounts {
  assets: number;
  kinds: Counts<DebtKind>;
  treatments: Counts<Treatment>;
  states: Counts<TreatmentState>;
  systems: Counts<SupportState | 'not_said'>;
}

/** Counts assessments as they are made; each asset counts once per kind. */
export class AssessmentCounts {
  private readonly all: PlainCounts = { assets: 0, kinds: {}, treatments: {}, states: {}, systems: {} };

  get assets(): number {
    return this.all.assets;
  }

  add({ assessment, operatingSystem }: AssessedAsset): void {
    const { kinds, treatments, states, systems } = this.all;
    this.all.assets += 1;
    for (const kind of new Set(assessment.debts.map((debt) => debt.kind))) increase(kinds, kind);
    if (assessment.treatment !== null) increase(treatments, assessment.treatment);
    increase(states, assessment.treatment_state);
    increase(systems, operatingSystem?.state ?? 'not_said');
  }

  addAll({ assets, ...counts }: PlainCounts): void {
    this.all.assets += assets;
    addCounts(this.all.kinds, counts.kinds);
    addCounts(this.all.treatments, counts.treatments);
    addCounts(this.all.states, counts.states);
    addCounts(this.all.systems, counts.systems);
  }

  plain(): PlainCounts {
    return this.all;
  }

  summary(at: Date): AssessmentSummary {
    return {
      assets: this.assets,
      by_kind: this.all.kinds,
      by_treatment: this.all.treatments,
      by_treatment_state: this.all.states,
      operating_systems: this.all.systems,
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
      operating_systems: { ...this.all.systems },
      debts: { ...this.all.kinds },
      treatments: { ...this.all.treatments },
      treatment_not_enough_data: this.all.states.not_enough_data ?? 0,
    };
  }
}

function increase<Key extends string>(counts: Counts<Key>, key: Key, by = 1): void {
  counts[key] = (counts[key] ?? 0) + by;
}

function addCounts<Key extends string>(counts: Counts<Key>, more: Counts<Key>): void {
  for (const key of Object.keys(more) as Key[]) increase(counts, key, more[key] ?? 0);
}
