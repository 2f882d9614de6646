import type { ConflictDetail } from '#shared/schemas/conflict.schema.ts';

/** An asset of a decision; id null: it was made by the decision, and is found by its name. */
export interface DecidedAsset {
  id: string | null;
  name: string;
}

/** The assets that the records of a decided conflict are in now; none when they were left out. */
export function decidedAssets(
  { things, candidates }: Pick<ConflictDetail, 'things' | 'candidates'>,
  { action, asset_id: id }: Pick<NonNullable<ConflictDetail['decision']>, 'action' | 'asset_id'>,
): DecidedAsset[] {
  if (action === 'leave_out' || action === 'asked_again') return [];
  const into = candidates.find(({ asset_id }) => asset_id !== null && asset_id === id);
  if (into !== undefined) return [{ id, name: into.name }];
  const named = things.filter(({ name }) => name !== '');
  const one = action === 'merge' ? named.slice(0, 1) : named;
  const byName = new Map(one.map(({ name, asset_id }) => [name, action === 'merge' ? null : asset_id]));
  return [...byName].map(([name, asset_id]) => ({ id: asset_id, name }));
}
