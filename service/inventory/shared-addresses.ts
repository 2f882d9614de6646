import { IP, MAC } from './key-kinds.ts';
import { nodeOf, type KeyTable } from './key-table.ts';
import { firstName } from './repeated-keys.ts';

/** By key, 1 for addresses that stand on things of different names: sharing one of those tells nothing. */
export function sharedAddresses(table: KeyTable): Uint8Array {
  const isShared = new Uint8Array(table.keys);
  table.commonKeys.forEach((key, place) => {
    const from = table.commonStart[place] ?? 0;
    const to = table.commonStart[place + 1] ?? 0;
    if (!isAddress(table, from)) return;
    let known: number | null = null;
    for (let at = from; at < to && isShared[key] === 0; at += 1) {
      const name = firstName(table, nodeOf(table, table.commonEntries[at] ?? 0));
      if (name !== null && known !== null && name !== known) isShared[key] = 1;
      known ??= name;
    }
  });
  return isShared;
}

function isAddress(table: KeyTable, at: number): boolean {
  return ((table.entryKind[table.commonEntries[at] ?? 0] ?? 0) & (MAC | IP)) !== 0;
}
