import type { EdgeRelation } from '#shared/statuses.ts';
import type { EdgeEnds } from '../dependencies/edge.ts';
import type { IdRange } from '../inventory/asset-id.ts';
import { ClusterMembers, type Member } from './cluster-members.ts';

/** Assets that must lean on one before it counts as a single point of failure. */
export const DEPENDENTS_MIN = 5;

/** Relations in which `from` fails with `to`. */
const LEANING: ReadonlySet<EdgeRelation> = new Set(['runs_on', 'uses_database', 'depends_on']);

/** Relations that tell of a stand-in: a member, a backup, and a thing on a host, which is none for it. */
export const STANDING_IN: readonly EdgeRelation[] = ['member_of', 'backup_of', 'runs_on'];

/** The assets that lean on an asset, and its stand-ins. */
export interface Dependents {
  /** Assets that fail with it. */
  count: number;
  /** Whether any leans on it, if only as one of several places it runs on, or as a part. */
  isLeanedOn: boolean;
  /** A cluster can do without it, or something in use is a backup of it. */
  hasStandIn: boolean;
}

/** Of some assets: how many lean on each that any leans on, and which have a stand-in; null when no edge is known at all. */
export interface PlainDependents {
  counts: ReadonlyMap<string, number>;
  /** Assets that are one of several places that something runs on, or a part of something. */
  shared: ReadonlySet<string>;
  standIns: ReadonlySet<string>;
}

/** @param dependents the answer of `DependentCounts.within` for the assets that are asked for */
export function dependentsOf(dependents: PlainDependents | null, assetId: string): Dependents | null {
  if (dependents === null) return null;
  const count = dependents.counts.get(assetId) ?? 0;
  return {
    count,
    isLeanedOn: count > 0 || dependents.shared.has(assetId),
    hasStandIn: dependents.standIns.has(assetId),
  };
}

/**
 * How many assets lean on each, in two readings: first edges that lead to an asset are counted, then those of `STANDING_IN`
 * are looked at for what stands in where many lean. Holds a number for each asset that is leaned on.
 */
export class DependentCounts {
  private readonly counts = new Map<string, number>();
  private readonly shared = new Set<string>();
  private readonly standIns = new Set<string>();
  private readonly members = new ClusterMembers();
  /** The clusters of an asset that many lean on. */
  private readonly memberships = new Map<string, { clusters: ReadonlySet<string>; member: Member }>();
  private readonly hasEdges: boolean;

  /** @param hasEdges whether the engagement has any at all */
  constructor(hasEdges: boolean) {
    this.hasEdges = hasEdges;
  }

  /** @param edges all that start at one asset and lead to others */
  count(edges: readonly EdgeEnds[]): void {
    const places = new Set<string>();
    const needed = new Set<string>();
    for (const { from_asset_id: from, relation, to_asset_id: to } of edges) {
      if (to === null || to === from) continue;
      // What it is part of leans on it, if seldom on it alone.
      if (relation === 'part_of') this.shared.add(from);
      if (!LEANING.has(relation)) continue;
      (relation === 'runs_on' ? places : needed).add(to);
    }
    // What runs on several does not lose its place with one of them.
    for (const place of places) (places.size > 1 ? this.shared : needed).add(place);
    for (const id of needed) this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
  }

  /** Whether so many lean on any asset that a stand-in matters: else the second reading says nothing. */
  get mayNeedStandIns(): boolean {
    for (const count of this.counts.values()) if (count >= DEPENDENTS_MIN) return true;
    return false;
  }

  /** @param edges all of `STANDING_IN` that start at one asset */
  findStandIns(edges: readonly EdgeEnds[], isOutOfUse: (assetId: string) => boolean): void {
    const [first] = edges;
    if (first === undefined) return;
    const assetId = first.from_asset_id;
    const clusters = new Set<string>();
    const member = { isPlaced: false, isOutOfUse: isOutOfUse(assetId) };
    for (const { relation, to_asset_id: to, to_node: node } of edges) {
      if (relation === 'runs_on') member.isPlaced = true;
      // A cluster that is switched off or gone does nothing for its members.
      if (relation === 'member_of' && (to === null || !isOutOfUse(to))) clusters.add(node);
      if (relation === 'backup_of' && to !== null && !member.isOutOfUse && this.isNeeded(to)) this.standIns.add(to);
    }
    for (const cluster of clusters) this.members.add(cluster, member);
    if (clusters.size > 0 && this.isNeeded(assetId)) this.memberships.set(assetId, { clusters, member });
  }

  /** Of the assets in the range; null when there are no edges: then nothing is known. */
  within({ from, to }: IdRange): PlainDependents | null {
    if (!this.hasEdges) return null;
    const isIn = (id: string): boolean => id >= from && (to === null || id < to);
    const spared = [...this.memberships].filter(([id]) => isIn(id) && this.isSpared(id)).map(([id]) => id);
    return {
      counts: new Map([...this.counts].filter(([id]) => isIn(id))),
      shared: new Set([...this.shared].filter(isIn)),
      standIns: new Set([...[...this.standIns].filter(isIn), ...spared]),
    };
  }

  private isNeeded(assetId: string): boolean {
    return (this.counts.get(assetId) ?? 0) >= DEPENDENTS_MIN;
  }

  private isSpared(assetId: string): boolean {
    const membership = this.memberships.get(assetId);
    if (membership === undefined) return false;
    return [...membership.clusters].some((cluster) => this.members.spares(cluster, membership.member));
  }
}
