import { countOf } from '#shared/format.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { firstNames, heldNames } from './held-names.ts';

const LISTED_MAX = 5;

/**
 * What has become of conflicts since they were looked at, a line each.
 *
 * @param seen  as they were looked at, without those that were decided from here
 * @param now   those of them that are still open, as they are
 */
export function changesSince(seen: readonly HeldCase[], now: readonly HeldCase[]): string[] {
  const current = new Map(now.map((one) => [one.conflict_id, one]));
  const lines = seen.flatMap((before) => {
    const after = current.get(before.conflict_id);
    if (after === undefined) return [`${heldNames(before)}: no longer open.`];
    return after.version === before.version ? [] : [`${heldNames(after)}: ${candidatesText(after)}.`];
  });
  const more = lines.length - LISTED_MAX;
  return more > 0
    ? [...lines.slice(0, LISTED_MAX), `${countOf(more, 'other has', 'others have')} changed too.`]
    : lines;
}

function candidatesText({ candidates }: HeldCase): string {
  const assets = candidates.filter(({ asset_id: id }) => id !== null).map(({ name }) => name);
  return assets.length === 0 ? 'may be no asset of the inventory now' : `may now be ${firstNames(assets)}`;
}
