import { formatWord } from '../parts/format.ts';

const KEY_WORDS: ReadonlyMap<string, string> = new Map([
  ['serial', 'Serial number'],
  ['external_id', 'Id'],
  ['fqdn', 'Qualified name'],
  ['hostname', 'Hostname'],
  ['mac', 'MAC address'],
  ['ip', 'IP address'],
]);

/** The kind of an identification key as a person calls it. */
export function keyWord(kind: string): string {
  return KEY_WORDS.get(kind) ?? formatWord(kind);
}
