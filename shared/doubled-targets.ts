import type { FieldMapping } from './schemas/field-mapping.schema.ts';
import type { TargetField } from './target-fields.ts';

/**
 * By field, the approved columns that all claim to be its one column; the service refuses them. A field that may repeat
 * takes any number, a secondary column only fills in, and one of a field that is retired is left out.
 */
export function doubledTargets<Column extends Pick<FieldMapping, 'status' | 'target_field' | 'is_secondary'>>(
  columns: readonly Column[],
  fields: readonly Pick<TargetField, 'name' | 'repeatable'>[],
): Map<string, Column[]> {
  const single = new Set(fields.filter((field) => !field.repeatable).map((field) => field.name));
  const claims = new Map<string, Column[]>();
  for (const column of columns) {
    if (column.status !== 'approved' || column.target_field === null || column.is_secondary) continue;
    if (!single.has(column.target_field)) continue;
    claims.set(column.target_field, [...(claims.get(column.target_field) ?? []), column]);
  }
  return new Map([...claims].filter(([, claiming]) => claiming.length > 1));
}
