import type { TargetField } from '#shared/target-fields.ts';
import type { MappedColumn } from '../cleansing/plan-columns.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { mappedColumn } from '../review/mapped-column.ts';

/** The columns that were approved, in their order. A column is left out once its field is retired. */
export function approvedMappings(
  mappings: readonly ImportFieldMappingDocument[],
  fields: readonly TargetField[],
): MappedColumn[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return mappings.flatMap((mapping): MappedColumn[] => {
    const field = mapping.status === 'approved' ? byName.get(mapping.target_field ?? '') : undefined;
    return field === undefined ? [] : [mappedColumn(mapping, field)];
  });
}
