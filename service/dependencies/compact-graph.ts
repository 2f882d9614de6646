import { grown } from '../engine-parts/grown.ts';
import { edgeRelations, type EdgeRelation } from '#shared/statuses.ts';
import { NodeNumbers } from './node-numbers.ts';

/** Neighbours of every node, one after the other: those of node n stand from `starts[n]` to before `starts[n + 1]`. */
export interface Neighbours {
  starts: Int32Array;
  targets: Int32Array;
}

/**
 * A directed graph in numbers: nodes are numbered in the order they are first named, an edge takes nine bytes. A million
 * assets with two edges each take some 46 MB; graphology takes 320 MB for a fifth of them (measured,
 * docs/agents/dependency-analysis.md).
 */
export class CompactGraph {
  private readonly nodes = new NodeNumbers();
  private from = new Int32Array(1_024);
  private to = new Int32Array(1_024);
  private relations = new Uint8Array(1_024);
  private edges = 0;

  get nodeCount(): number {
    return this.nodes.size;
  }

  get edgeCount(): number {
    return this.edges;
  }

  /** @throws RangeError for a number no node has */
  idOf(node: number): string {
    return this.nodes.idOf(node);
  }

  /** Null for a name in no edge. */
  find(id: string): number | null {
    return this.nodes.find(id);
  }

  add(from: string, relation: EdgeRelation, to: string): void {
    if (this.edges === this.from.length) this.grow();
    this.from[this.edges] = this.nodes.numberOf(from);
    this.to[this.edges] = this.nodes.numberOf(to);
    this.relations[this.edges] = edgeRelations.indexOf(relation);
    this.edges += 1;
  }

  forEachEdge(visit: (from: number, to: number, relation: EdgeRelation) => void): void {
    for (let edge = 0; edge < this.edges; edge += 1)
      visit(this.from[edge] ?? 0, this.to[edge] ?? 0, edgeRelations[this.relations[edge] ?? 0] ?? 'depends_on');
  }

  /** Whom each node leans on, by edges of these relations. */
  successors(relations: ReadonlySet<EdgeRelation>): Neighbours {
    return this.neighbours(this.from, this.to, relations);
  }

  /** The nodes that lean on each node. */
  predecessors(relations: ReadonlySet<EdgeRelation>): Neighbours {
    return this.neighbours(this.to, this.from, relations);
  }

  private neighbours(ends: Int32Array, others: Int32Array, relations: ReadonlySet<EdgeRelation>): Neighbours {
    const isWanted = edgeRelations.map((relation) => relations.has(relation));
    const starts = new Int32Array(this.nodeCount + 1);
    const eachWanted = (visit: (edge: number) => void): void => {
      for (let edge = 0; edge < this.edges; edge += 1) if (isWanted[this.relations[edge] ?? 0] === true) visit(edge);
    };
    eachWanted((edge) => (starts[(ends[edge] ?? 0) + 1] = (starts[(ends[edge] ?? 0) + 1] ?? 0) + 1));
    for (let node = 0; node < this.nodeCount; node += 1)
      starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
    const next = starts.slice();
    const targets = new Int32Array(starts[this.nodeCount] ?? 0);
    eachWanted((edge) => {
      const node = ends[edge] ?? 0;
      targets[next[node] ?? 0] = others[edge] ?? 0;
      next[node] = (next[node] ?? 0) + 1;
    });
    return { starts, targets };
  }

  private grow(): void {
    this.from = grown(this.from);
    this.to = grown(this.to);
    this.relations = grown(this.relations);
  }
}
