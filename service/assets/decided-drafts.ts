import { assetId } from '../inventory/asset-id.ts';
import { ROWS_LISTED_MAX, type AssetChange } from '../inventory/asset-change.ts';
import type { AssetDraft, AssetSource } from '../inventory/asset.ts';
import type { ConflictDecision } from '../inventory/conflict.ts';
import { addSource, fieldDecisions, joinSources } from '../inventory/decided-source.ts';
import { diffStates } from '../inventory/diff.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import { AppError, notFound } from '../platform/app-error.ts';

/** An asset as a decision leaves it, and as it is; null for one that the decision creates. */
export interface DecidedDraft {
  before: AssetDraft | null;
  after: AssetDraft;
}

/** What is decided on which held records. */
export interface DecidedCase {
  conflict: InventoryConflictDocument;
  decision: ConflictDecision;
}

/**
 * The assets a decision creates or changes; writing them is the caller's.
 *
 * @param findAsset null for an asset that is gone
 * @throws AppError invalid_request when the conflict keeps less than all of its records, or the asset has no value that is
 *   to stay; not_found when the asset to merge into is gone
 */
export async function decidedDrafts(
  { conflict, decision }: DecidedCase,
  findAsset: (id: string) => Promise<AssetDraft | null>,
): Promise<DecidedDraft[]> {
  if (decision.action === 'leave_out') return [];
  const listed = conflict.things.flatMap((thing) => thing.row_numbers).length;
  if (listed < (conflict.row_count ?? conflict.row_numbers.length))
    throw new AppError('invalid_request', 'There are more records than can be decided on here: correct the sheet.');
  const by = (source: AssetSource): AssetSource => ({ ...source, decided_by: decision.decided_by });
  if (decision.action === 'merge') {
    const chosen = new Map(Object.entries(decision.fields));
    const sources = conflict.things.map((thing) => thing.source);
    const source = by(joinSources(sources, chosen));
    const before = decision.asset_id === null ? null : await findAsset(decision.asset_id);
    if (before === null && decision.asset_id !== null) throw notFound('asset');
    assertHasKept(before, decision);
    const into = before ?? assetId(conflict.data_import_id, conflict.first_row);
    return [{ before, after: addSource(into, source, fieldDecisions(decision, source, before)) }];
  }
  const drafts: DecidedDraft[] = [];
  for (const thing of conflict.things) {
    // An asset that went with another import's withdrawal is begun anew by what this import says of it.
    const before = thing.asset_id === null ? null : await findAsset(thing.asset_id);
    const into = before ?? assetId(conflict.data_import_id, thing.row_numbers[0] ?? 0);
    drafts.push({ before, after: addSource(into, by(thing.source)) });
  }
  return drafts;
}

function assertHasKept(asset: AssetDraft | null, { fields }: ConflictDecision): void {
  if (asset === null) return;
  for (const [field, row] of Object.entries(fields))
    if (row === null && !Object.hasOwn(asset.values, field))
      throw new AppError('invalid_request', `${asset.name} has no ${field} to keep.`);
}

/** What a decision does to one asset, in the form in which imports list what they do. */
export function changeBy({ before, after }: DecidedDraft, { conflict, decision }: DecidedCase): AssetChange {
  const changes = diffStates(before ?? { values: {}, components: [] }, after);
  const own = after.sources.find((source) => source.data_import_id === conflict.data_import_id);
  const rows = own?.row_numbers ?? [];
  return {
    kind: before === null ? 'created' : changes.length === 0 ? 'unchanged' : 'updated',
    first_row: rows[0] ?? conflict.first_row,
    row_numbers: rows.slice(0, ROWS_LISTED_MAX),
    row_count: rows.length,
    asset_id: after._id,
    conflict_id: conflict._id,
    name: after.name,
    asset_class: after.asset_class,
    changes,
    last_listed_import_id: null,
    decided_by: decision.decided_by,
  };
}
