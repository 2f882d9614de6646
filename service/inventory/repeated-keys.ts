import { GLOBAL_ID, HOSTNAME, NAME, SERIAL, SERIAL_FORM } from './key-kinds.ts';
import { nodeOf, type KeyTable } from './key-table.ts';

/** A serial number on so many things of different names in one sheet is none: firmware's stand-in, a chassis, a contract. */
const DIFFERENT_NAMES_MIN = 3;
const STRONG = SERIAL | GLOBAL_ID;

/** Takes serial numbers and ids out of the table that name no single thing. @returns their numbers, ascending */
export function setAsideRepeatedKeys(table: KeyTable): number[] {
  const repeated: number[] = [];
  table.commonKeys.forEach((key, place) => {
    const from = table.commonStart[place] ?? 0;
    const to = table.commonStart[place + 1] ?? 0;
    if (to - from < DIFFERENT_NAMES_MIN || !isOfKinds(table, from, STRONG | SERIAL_FORM)) return;
    const names = new Set<number>();
    for (let at = from; at < to && names.size < DIFFERENT_NAMES_MIN; at += 1) {
      if (!isOfKinds(table, at, STRONG)) continue;
      const node = nodeOf(table, table.commonEntries[at] ?? 0);
      const name = node < table.rows ? firstName(table, node) : null;
      if (name !== null) names.add(name);
    }
    if (names.size < DIFFERENT_NAMES_MIN) return;
    repeated.push(key);
    for (let at = from; at < to; at += 1)
      if (isOfKinds(table, at, STRONG)) table.entryKind[table.commonEntries[at] ?? 0] = 0;
  });
  return repeated;
}

function isOfKinds(table: KeyTable, at: number, kinds: number): boolean {
  return ((table.entryKind[table.commonEntries[at] ?? 0] ?? 0) & kinds) !== 0;
}

/** The host name, else the name. */
export function firstName(table: KeyTable, node: number): number | null {
  let name: number | null = null;
  for (let entry = table.nodeStart[node] ?? 0; entry < (table.nodeStart[node + 1] ?? 0); entry += 1) {
    const kind = table.entryKind[entry] ?? 0;
    if ((kind & HOSTNAME) !== 0) return table.entryKey[entry] ?? null;
    if ((kind & NAME) !== 0) name ??= table.entryKey[entry] ?? null;
  }
  return name;
}
