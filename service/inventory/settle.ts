import type { ConflictAction } from './conflict.ts';
import type { HeldRecords, Identification } from './identify.ts';

/** A decision on one case, its asset as a node of the table (null: none, or it is gone). */
export interface SettledCase {
  action: ConflictAction;
  assetNode: number | null;
}

/** Carries out what was decided on held records, so that they are grouped like all others. */
export function settle(
  { clusters, isHeld, table }: Identification,
  cases: readonly { held: HeldRecords; decided: SettledCase }[],
): void {
  for (const { held, decided } of cases) {
    if (decided.action === 'leave_out') continue;
    const [first] = held.clusters.flat();
    if (first === undefined) continue;
    for (const rows of held.clusters) for (const row of rows) isHeld[row] = 0;
    if (decided.action === 'separate') continue;
    for (const row of held.clusters.flat()) clusters.union(first, row);
    if (decided.assetNode !== null && decided.assetNode < table.nodes) clusters.union(first, decided.assetNode);
  }
}
