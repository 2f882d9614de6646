import type { EdgeRelation } from '#shared/statuses.ts';
import type { Dependency } from '../dependencies/edge.ts';
import type { IdRange } from '../inventory/asset-id.ts';

/** Assets that must lean on one before it counts as a single point of failure. */
export const DEPENDENTS_MIN = 5;

/** Relations in which `from` fails with `to`. */
const LEANING: ReadonlySet<EdgeRelation> = new Set(['runs_on', 'uses_database', 'depends_on']);

/** Relations that may tell of a stand-in. */
export const STANDING_IN: readonly EdgeRelation[] = ['member_of', 'backup_of'];

type EdgeEnds = Pick<Dependency, 'from_asset_id' | 'relation' | 'to_asset_id'>;

/** Who leans on an asset, and what would stand in for it. */
export interface Dependents {
  count: number;
  /** It is a member of a cluster, or something is a backup of it. */
  hasStandIn: boolean;
}

/** Of some assets: how many lean on each that any leans on, and which have a stand-in; null when no edge is known at all. */
export interface PlainDependents {
  counts: ReadonlyMap<string, number>;
  standIns: ReadonlySet<string>;
}

/** @param dependents what `DependentCounts.within` gave of the assets that are asked for */
export function dependentsOf(dependents: PlainDependents | null, assetId: string): Dependents | null {
  if (dependents === null) return null;
  return { count: dependents.counts.get(assetId) ?? 0, hasStandIn: dependents.standIns.has(assetId) };
}

/**
 * How many assets lean on each, in two readings: first edges that lead to an asset are counted, then those of `STANDING_IN`
 * are looked at for what stands in where many lean. Holds a number for each asset that is leaned on.
 */
export class DependentCounts {
  private readonly counts = new Map<string, number>();
  private readonly standIns = new Set<string>();
  private readonly hasEdges: boolean;

  /** @param hasEdges whether the engagement has any at all */
  constructor(hasEdges: boolean) {
    this.hasEdges = hasEdges;
  }

  count(edge: EdgeEnds): void {
    if (edge.to_asset_id === null || !LEANING.has(edge.relation) || edge.to_asset_id === edge.from_asset_id) return;
    this.counts.set(edge.to_asset_id, (this.counts.get(edge.to_asset_id) ?? 0) + 1);
  }

  /** Whether so many lean on any asset that a stand-in matters: else the second reading says nothing. */
  get mayNeedStandIns(): boolean {
    for (const count of this.counts.values()) if (count >= DEPENDENTS_MIN) return true;
    return false;
  }

  findStandIn(edge: EdgeEnds): void {
    if (edge.relation === 'member_of') this.addStandIn(edge.from_asset_id);
    if (edge.relation === 'backup_of' && edge.to_asset_id !== null) this.addStandIn(edge.to_asset_id);
  }

  /** Of the assets in the range; null when there are no edges: then nothing is known. */
  within({ from, to }: IdRange): PlainDependents | null {
    if (!this.hasEdges) return null;
    const isIn = (id: string): boolean => id >= from && (to === null || id < to);
    return {
      counts: new Map([...this.counts].filter(([id]) => isIn(id))),
      standIns: new Set([...this.standIns].filter(isIn)),
    };
  }

  private addStandIn(assetId: string): void {
    if ((this.counts.get(assetId) ?? 0) >= DEPENDENTS_MIN) this.standIns.add(assetId);
  }
}
