import type { TargetField } from '#shared/target-fields.ts';
import type { MappedColumn } from '../cleansing/plan-columns.ts';
import { answersOf } from '../memory/column-answers.ts';
import type { ImportFieldMappingDocument, ValueDecision } from '../models/import-field-mapping.model.ts';
import { choiceOf } from './cleansing-choice.ts';

/** A column with its field, in the form that cleansing takes. */
export function mappedColumn(
  mapping: ImportFieldMappingDocument,
  field: TargetField,
  decisions: readonly ValueDecision[] = answersOf(mapping).value_decisions,
): MappedColumn {
  const { cleansing } = answersOf(mapping);
  return {
    columnIndex: mapping.column_index,
    field,
    isSecondary: mapping.is_secondary,
    valueDecisions: decisions.map(({ value, target_value }) => ({ value, target: target_value })),
    ...(cleansing ? { cleansing: choiceOf(cleansing) } : {}),
  };
}
