import { edgeRelations, edgeStates, type EdgeRelation, type EdgeState } from '#shared/statuses.ts';
import type { Dependency } from './edge.ts';
import { nodeId, NodeNumbers, type PlainNodes } from './node-numbers.ts';

/** The input of the graph's measures. */
export type GraphEdge = Pick<Dependency, 'from_asset_id' | 'relation' | 'state' | 'to_node' | 'to_name'>;

/** Edges as one worker hands them to another: each node is named once. */
export interface PlainEdges {
  nodes: PlainNodes;
  /** Names of nodes that are no assets, as the first cell has them. */
  names: Map<number, string>;
  from: Uint32Array;
  to: Uint32Array;
  relations: Uint8Array;
  states: Uint8Array;
}

/** Gathers edges in little memory, without the texts of their assets' ids. */
export class EdgeList {
  private readonly nodes = new NodeNumbers();
  private readonly names = new Map<number, string>();
  private readonly edges: { from: number[]; to: number[]; relations: number[]; states: number[] } = {
    from: [],
    to: [],
    relations: [],
    states: [],
  };

  get length(): number {
    return this.edges.from.length;
  }

  add(edge: GraphEdge): void {
    const to = this.nodes.numberOf(edge.to_node);
    this.edges.from.push(this.nodes.numberOf(edge.from_asset_id));
    this.edges.to.push(to);
    this.edges.relations.push(edgeRelations.indexOf(edge.relation));
    this.edges.states.push(edgeStates.indexOf(edge.state));
    if (edge.state !== 'resolved' && !this.names.has(to)) this.names.set(to, edge.to_name);
  }

  plain(): PlainEdges {
    const { from, to, relations, states } = this.edges;
    return {
      nodes: this.nodes.plain(),
      names: this.names,
      from: Uint32Array.from(from),
      to: Uint32Array.from(to),
      relations: Uint8Array.from(relations),
      states: Uint8Array.from(states),
    };
  }
}

/** The edges of a list, in their order. */
export function* edgesIn({ nodes, names, from, to, relations, states }: PlainEdges): Generator<GraphEdge> {
  for (let at = 0; at < from.length; at += 1) {
    const target = to[at] ?? 0;
    yield {
      from_asset_id: nodeId(nodes, from[at] ?? 0),
      relation: edgeRelations[relations[at] ?? 0] as EdgeRelation,
      state: edgeStates[states[at] ?? 0] as EdgeState,
      to_node: nodeId(nodes, target),
      to_name: names.get(target) ?? '',
    };
  }
}
