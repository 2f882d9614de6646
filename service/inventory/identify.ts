import { clusterFacts, type ClusterFacts } from './cluster-facts.ts';
import { Clusters } from './clusters.ts';
import { contestedRows } from './contested-serials.ts';
import type { Level } from './contradictions.ts';
import { corroborate } from './corroborate.ts';
import { judgeComponent, type Ambiguity, type HeldClusters } from './judge-component.ts';
import { setAsideRepeatedKeys } from './repeated-keys.ts';
import type { KeyTable } from './key-table.ts';
import { sharedAddresses } from './shared-addresses.ts';
import { LINK_STEPS, Meetings, type Grouping } from './meetings.ts';

/** Records that are held, each cluster of them one thing as far as is known, and what they may be. Rows from 0. */
export interface HeldRecords {
  level: Level;
  about: Ambiguity;
  /** Rows ascending; clusters by their first row. */
  clusters: number[][];
  /** Per cluster: the node of the asset it belongs to by stronger keys, -1 for none. */
  ownAssets: number[];
  /** Nodes of assets of the inventory that they may be. */
  assetNodes: number[];
  /** First rows of other things of this import that they may be. */
  otherRows: number[];
}

export interface Identification extends Grouping {
  held: HeldRecords[];
  /** Keys that stand on so many different things that they name none, by number. */
  repeatedKeys: number[];
}

/**
 * Which records and assets are one thing. Keys are looked at by rank; on each, sets of clusters that meet are judged as a
 * whole, so that neither the order of rows nor how they were partitioned matters. Two assets of the inventory are never
 * made one.
 */
export function identify(table: KeyTable, repeatedKeys = setAsideRepeatedKeys(table)): Identification {
  const clusters = new Clusters(table.nodes);
  const isHeld = new Uint8Array(table.rows);
  const grouping: Grouping = { table, clusters, isHeld, isShared: sharedAddresses(table) };
  const meetings = new Meetings(grouping);
  const held = contestedRows(grouping).map(({ row, assets }): HeldRecords => {
    isHeld[row] = 1;
    const may = { assetNodes: assets, otherRows: [] };
    return { level: 'serial', about: 'assets', clusters: [[row]], ownAssets: [-1], ...may };
  });
  for (const step of LINK_STEPS) {
    for (const roots of meetings.on(step)) {
      const standing = step.corroborated === undefined ? roots : corroborate(grouping, roots, step.level);
      if (step.corroborated === 'only') continue;
      const facts = standing.map((root) => clusterFacts(grouping, root));
      const verdict = judgeComponent(facts, step.level);
      for (const together of verdict.merge) unite(clusters, together);
      for (const one of verdict.held) held.push(hold(grouping, step.level, one));
    }
  }
  return { ...grouping, held, repeatedKeys };
}

function unite(clusters: Clusters, together: readonly ClusterFacts[]): void {
  const [first] = together;
  if (first !== undefined) for (const other of together) clusters.union(first.root, other.root);
}

/** To be called when what is one has been united. */
function hold({ table, clusters, isHeld }: Grouping, level: Level, held: HeldClusters): HeldRecords {
  const nodesOf = ({ root }: ClusterFacts): number[] => {
    const nodes: number[] = [];
    clusters.forEach(root, (node) => nodes.push(node));
    return nodes.sort((a, b) => a - b);
  };
  const rowsOf = (cluster: ClusterFacts): number[] =>
    nodesOf(cluster).filter((node) => node < table.rows && isHeld[node] !== 1);
  const isKnown = (cluster: ClusterFacts): boolean => nodesOf(cluster).some((node) => node >= table.rows);
  const inOrder = held.clusters
    .map((cluster) => ({ rows: rowsOf(cluster), asset: cluster.assets[0] ?? -1 }))
    .sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  for (const { rows } of inOrder) for (const row of rows) isHeld[row] = 1;
  const isHeldCluster = new Set(held.clusters);
  const others = held.candidates.filter((candidate) => !isHeldCluster.has(candidate) && !isKnown(candidate));
  return {
    level,
    about: held.about,
    clusters: inOrder.map(({ rows }) => rows),
    ownAssets: inOrder.map(({ asset }) => asset),
    assetNodes: [...new Set(held.candidates.flatMap((candidate) => candidate.assets))].sort((a, b) => a - b),
    otherRows: [...new Set(others.map((candidate) => rowsOf(candidate)[0] ?? 0))].sort((a, b) => a - b),
  };
}
