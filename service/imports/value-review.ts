import type { ValueMapping } from '#shared/schemas/field-mapping.schema.ts';
import { allowedValues, mapValue } from '../mapping/value-mapping.ts';
import type { ImportFieldMappingDocument, ValueDecision } from '../models/import-field-mapping.model.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { mayBeCut } from '../profiling/cut-text.ts';

/** The values of a column whose field has a closed vocabulary, each with what is proposed or decided for it. */
export interface ValueReview {
  values: ValueMapping[];
  /** Distinct values that are not listed: long ones, and all but the most frequent of more than a vocabulary's worth. */
  unlisted: number;
}

/** Null when the field takes any value, or when the column has not been measured yet. */
export function reviewValues(
  mapping: Pick<ImportFieldMappingDocument, 'target_field' | 'source_field' | 'value_decisions'>,
  profile: ColumnProfile | undefined,
): ValueReview | null {
  const field = mapping.target_field;
  if (field === null || profile === undefined || allowedValues(field) === null) return null;
  const decided = new Map(mapping.value_decisions.map((decision) => [decision.value, decision]));
  // A decision holds for cells that say exactly the same: of a value that profiles cut, none do.
  const whole = profile.frequent.filter(({ value }) => !mayBeCut(value));
  const values = whole.map(({ value, count }) => toMapping({ value, count }, { field, mapping, decided }));
  return { values, unlisted: profile.distinct - values.length };
}

function toMapping(
  { value, count }: { value: string; count: number },
  of: {
    field: string;
    mapping: Pick<ImportFieldMappingDocument, 'source_field'>;
    decided: ReadonlyMap<string, ValueDecision>;
  },
): ValueMapping {
  const decision = of.decided.get(value);
  if (decision) {
    const reason = decision.target_value === null ? 'left as it is' : 'decided';
    return {
      value,
      count,
      target_value: decision.target_value,
      confidence_score: 1,
      reason,
      decided_by: decision.decided_by,
    };
  }
  const proposal = mapValue(of.field, value, of.mapping.source_field);
  return {
    value,
    count,
    target_value: proposal?.value ?? null,
    confidence_score: proposal?.confidence ?? 0,
    reason: proposal?.reason ?? '',
    decided_by: null,
  };
}

/** Decisions for everything that was proposed, kept with those already made: approving a field approves its values. */
export function decideProposals(
  review: ValueReview,
  kept: readonly ValueDecision[],
  by: { actor: string; at: Date },
): ValueDecision[] {
  const decided = new Set(kept.map(({ value }) => value));
  const proposed = review.values.filter(({ value, target_value }) => target_value !== null && !decided.has(value));
  return [
    ...kept,
    ...proposed.map(({ value, target_value }) => ({ value, target_value, decided_by: by.actor, decided_at: by.at })),
  ];
}
