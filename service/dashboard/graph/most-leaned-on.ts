import { countOf, formatNumber } from '#shared/format.ts';
import type { GraphSummary } from '#shared/schemas/graph.schema.ts';

interface LeanedCounts {
  /** How many name it; null: it is not among those that most do. */
  direct: number | null;
  /** How many depend on it directly or in turn; null: not counted. */
  all: number | null;
  /** Whether so many are lost with it that it was measured. */
  isFarReaching: boolean;
}

interface LeanedOn extends LeanedCounts {
  asset_id: string;
  name: string;
}

/** What most depends on, by how much is lost with it: the assets of both measures, each once. */
export function mostLeanedOn({
  most_depended_on: most,
  single_points_of_failure: { listed },
}: Pick<GraphSummary, 'most_depended_on' | 'single_points_of_failure'>): LeanedOn[] {
  const found = new Map<string, LeanedOn>();
  for (const { asset_id, name, affected } of listed)
    found.set(asset_id, { asset_id, name, direct: null, all: affected, isFarReaching: true });
  for (const { asset_id, name, direct, transitive } of most) {
    const known = found.get(asset_id);
    found.set(
      asset_id,
      known ? { ...known, direct } : { asset_id, name, direct, all: transitive, isFarReaching: false },
    );
  }
  return [...found.values()].sort((one, other) => (other.all ?? other.direct ?? 0) - (one.all ?? one.direct ?? 0));
}

/** `3 directly, 9 assets fall with it`, `2 directly, 4 in all`. */
export function leanedWords({ direct, all, isFarReaching }: LeanedCounts): string {
  const inAll = all === null ? 'in all not counted' : `${formatNumber(all)} in all`;
  return [
    ...(direct === null ? [] : [`${formatNumber(direct)} directly`]),
    isFarReaching ? `${countOf(all ?? 0, 'asset')} fall with it` : inAll,
  ].join(', ');
}
