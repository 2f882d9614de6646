import type { TargetField } from '#shared/target-fields.ts';
import type { MappedColumn } from '../cleansing/plan-columns.ts';
import { answersOf } from '../memory/column-answers.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { choiceOf } from './cleansing-choice.ts';

/** The columns that were approved, in their order. A column is left out once its field is retired. */
export function approvedMappings(
  mappings: readonly ImportFieldMappingDocument[],
  fields: readonly TargetField[],
): MappedColumn[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return mappings.flatMap((mapping): MappedColumn[] => {
    const field = mapping.status === 'approved' ? byName.get(mapping.target_field ?? '') : undefined;
    if (field === undefined) return [];
    const { value_decisions, cleansing } = answersOf(mapping);
    return [
      {
        columnIndex: mapping.column_index,
        field,
        isSecondary: mapping.is_secondary,
        valueDecisions: value_decisions.map(({ value, target_value }) => ({ value, target: target_value })),
        ...(cleansing ? { cleansing: choiceOf(cleansing) } : {}),
      },
    ];
  });
}
