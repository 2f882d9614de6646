import type { ValueMapping } from '#shared/schemas/field-mapping.schema.ts';
import { isPlaceholder } from '../cleansing/placeholders.ts';
import { REMEMBERED_CONFIDENCE } from '../mapping/remembered.ts';
import { allowedValues, mapValue } from '../mapping/value-mapping.ts';
import { answersOf } from '../memory/column-answers.ts';
import type { ImportFieldMappingDocument, ValueDecision } from '../models/import-field-mapping.model.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { mayBeCut } from '../profiling/cut-text.ts';

/** The values of a column whose field has a closed vocabulary, each with what is proposed or decided for it. */
export interface ValueReview {
  values: ValueMapping[];
  /** How many distinct values are not in `values`: profiles list the most frequent ones, and long ones are cut. */
  unlisted: number;
}

type ReviewedMapping = Pick<
  ImportFieldMappingDocument,
  'target_field' | 'source_field' | 'status' | 'decided_in_bulk' | 'answers' | 'remembered_values'
>;

/** The name of the person who decides, and the time. */
export interface DecidedBy {
  actor: string;
  at: Date;
}

interface Known {
  field: string;
  header: string;
  allowed: readonly string[];
  /** Somebody approved the column itself, in sight of the proposals for its values. */
  isApprovedByHand: boolean;
  decided: ReadonlyMap<string, ValueDecision>;
  remembered: ReadonlyMap<string, Pick<ValueDecision, 'target_value' | 'decided_by' | 'decided_at'>>;
}

/** @returns null for a field that takes any value, and for a column without a profile */
export function reviewValues(mapping: ReviewedMapping, profile: ColumnProfile | undefined): ValueReview | null {
  const field = mapping.target_field;
  const allowed = field === null ? null : allowedValues(field);
  if (field === null || profile === undefined || allowed === null) return null;
  const memory = mapping.remembered_values;
  const known: Known = {
    field,
    header: mapping.source_field,
    allowed,
    isApprovedByHand: mapping.status === 'approved' && mapping.decided_in_bulk !== true,
    decided: new Map(answersOf(mapping).value_decisions.map((decision) => [decision.value, decision])),
    remembered: new Map(memory?.target_field === field ? memory.meanings.map((one) => [one.value, one]) : []),
  };
  // A decision holds for cells of exactly its text, and no cell has the text of a value that was cut.
  const whole = profile.frequent.filter(({ value }) => !mayBeCut(value));
  const values = whole.map(({ value, count }) => ({ value, count, ...meaningOf(value, known) }));
  return { values, unlisted: profile.distinct - values.length };
}

/** Such cells are read as blank unless somebody says otherwise. */
const NOTHING_KNOWN = {
  target_value: null,
  confidence_score: 1,
  needs_decision: false,
  decided_by: null,
  remembered: null,
};

/** The decision of this import, else the remembered one, else the engine's proposal. */
function meaningOf(value: string, known: Known): Omit<ValueMapping, 'value' | 'count'> {
  const decision = known.decided.get(value);
  if (decision) {
    const reason = decision.target_value === null ? 'left empty' : 'decided';
    const { target_value, decided_by } = decision;
    return { target_value, confidence_score: 1, reason, needs_decision: false, decided_by, remembered: null };
  }
  const remembered = known.remembered.get(value);
  // A vocabulary may have lost a value since.
  if (remembered && (remembered.target_value === null || known.allowed.includes(remembered.target_value))) {
    const { target_value, decided_by, decided_at } = remembered;
    const at = decided_at.toISOString();
    return {
      target_value,
      confidence_score: target_value === null ? 0 : REMEMBERED_CONFIDENCE,
      reason: `${target_value === null ? 'left empty' : 'decided'} by ${decided_by} on ${at.slice(0, 10)}, remembered`,
      needs_decision: false,
      decided_by: null,
      remembered: { decided_by, decided_at: at },
    };
  }
  const proposal = mapValue(known.field, value, known.header);
  if (proposal?.value === null && isPlaceholder(value.trim(), known.field))
    return { ...NOTHING_KNOWN, reason: proposal.reason };
  return {
    target_value: proposal?.value ?? null,
    confidence_score: proposal?.confidence ?? 0,
    reason: proposal?.reason ?? '',
    needs_decision: proposal?.isForAnalyst === true && !known.isApprovedByHand,
    decided_by: null,
    remembered: null,
  };
}

/** The decisions of a column once its field is approved: the `kept` ones, and one for each proposal that needs no person's. */
export function decideProposals(review: ValueReview, kept: readonly ValueDecision[], by: DecidedBy): ValueDecision[] {
  const decided = new Set(kept.map(({ value }) => value));
  const proposed = review.values.filter(
    ({ value, target_value, needs_decision, remembered }) =>
      (target_value !== null || remembered !== null) && !needs_decision && !decided.has(value),
  );
  return [
    ...kept,
    ...proposed.map(({ value, target_value }) => ({ value, target_value, decided_by: by.actor, decided_at: by.at })),
  ];
}
