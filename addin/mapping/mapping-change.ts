import type { ChangeMappingsRequest, FieldMapping } from '#shared/schemas/field-mapping.schema.ts';

/** What is changed of one column. */
export type MappingChange = Omit<ChangeMappingsRequest['changes'][number], 'id'>;

/** What a key does to a column: Enter approves, Delete leaves out, U undoes. Null where it does nothing. */
export function changeOnKey(
  { status, target_field: field }: Pick<FieldMapping, 'status' | 'target_field'>,
  key: string,
): MappingChange | null {
  switch (key) {
    case 'Enter':
      return status === 'suggested' && field !== null ? { status: 'approved' } : null;
    case 'Delete':
    case 'Backspace':
      return { status: 'rejected' };
    case 'u':
    case 'U':
      return status === 'suggested' ? null : { status: 'suggested' };
    default:
      return null;
  }
}

/** A field that was picked for the column; null leaves it out. */
export function changeOnPick(field: string | null): MappingChange {
  return field === null ? { status: 'rejected' } : { target_field: field, status: 'approved' };
}
