import { allowedValues } from '../mapping/value-mapping.ts';
import type { ColumnAnswers, ImportFieldMappingDocument, ValueDecision } from '../models/import-field-mapping.model.ts';

type Answered = Pick<ImportFieldMappingDocument, 'target_field' | 'answers' | 'value_decisions' | 'cleansing'>;

/** The answers of a column under one field, which is the column's own unless another is named. */
export function answersOf(mapping: Answered, field: string | null = mapping.target_field): ColumnAnswers {
  const given = allAnswers(mapping).find(({ target_field }) => target_field === field);
  const { value_decisions = [], cleansing = null } = given ?? {};
  return { target_field: field, value_decisions: value_decisions.filter(isTakenBy(field)), cleansing };
}

/** All answers of a column, to be stored, with the `given` ones in place of those under the same field. */
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

/** An older import has its answers beside the field, and not by field. */
function allAnswers({ target_field, answers, value_decisions = [], cleansing = null }: Answered): ColumnAnswers[] {
  return answers ?? [{ target_field, value_decisions, cleansing }];
}
