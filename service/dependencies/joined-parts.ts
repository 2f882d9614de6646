import type { CompactGraph } from './compact-graph.ts';

/** For each node the number of one node of its part: nodes of one part are joined by edges in either direction. */
export function joinedParts(graph: CompactGraph): Int32Array {
  const parent = new Int32Array(graph.nodeCount);
  for (let node = 0; node < parent.length; node += 1) parent[node] = node;
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      const above = parent[parent[root] ?? 0] ?? 0;
      parent[root] = above;
      root = above;
    }
    return root;
  };
  graph.forEachEdge((from, to) => {
    const a = rootOf(from);
    const b = rootOf(to);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  });
  for (let node = 0; node < parent.length; node += 1) parent[node] = rootOf(node);
  return parent;
}
