import { edgeRelations, edgeStates, type EdgeRelation, type EdgeState } from '#shared/statuses.ts';
import { CompactGraph } from './compact-graph.ts';
import type { GraphEdge } from './edge-list.ts';
import { measureGraph, type StructureMeasures } from './graph-measures.ts';

/** Different names that no asset has, counted one by one; about 200 bytes each. */
const NAMES_COUNTED_MAX = 100_000;
const NAMES_LISTED_MAX = 100;

/** Something that is known by its name only, and how many edges point at it. */
interface NamedCount {
  name: string;
  node_id: string;
  relation: EdgeRelation;
  edges: number;
}

interface NameMeasures {
  count: number;
  listed: NamedCount[];
  /** Whether all names were counted; if not, `count` is a lower bound. */
  is_complete: boolean;
}

/** All that is known of one generation of the graph without reading its edges. Bounded in size. */
export interface GraphMeasures extends StructureMeasures {
  assets: number;
  edges: number;
  by_state: Record<EdgeState, number>;
  by_relation: Record<EdgeRelation, number>;
  groups: NameMeasures;
  unresolved: NameMeasures;
  ambiguous: NameMeasures;
}

class NameCounter {
  private readonly names = new Map<string, NamedCount>();
  private isComplete = true;

  add(edge: GraphEdge): void {
    const known = this.names.get(edge.to_node);
    if (known) known.edges += 1;
    else if (this.names.size < NAMES_COUNTED_MAX)
      this.names.set(edge.to_node, {
        name: edge.to_name,
        node_id: edge.to_node,
        relation: edge.relation,
        edges: 1,
      });
    else this.isComplete = false;
  }

  measure(): NameMeasures {
    const listed = [...this.names.values()].sort((a, b) => b.edges - a.edges || (a.node_id < b.node_id ? -1 : 1));
    return { count: this.names.size, listed: listed.slice(0, NAMES_LISTED_MAX), is_complete: this.isComplete };
  }
}

/** Takes in the edges of a graph as they are found and measures it at the end. */
export class GraphTally {
  private readonly graph = new CompactGraph();
  private readonly byState = zeroes(edgeStates);
  private readonly byRelation = zeroes(edgeRelations);
  private readonly names = { group: new NameCounter(), unresolved: new NameCounter(), ambiguous: new NameCounter() };

  get edges(): number {
    return edgeStates.reduce((sum, state) => sum + this.byState[state], 0);
  }

  add(edge: GraphEdge): void {
    this.byState[edge.state] += 1;
    this.byRelation[edge.relation] += 1;
    if (edge.state !== 'resolved') this.names[edge.state].add(edge);
    if (edge.state === 'resolved' || edge.state === 'group')
      this.graph.add(edge.from_asset_id, edge.relation, edge.to_node);
  }

  async measure(assets: number, breathe: () => Promise<void>): Promise<GraphMeasures> {
    const structure = await measureGraph(this.graph, (id) => !id.startsWith('group:'), breathe);
    return {
      assets,
      edges: this.edges,
      by_state: this.byState,
      by_relation: this.byRelation,
      ...structure,
      groups: this.names.group.measure(),
      unresolved: this.names.unresolved.measure(),
      ambiguous: this.names.ambiguous.measure(),
    };
  }
}

function zeroes<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
