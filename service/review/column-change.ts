/** A change of an analyst's to one column. Pure: `MappingReview` reads and writes. */
import type { ChangeMappingsRequest } from '#shared/schemas/field-mapping.schema.ts';
import type { MatchType } from '#shared/statuses.ts';
import { answersOf, withAnswers } from '../memory/column-answers.ts';
import type { ColumnAnswers, ImportFieldMappingDocument, ValueDecision } from '../models/import-field-mapping.model.ts';
import { assertAllowedValues } from './mapping-rules.ts';
import type { DecidedBy } from './propose-values.ts';

export type ColumnChange = ChangeMappingsRequest['changes'][number];

/**
 * The fields of the column that the change sets.
 *
 * @throws AppError invalid_request for values that the column's field does not take
 */
export function fieldsAfter(change: ColumnChange, before: ImportFieldMappingDocument, by: DecidedBy) {
  const target = { target_field: before.target_field, ...targetAfter(change, before) };
  const answers = answersAfter(change, answersOf(before, target.target_field), by);
  return {
    ...decisionAfter(change, by),
    ...target,
    answers: withAnswers(before, target.target_field, answers),
    updated_at: by.at,
  };
}

/** A change of answers alone decides nothing on the column's field. */
function decisionAfter(change: ColumnChange, by: DecidedBy) {
  if (change.status === undefined && change.target_field === undefined && change.is_secondary === undefined) return {};
  const status = change.status ?? (change.target_field === null ? 'rejected' : 'approved');
  const isDecided = status !== 'suggested';
  return {
    status,
    decided_by: isDecided ? by.actor : null,
    decided_at: isDecided ? by.at : null,
    decided_in_bulk: false,
    rejection_reason: status === 'rejected' ? (change.rejection_reason ?? null) : null,
  };
}

/** Undoing a decision brings back the field that was suggested. */
function targetAfter({ target_field, is_secondary, status }: ColumnChange, before: ImportFieldMappingDocument) {
  const secondary = is_secondary === undefined ? {} : { is_secondary };
  const suggested = before.suggested_instead ?? null;
  const undone = status === 'suggested' && suggested !== null ? { ...suggested, suggested_instead: null } : {};
  if (target_field === undefined) return { ...undone, ...secondary };
  const match_type: MatchType = target_field === null ? 'none' : 'manual';
  const suggested_instead = suggested ?? {
    target_field: before.target_field,
    is_secondary: before.is_secondary,
    match_type: before.match_type,
  };
  return { target_field, match_type, is_secondary: false, suggested_instead, ...secondary };
}

/** The answers in the change; decisions on values are added to those `given` under the same field. */
function answersAfter(
  { cleansing, value_mappings }: ColumnChange,
  given: ColumnAnswers,
  by: DecidedBy,
): Partial<ColumnAnswers> {
  const choice = cleansing === undefined ? {} : { cleansing };
  if (value_mappings === undefined) return choice;
  assertAllowedValues(given.target_field, value_mappings);
  return { ...choice, value_decisions: nextDecisions(given.value_decisions, value_mappings, by) };
}

/** The newest decision on a value replaces the one before. */
function nextDecisions(
  given: readonly ValueDecision[],
  mapped: NonNullable<ColumnChange['value_mappings']>,
  { actor, at }: DecidedBy,
): ValueDecision[] {
  const again = new Set(mapped.map(({ value }) => value));
  return [
    ...given.filter(({ value }) => !again.has(value)),
    ...mapped.map((one) => ({ ...one, decided_by: actor, decided_at: at })),
  ];
}
