import type { ConflictDecision } from '../../inventory/conflict.ts';
import type { HeldRecords } from '../../inventory/identify.ts';
import type { HeldCase } from './decide-cases.ts';
import type { GivenConflict } from './given.ts';
import type { MatchingAssets } from './inventory-keys.ts';

/** Records of one conflict that are listed. */
const HELD_ROWS_MAX = 5_000;
/** Things of one conflict that are shown and can be decided on one by one. */
const THINGS_MAX = 100;
const CANDIDATES_MAX = 20;

/** What is listed of the held cases. */
export function conflictsOf(cases: readonly HeldCase[], assets: MatchingAssets): GivenConflict[] {
  return cases.map(({ held, signature, decision }) => ({
    signature,
    ...listedOf(held),
    assets: held.assetNodes
      .slice(0, CANDIDATES_MAX)
      .map((node) => ({ asset_id: assets.idOf(node) ?? '', name: assets.nameOf(node) })),
    ownAssetIds: held.ownAssets.slice(0, THINGS_MAX).map((node) => assets.idOf(node)),
    decision: leftOut(decision),
  }));
}

/** Whoever decides reads them, and one document holds them: of more, the first. */
function listedOf({
  level,
  about,
  clusters,
  otherRows,
}: HeldRecords): Pick<GivenConflict, 'held' | 'rows' | 'rowCount'> {
  const listed: number[][] = [];
  let left = HELD_ROWS_MAX;
  for (const rows of clusters.slice(0, THINGS_MAX)) {
    if (left > 0) listed.push(rows.slice(0, left));
    left -= rows.length;
  }
  const rows = clusters.flat();
  return {
    held: { level, about, clusters: listed, otherRows: otherRows.slice(0, CANDIDATES_MAX) },
    rows: rows.slice(0, HELD_ROWS_MAX),
    rowCount: rows.length,
  };
}

/** What is held still was either left out, or not decided by what was remembered. */
const leftOut = (decision: ConflictDecision | null): ConflictDecision | null =>
  decision?.action === 'leave_out' ? decision : null;
