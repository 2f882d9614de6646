import type { EdgeRelation } from '#shared/statuses.ts';
import { Clusters } from '../inventory/clusters.ts';
import type { CompactGraph } from './compact-graph.ts';
import { countDependents, type DependentCount } from './dependents.ts';
import { circlesOf } from './strong-components.ts';

/** Relations along which a loss travels: an asset that runs on, uses or depends on the lost one is lost as well. */
export const DEPENDENCE: ReadonlySet<EdgeRelation> = new Set(['runs_on', 'depends_on', 'uses_database']);

/**
 * From how many affected others on the loss of an asset is far-reaching: transitive ones, and no stand-in is looked for.
 * The debt of the same name counts direct dependents and stand-ins (service/tech-debt/dependent-counts.ts).
 */
const FAR_REACHING_MIN_AFFECTED = 5;

const LISTED_MAX = 50;
const CIRCLE_MEMBERS_LISTED_MAX = 50;
const PART_SIZES_LISTED_MAX = 20;

/** The measures of the whole graph. Plain data of bounded size; assets by id. */
export interface StructureMeasures {
  /** Parts of at least two assets, joined by edges of any relation to assets and groups. */
  components: { count: number; largest: number[]; linked_assets: number };
  /** Assets that depend on one another in a circle; the first members of the first circles. */
  cycles: { count: number; assets: number; listed: string[][] };
  most_depended_on: { asset_id: string; direct: number; transitive: number | null }[];
  single_points_of_failure: {
    min_affected: number;
    count: number;
    listed: { asset_id: string; direct: number; affected: number }[];
    /** Whether every candidate was counted; if not, `count` is a lower bound. */
    is_complete: boolean;
  };
}

/**
 * @param graph resolved edges and edges to groups
 * @param isAsset tells assets from groups, by id
 * @param breathe awaited between steps, so that the caller's other work goes on; throws to stop
 */
export async function measureGraph(
  graph: CompactGraph,
  isAsset: (id: string) => boolean,
  breathe: () => Promise<void>,
): Promise<StructureMeasures> {
  const components = measureComponents(graph, isAsset);
  await breathe();
  const circles = circlesOf(graph.successors(DEPENDENCE)).sort((a, b) => b.length - a.length);
  await breathe();
  const counts = await countDependents(graph.predecessors(DEPENDENCE), breathe);
  return {
    components,
    cycles: {
      count: circles.length,
      assets: circles.reduce((sum, circle) => sum + circle.length, 0),
      listed: circles
        .slice(0, LISTED_MAX)
        .map((circle) => circle.slice(0, CIRCLE_MEMBERS_LISTED_MAX).map((node) => graph.idOf(node))),
    },
    most_depended_on: counts
      .slice(0, LISTED_MAX)
      .map(({ node, direct, transitive }) => ({ asset_id: graph.idOf(node), direct, transitive })),
    single_points_of_failure: farReachingLosses(graph, counts),
  };
}

function farReachingLosses(
  graph: CompactGraph,
  counts: readonly DependentCount[],
): StructureMeasures['single_points_of_failure'] {
  const losses = counts
    .flatMap((count) => (count.transitive === null ? [] : [{ ...count, affected: count.transitive }]))
    .filter(({ affected }) => affected >= FAR_REACHING_MIN_AFFECTED)
    .sort((a, b) => b.affected - a.affected || a.node - b.node);
  return {
    min_affected: FAR_REACHING_MIN_AFFECTED,
    count: losses.length,
    listed: losses
      .slice(0, LISTED_MAX)
      .map(({ node, direct, affected }) => ({ asset_id: graph.idOf(node), direct, affected })),
    is_complete: counts.every(({ transitive }) => transitive !== null),
  };
}

function measureComponents(graph: CompactGraph, isAsset: (id: string) => boolean): StructureMeasures['components'] {
  const parts = new Clusters(graph.nodeCount);
  graph.forEachEdge((from, to) => void parts.union(from, to));
  const assets = new Int32Array(graph.nodeCount);
  let linked = 0;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (!isAsset(graph.idOf(node))) continue;
    linked += 1;
    const part = parts.root(node);
    assets[part] = (assets[part] ?? 0) + 1;
  }
  const sizes = assets.filter((size) => size > 1).sort((a, b) => b - a);
  return { count: sizes.length, largest: [...sizes.slice(0, PART_SIZES_LISTED_MAX)], linked_assets: linked };
}
