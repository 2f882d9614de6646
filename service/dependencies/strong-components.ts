import type { Neighbours } from './compact-graph.ts';

const UNSEEN = 0;

/**
 * Groups of nodes that reach one another in circles, each of at least two nodes; ascending numbers in each.
 *
 * Tarjan's algorithm, without recursion: a chain of a million assets would overflow the stack. Linear in nodes and edges.
 */
export function circlesOf({ starts, targets }: Neighbours): number[][] {
  const nodes = starts.length - 1;
  const order = new Int32Array(nodes);
  const low = new Int32Array(nodes);
  const isOpen = new Uint8Array(nodes);
  const nextEdge = starts.slice(0, nodes);
  const open: number[] = [];
  const circles: number[][] = [];
  let seen = UNSEEN;

  const enter = (node: number, path: number[]): void => {
    seen += 1;
    order[node] = seen;
    low[node] = seen;
    isOpen[node] = 1;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number, path: number[]): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
    if (low[node] !== order[node]) return;
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) isOpen[member] = 0;
    if (members.length > 1) circles.push(members.sort((a, b) => a - b));
  };

  for (let root = 0; root < nodes; root += 1) {
    if (order[root] !== UNSEEN) continue;
    const path: number[] = [];
    enter(root, path);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const edge = nextEdge[node] ?? 0;
      if (edge >= (starts[node + 1] ?? 0)) {
        leave(node, path);
        continue;
      }
      nextEdge[node] = edge + 1;
      const target = targets[edge] ?? 0;
      if (order[target] === UNSEEN) enter(target, path);
      else if (isOpen[target] === 1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
    }
  }
  return circles;
}
