import { doubledTargets } from '#shared/doubled-targets.ts';
import type { TargetField } from '#shared/target-fields.ts';
import { allowedValues } from '../mapping/value-mapping.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { AppError } from '../platform/app-error.ts';

/**
 * A target field has one primary column, unless it may repeat.
 *
 * @throws AppError mapping_conflict that names every column of every doubled field
 */
export function assertNoDoubledTarget(
  mappings: readonly ImportFieldMappingDocument[],
  fields: readonly Pick<TargetField, 'name' | 'repeatable'>[],
): void {
  const problems = [...doubledTargets(mappings, fields)].flatMap(([target, columns]) =>
    columns.map((mapping) => ({
      code: 'doubled_target_field',
      field: mapping.source_field,
      row: null,
      column: mapping.column_index + 1,
      message: `${columns.length} columns are mapped to ${target}, which takes one. Keep one; make the others secondary, change or reject them.`,
    })),
  );
  if (problems.length > 0)
    throw new AppError(
      'mapping_conflict',
      'Several columns are mapped to the same target field; nothing was approved.',
      { problems, problems_total: problems.length },
    );
}

/**
 * Raw values are mapped to values of the field's vocabulary only.
 *
 * @throws AppError invalid_request that names every value that is not allowed
 */
export function assertAllowedValues(
  field: string | null,
  mapped: readonly { value: string; target_value: string | null }[],
): void {
  const allowed = field === null ? null : allowedValues(field);
  if (allowed === null)
    throw new AppError(
      'invalid_request',
      `${field ?? 'A column without a field'} takes any value; none can be mapped.`,
    );
  const problems = mapped
    .filter(({ target_value }) => target_value !== null && !allowed.includes(target_value))
    .map(({ value, target_value }) => ({
      code: 'unknown_value',
      field: value,
      row: null,
      column: null,
      message: `"${target_value}" is no value of ${field}; it takes ${allowed.join(', ')}.`,
    }));
  if (problems.length > 0)
    throw new AppError('invalid_request', 'Some values are not allowed; nothing was changed.', {
      problems,
      problems_total: problems.length,
    });
}
