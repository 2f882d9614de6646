import type { Treatment } from '#shared/statuses.ts';
import type { AssessedSubject } from './assessed-fields.ts';
import type { ProductStanding, SuggestedTreatment } from './assessment.ts';
import type { Dependents } from './dependent-counts.ts';
import type { StandsOn } from './stands-on.ts';

/** The facts that a treatment is suggested from. */
export interface TreatmentFacts {
  asset: AssessedSubject;
  operatingSystem: ProductStanding | null;
  others: readonly ProductStanding[];
  dependents: Dependents | null;
  /** Its footing; null: nothing is known, or it is no application and no database. */
  standsOn: StandsOn | null;
  /** The day assets are assessed for, ISO. */
  day: string;
}

export const suggest = (treatment: Treatment, reasons: string[], wouldChange: string[]): SuggestedTreatment => ({
  treatment,
  treatment_state: 'suggested',
  reasons,
  would_change: wouldChange,
  missing_fields: [],
});

export const notEnough = (missing: string[], reasons: string[]): SuggestedTreatment => ({
  treatment: null,
  treatment_state: 'not_enough_data',
  reasons,
  would_change: [],
  missing_fields: missing,
});
