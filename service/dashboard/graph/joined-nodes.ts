import { formatNumber } from '#shared/format.ts';
import type { Graph } from '#shared/schemas/graph.schema.ts';

/** The picture without what nothing in it leads to, which would only fill it; the focus stays. */
export function joinedOnly(graph: Graph, focus: string | null): Graph {
  const joined = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  return { ...graph, nodes: graph.nodes.filter(({ node_id: id }) => id === focus || joined.has(id)) };
}

/** What of a graph its picture leaves out; nothing where that is nothing. */
export function leftOutWords(all: Graph, drawn: Graph): string {
  const shown = new Set(drawn.nodes);
  const left = all.nodes.filter((node) => !shown.has(node));
  if (left.length === 0) return '';
  const more = `${formatNumber(left.length)} more ${left.length === 1 ? 'name' : 'names'}`;
  const isUnknown = left.every(({ kind }) => kind === 'name');
  const [is, leads] = left.length === 1 ? ['is', 'leads'] : ['are', 'lead'];
  return isUnknown ? `${more} ${is} not in the inventory.` : `${more} ${leads} to nothing in this picture.`;
}
