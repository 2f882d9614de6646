import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';

/** The pane keeps values that look like secrets back unless somebody ticks them; nothing else tells that it did. */
export function unsentWords({ source_field: header, samples }: Pick<FieldMapping, 'source_field' | 'samples'>): string {
  return isSecretHeader(header) && samples.length === 0 ? 'No values were sent.' : '';
}
