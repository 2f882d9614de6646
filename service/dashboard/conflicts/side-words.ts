import { countOf } from '#shared/format.ts';
import { formatWord } from '../parts/format.ts';

/** Rows that are named; more are counted. */
const ROWS_NAMED = 4;

/** `record 7`, `records 1, 2, 3, 4 and 12 more`: counted from below the header, so never the row that Excel shows. */
export function recordsText(rows: readonly number[]): string {
  const more = rows.length - ROWS_NAMED;
  const named = rows.slice(0, ROWS_NAMED).join(', ');
  return `${rows.length === 1 ? 'record' : 'records'} ${named}${more > 0 ? ` and ${countOf(more, 'more', 'more')}` : ''}`;
}

const KEY_WORDS: ReadonlyMap<string, string> = new Map([
  ['serial', 'Serial number'],
  ['external_id', 'Id'],
  ['fqdn', 'Qualified name'],
  ['hostname', 'Host name'],
  ['mac', 'MAC address'],
  ['ip', 'IP address'],
]);

/** The kind of an identification key as a person calls it. */
export function keyWord(kind: string): string {
  return KEY_WORDS.get(kind) ?? formatWord(kind);
}
