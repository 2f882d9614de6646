import type { Identification } from './identify.ts';
import { SERIAL_FORM } from './key-kinds.ts';

/** Which thing each record is part of. */
export interface RowGroups {
  /** By row from 0: the first row of its group, `UNIDENTIFIED`, or `HELD` and below: conflict `HELD - value`. */
  leader: Int32Array;
  /** By first row: the node of the asset of the inventory, -1 for a new one. */
  assetOf: Int32Array;
  /** How many records a group has, by its first row. */
  sizes: Uint32Array;
}

export const UNIDENTIFIED = -1;
export const HELD = -2;

export function rowGroups({ table, clusters, isHeld, held, repeatedKeys }: Identification): RowGroups {
  const leader = new Int32Array(table.rows).fill(UNIDENTIFIED);
  const assetOf = new Int32Array(table.rows).fill(-1);
  const sizes = new Uint32Array(table.rows);
  const leaderOfRoot = new Int32Array(table.nodes).fill(-1);
  const isRepeated = new Set(repeatedKeys);
  const isKnown = (row: number): boolean => {
    for (let entry = table.nodeStart[row] ?? 0; entry < (table.nodeStart[row + 1] ?? 0); entry += 1)
      if (table.entryKind[entry] !== SERIAL_FORM && !isRepeated.has(table.entryKey[entry] ?? -1)) return true;
    return false;
  };
  for (let row = 0; row < table.rows; row += 1) {
    if (isHeld[row] === 1 || !isKnown(row)) continue;
    const root = clusters.root(row);
    const first = leaderOfRoot[root] ?? -1;
    leaderOfRoot[root] = first < 0 ? row : first;
    leader[row] = leaderOfRoot[root] ?? row;
    sizes[leader[row] ?? 0] = (sizes[leader[row] ?? 0] ?? 0) + 1;
  }
  for (let node = table.rows; node < table.nodes; node += 1) {
    const first = leaderOfRoot[clusters.root(node)] ?? -1;
    if (first >= 0) assetOf[first] = node;
  }
  held.forEach(({ clusters: rows }, index) => {
    for (const row of rows.flat()) if (isHeld[row] === 1) leader[row] = HELD - index;
  });
  return { leader, assetOf, sizes };
}
