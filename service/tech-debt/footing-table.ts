import type { CompactGraph } from '../dependencies/compact-graph.ts';
import { footingKinds, type FootingKind, type FootingSupport } from './footing.ts';
import { Standings, type PlainFootings } from './footing-list.ts';

const NOT_KNOWN: FootingSupport = { support: 'unknown', clause: null };

/** The nodes of a graph as footings of others; some bytes a node. */
export class FootingTable {
  private readonly graph: CompactGraph;
  private readonly kinds: Uint8Array;
  private readonly stands: Uint32Array;
  private readonly standings = new Standings();
  private readonly goes = new Map<number, string>();

  constructor(graph: CompactGraph) {
    this.graph = graph;
    this.kinds = new Uint8Array(graph.nodeCount);
    this.stands = new Uint32Array(graph.nodeCount);
    this.standings.numberOf(NOT_KNOWN);
  }

  addAll({ ids, kinds, stands, standings, goes }: PlainFootings): void {
    const numbers = standings.map((standing) => this.standings.numberOf(standing));
    ids.forEach((id, at) => {
      const node = this.graph.find(id);
      if (node === null) return;
      this.kinds[node] = kinds[at] ?? 0;
      this.stands[node] = numbers[stands[at] ?? 0] ?? 0;
      const why = goes.get(at);
      if (why !== undefined) this.goes.set(node, why);
    });
  }

  readonly kindOf = (node: number): FootingKind => footingKinds[this.kinds[node] ?? 0] ?? 'none';
  readonly standsOf = (node: number): FootingSupport => this.standings.all[this.stands[node] ?? 0] ?? NOT_KNOWN;
  readonly goesOf = (node: number): string | null => this.goes.get(node) ?? null;
}
