import type { ConflictAction } from '#shared/statuses.ts';
import { KINDS_OF_LEVEL } from './key-kinds.ts';
import { identify, type HeldRecords, type Identification } from './identify.ts';

/** A decision on one case, its asset as a node of the table. */
interface SettledCase {
  held: HeldRecords;
  action: ConflictAction;
  /** null: a new one, or the only one they may be. */
  assetNode: number | null;
  /** A person wants a new one, whatever else they may be. A rule says that of records that had been nothing yet. */
  isNew: boolean;
}

/** Carries out what was decided on held records, so that they are grouped like all others. */
export function settle(identification: Identification, cases: readonly SettledCase[]): Identification {
  const separated = cases.filter(({ action }) => action === 'separate');
  const settled = separated.length === 0 ? identification : withoutSharedKeys(identification, separated);
  for (const one of cases) if (one.action === 'merge') merge(settled, one);
  return settled;
}

function merge({ table, clusters, isHeld }: Identification, { held, assetNode, isNew }: SettledCase): void {
  const [onlyAsset, ...moreAssets] = held.assetNodes;
  const into = assetNode ?? (isNew || moreAssets.length > 0 ? undefined : onlyAsset);
  const isElsewhere = (root: number): boolean => {
    let isFound = false;
    clusters.forEach(root, (node) => (isFound ||= node >= table.rows && node !== into));
    return isFound;
  };
  const rows = held.clusters.flat();
  const [first] = rows;
  if (first === undefined) return;
  // What else of the sheet belongs to an asset that a stronger key of theirs led to stays with that one.
  const decided = new Set(rows);
  const roots = new Set(rows.map((row) => clusters.root(row)));
  for (const root of roots) if (isElsewhere(root)) clusters.takeOut(root, decided);
  for (const row of rows) {
    isHeld[row] = 0;
    clusters.union(first, row);
  }
  if (into !== undefined) clusters.union(first, into);
}

/** Things that were told apart by a person are identified by what they do not share, as if the shared key were not there. */
function withoutSharedKeys({ table, repeatedKeys }: Identification, cases: readonly SettledCase[]): Identification {
  for (const { held } of cases)
    for (const row of held.clusters.flat())
      for (let entry = table.nodeStart[row] ?? 0; entry < (table.nodeStart[row + 1] ?? 0); entry += 1)
        table.entryKind[entry] = (table.entryKind[entry] ?? 0) & ~KINDS_OF_LEVEL[held.level];
  return identify(table, repeatedKeys);
}
