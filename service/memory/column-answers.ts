import { allowedValues } from '../mapping/value-mapping.ts';
import type { ColumnAnswers, ImportFieldMappingDocument, ValueDecision } from '../models/import-field-mapping.model.ts';

type Answered = Pick<ImportFieldMappingDocument, 'target_field' | 'answers' | 'value_decisions' | 'cleansing'>;

/** The answers given of a column under a field, the one it has unless another is named; those under others do not count. */
export function answersOf(mapping: Answered, field: string | null = mapping.target_field): ColumnAnswers {
  const given = allAnswers(mapping).find(({ target_field }) => target_field === field);
  const { value_decisions = [], cleansing = null } = given ?? {};
  return { target_field: field, value_decisions: value_decisions.filter(isTakenBy(field)), cleansing };
}

/** The answers of a column as they are stored, after some were given under a field; those under other fields stay. */
export function withAnswers(
  mapping: Answered,
  field: string | null,
  given: Partial<Omit<ColumnAnswers, 'target_field'>>,
): ColumnAnswers[] {
  const others = allAnswers(mapping).filter(({ target_field }) => target_field !== field);
  return [...others, { ...answersOf(mapping, field), ...given }];
}

/** A vocabulary may have lost a value since it was decided. */
function isTakenBy(field: string | null): (decision: ValueDecision) => boolean {
  const allowed = field === null ? null : allowedValues(field);
  return ({ target_value }) => allowed !== null && (target_value === null || allowed.includes(target_value));
}

/** Imports from before answers were kept by field have those under their field beside it. */
function allAnswers({ target_field, answers, value_decisions = [], cleansing = null }: Answered): ColumnAnswers[] {
  return answers ?? [{ target_field, value_decisions, cleansing }];
}
