import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';

/** Of a cell without a value in a column whose values the pane may have kept back. */
export const BLANK_OR_NOT_SENT = 'blank or not sent';

/** The pane keeps values that look like secrets back unless somebody ticks them; nothing else tells that it did. */
export function unsentWords({ source_field: header, samples }: Pick<FieldMapping, 'source_field' | 'samples'>): string {
  return isSecretHeader(header) && samples.length === 0 ? 'No values were sent.' : '';
}
