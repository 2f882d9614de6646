import { targetFields } from '#shared/target-fields.ts';
import type { LabelledSheet } from './labelled-columns.ts';

/** Letters and digits alone, lower case: `IP Address`, `ip_address` and `ipAddress` are one header. */
const plain = (header: string): string => header.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** Whether neither these columns (but for those of one family) nor the names of the fields have a header. */
export function unheardBy(sheets: readonly LabelledSheet[], leftOut?: string): (header: string) => boolean {
  const others = sheets.filter(({ family }) => family !== leftOut);
  const heard = new Set([
    ...targetFields.map(({ name }) => plain(name)),
    ...others.flatMap(({ columns }) => columns.map(({ header }) => plain(header))),
  ]);
  return (header) => !heard.has(plain(header));
}
