import type { EdgeDocument } from '../models/edge.model.ts';
import type { GenerationOf, GraphEdges } from './graph-edges.ts';

/** Edges read for one step of a picture, and drawn in all. */
const EDGES_MAX = 5_000;

export interface Picture {
  /** Ids of nodes, nearest first. */
  nodes: string[];
  /** Edges between them. */
  edges: EdgeDocument[];
  /** What people call the nodes that edges point at, of every group and name. */
  names: ReadonlyMap<string, string>;
  isTruncated: boolean;
}

export const isAssetNode = (node: string): boolean => !node.startsWith('group:') && !node.startsWith('name:');

/** The surroundings of some nodes: what they lean on and what leans on them, step by step, until enough nodes are there. */
export async function pictureAround(
  edges: Pick<GraphEdges, 'startingAt' | 'pointingAt'>,
  scope: GenerationOf,
  { seeds, depth, limit }: { seeds: readonly string[]; depth: number; limit: number },
): Promise<Picture> {
  const nodes = new Set(seeds.slice(0, limit));
  let isTruncated = seeds.length > limit;
  let frontier = [...nodes];
  for (let step = 0; step < depth && frontier.length > 0; step += 1) {
    const outgoing = await edges.startingAt(scope, frontier.filter(isAssetNode), EDGES_MAX);
    const incoming = await edges.pointingAt(scope, frontier, EDGES_MAX);
    if (outgoing.length === EDGES_MAX || incoming.length === EDGES_MAX) isTruncated = true;
    const next: string[] = [];
    for (const node of [...outgoing.map((edge) => edge.to_node), ...incoming.map((edge) => edge.from_asset_id)]) {
      if (nodes.has(node)) continue;
      if (nodes.size === limit) {
        isTruncated = true;
        break;
      }
      nodes.add(node);
      next.push(node);
    }
    frontier = next;
  }
  const between = await edges.startingAt(scope, [...nodes].filter(isAssetNode), EDGES_MAX);
  const drawn = between.filter((edge) => nodes.has(edge.to_node));
  const names = new Map(drawn.map((edge) => [edge.to_node, edge.to_name]));
  for (const node of nodes) {
    if (isAssetNode(node) || names.has(node)) continue;
    // None of its edges is drawn: any of the others says what it is called.
    const [edge] = await edges.pointingAt(scope, [node], 1);
    if (edge !== undefined) names.set(node, edge.to_name);
  }
  return { nodes: [...nodes], edges: drawn, names, isTruncated };
}
