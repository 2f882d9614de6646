import { targetFields } from '#shared/target-fields.ts';
import type { LabelledSheet } from './labelled-columns.ts';

/** Letters and digits alone, lower case: `IP Address`, `ip_address` and `ipAddress` are one header. */
const plain = (header: string): string => header.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** Whether neither these columns nor the names of the fields have a header. */
export function unheardBy(sheets: readonly LabelledSheet[]): (header: string) => boolean {
  const heard = new Set([
    ...targetFields.map(({ name }) => plain(name)),
    ...sheets.flatMap(({ columns }) => columns.map(({ header }) => plain(header))),
  ]);
  return (header) => !heard.has(plain(header));
}
