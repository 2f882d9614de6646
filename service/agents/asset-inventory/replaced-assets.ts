import type { Identification } from '../../inventory/identify.ts';
import { FQDN, HOSTNAME, NAME } from '../../inventory/key-kinds.ts';
import { nodeOf, placeOfKey } from '../../inventory/key-table.ts';
import type { RowGroups } from '../../inventory/row-groups.ts';

/** Whether a new asset has a name of this one, by its node: the machine was replaced, or given another id. */
export function replacedTest(
  { table, repeatedKeys }: Identification,
  { leader, assetOf }: RowGroups,
): (node: number) => boolean {
  const isRepeated = new Set(repeatedKeys);
  const isOfNewAsset = (entry: number): boolean => {
    const led = leader[nodeOf(table, entry)] ?? -1;
    return led >= 0 && assetOf[led] === -1;
  };
  return (node) => {
    for (let entry = table.nodeStart[node] ?? 0; entry < (table.nodeStart[node + 1] ?? 0); entry += 1) {
      const key = table.entryKey[entry] ?? -1;
      if (((table.entryKind[entry] ?? 0) & (FQDN | HOSTNAME | NAME)) === 0 || isRepeated.has(key)) continue;
      const place = placeOfKey(table, key);
      if (place === null) continue;
      const [from, to] = [table.commonStart[place], table.commonStart[place + 1]];
      if (table.commonEntries.subarray(from, to).some(isOfNewAsset)) return true;
    }
    return false;
  };
}
