import type { TargetField } from '#shared/target-fields.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { AppError } from '../platform/app-error.ts';

/**
 * One source per target field, unless the field may repeat.
 *
 * @throws AppError mapping_conflict that names every column of every doubled field
 */
export function assertNoDoubledTarget(
  mappings: readonly ImportFieldMappingDocument[],
  fields: ReadonlyMap<string, TargetField>,
): void {
  const byTarget = new Map<string, ImportFieldMappingDocument[]>();
  for (const mapping of mappings) {
    if (mapping.status !== 'approved' || mapping.target_field === null || fields.get(mapping.target_field)?.repeatable)
      continue;
    byTarget.set(mapping.target_field, [...(byTarget.get(mapping.target_field) ?? []), mapping]);
  }
  const problems = [...byTarget].flatMap(([target, columns]) =>
    columns.length < 2
      ? []
      : columns.map((mapping) => ({
          code: 'doubled_target_field',
          field: mapping.source_field,
          row: null,
          column: mapping.column_index + 1,
          message: `${columns.length} columns are mapped to ${target}, which takes one. Keep one and change or reject the others.`,
        })),
  );
  if (problems.length > 0)
    throw new AppError(
      'mapping_conflict',
      'Several columns are mapped to the same target field; nothing was approved.',
      { problems, problems_total: problems.length },
    );
}
