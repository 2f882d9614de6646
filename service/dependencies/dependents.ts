import type { Neighbours } from './compact-graph.ts';

/** How many lean on a node, directly and through others; null where it was not counted. */
export interface DependentCount {
  node: number;
  direct: number;
  transitive: number | null;
}

/** Edges walked in all: about a second. Inventories whose chains are a few links long stay far below it. */
const WALKED_EDGES_MAX = 50_000_000;
/** Nodes after which the caller gets to breathe. */
const NODES_PER_STEP = 2_000;

/**
 * Counts the dependents of every node that has any, those with the most direct ones first. Exact; when the walk has
 * become too long, the other nodes have no transitive count.
 */
export async function countDependents(
  { starts, targets }: Neighbours,
  breathe: () => Promise<void>,
  walkedMax = WALKED_EDGES_MAX,
): Promise<DependentCount[]> {
  const counts = directCounts(starts);
  const visitedFor = new Int32Array(starts.length - 1).fill(-1);
  const queue = new Int32Array(starts.length - 1);
  let walked = 0;
  for (const [index, count] of counts.entries()) {
    if (walked > walkedMax) break;
    if (index % NODES_PER_STEP === 0) await breathe();
    visitedFor[count.node] = index;
    queue[0] = count.node;
    let last = 1;
    for (let at = 0; at < last && walked <= walkedMax; at += 1) {
      const node = queue[at] ?? 0;
      const end = starts[node + 1] ?? 0;
      walked += end - (starts[node] ?? 0);
      for (let edge = starts[node] ?? 0; edge < end; edge += 1) {
        const dependent = targets[edge] ?? 0;
        if (visitedFor[dependent] === index) continue;
        visitedFor[dependent] = index;
        queue[last] = dependent;
        last += 1;
      }
    }
    if (walked <= walkedMax) count.transitive = last - 1;
  }
  return counts;
}

function directCounts(starts: Int32Array): DependentCount[] {
  const counts: DependentCount[] = [];
  for (let node = 0; node < starts.length - 1; node += 1) {
    const direct = (starts[node + 1] ?? 0) - (starts[node] ?? 0);
    if (direct > 0) counts.push({ node, direct, transitive: null });
  }
  return counts.sort((a, b) => b.direct - a.direct || a.node - b.node);
}
