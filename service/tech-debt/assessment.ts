import type {
  AssetClass,
  DebtKind,
  FindingSeverity,
  SupportState,
  Treatment,
  TreatmentState,
} from '#shared/statuses.ts';

/** A value of the asset, and the cell it came from. */
export interface EvidenceValue {
  field: string;
  raw: string;
  data_import_id: string;
  row_number: number;
  column_index: number;
}

/** A release of the lifecycle data, with its source and its age. */
export interface EvidenceRelease {
  family: string;
  version: string;
  security_until: string | null;
  extended_until: string | null;
  source: string | null;
  as_of: string;
  is_weak: boolean;
  note: string | null;
}

/** One product on an asset and how its support stands. */
export interface ProductStanding {
  field: string;
  family: string;
  /** As people call it: `Windows Server 2012 R2`. */
  product: string;
  state: SupportState;
  /** ISO day; null without a date or a verdict. */
  until: string | null;
  extended_until: string | null;
  reason: string;
  /** The missing knowledge; null unless `state` is `not_enough_data`. */
  missing: string | null;
  values: EvidenceValue[];
  /** At most `RELEASES_LISTED_MAX` of the releases that fit. */
  releases: EvidenceRelease[];
}

export interface Debt {
  kind: DebtKind;
  severity: FindingSeverity;
  /** Of end of life and its like; else null. */
  product: string | null;
  message: string;
  values: EvidenceValue[];
  releases: EvidenceRelease[];
}

/** A check nobody could make, and why. */
export interface NotChecked {
  check: 'size' | 'owner' | 'dependencies' | 'support' | 'hardware';
  reason: string;
}

export interface SuggestedTreatment {
  treatment: Treatment | null;
  treatment_state: TreatmentState;
  reasons: string[];
  /** The facts that would lead to another treatment. */
  would_change: string[];
  /** Fields that would have to be known; empty unless not enough is. */
  missing_fields: string[];
}

/** The assessment of one asset at one day: a pure function of asset, statistics, graph and lifecycle data. */
export interface AssetAssessment extends SuggestedTreatment {
  asset_id: string;
  asset_name: string;
  asset_class: AssetClass;
  products: ProductStanding[];
  debts: Debt[];
  not_checked: NotChecked[];
}

export const RELEASES_LISTED_MAX = 6;

/** Counts of one engagement's assessments. */
export interface AssessmentSummary {
  assets: number;
  by_kind: Partial<Record<DebtKind, number>>;
  by_treatment: Partial<Record<Treatment, number>>;
  by_treatment_state: Partial<Record<TreatmentState, number>>;
  /** Of operating systems, per asset. */
  operating_systems: Partial<Record<SupportState | 'not_said', number>>;
  /** The day assets were assessed for, ISO. */
  assessed_for: string;
  lifecycle_as_of: string;
  lifecycle_age_days: number;
}
