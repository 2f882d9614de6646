import type { EdgeRelation } from '#shared/statuses.ts';
import type { CompactGraph, Neighbours } from '../dependencies/compact-graph.ts';
import type { FootingKind } from './footing.ts';

/** Relations that lead from an asset to its footing, in either direction. */
export const FOOTING_RELATIONS: ReadonlySet<EdgeRelation> = new Set([
  'runs_on',
  'uses_database',
  'depends_on',
  'part_of',
  'member_of',
]);

/** Edges followed for one asset beyond its own: the highest cost of a walk. */
export const FURTHER_EDGES_MAX = 2_000;

/** The footing of one asset, nearest first, by numbers of the graph. */
export interface Footings {
  /** Machines and databases that it needs, wherever it is moved to. */
  systems: number[];
  /** Hosts, clusters and hardware, which stay behind. */
  below: number[];
  /** Whether there was more than is looked at. */
  isCut: boolean;
}

const SYSTEMS: ReadonlySet<FootingKind> = new Set(['machine', 'container', 'database']);

/**
 * Finds the footings of applications and databases: the things they run on, use or depend on, the parts of them, and
 * the footings of those in turn; of a cluster its members. Applications that another depends on stand for themselves.
 * No asset is looked at twice, so that circles end.
 */
export class FootingWalk {
  private readonly kindOf: (node: number) => FootingKind;
  private readonly places: Neighbours;
  private readonly needs: Neighbours;
  private readonly partsOf: Neighbours;
  private readonly members: Neighbours;
  /** The last root each node was met for. */
  private readonly metFor: Int32Array;
  private edgesLeft = 0;

  constructor(graph: CompactGraph, kindOf: (node: number) => FootingKind) {
    this.kindOf = kindOf;
    this.places = graph.successors(new Set(['runs_on']));
    this.needs = graph.successors(new Set(['uses_database', 'depends_on']));
    this.partsOf = graph.predecessors(new Set(['part_of']));
    this.members = graph.predecessors(new Set(['member_of']));
    this.metFor = new Int32Array(graph.nodeCount).fill(-1);
  }

  /** Of an application or a database; the same graph gives the same. */
  of(root: number): Footings {
    this.edgesLeft = FURTHER_EDGES_MAX + this.ownEdges(root);
    this.metFor[root] = root;
    const found: Footings = { systems: [], below: [], isCut: false };
    const needed = [root];
    const placed: number[] = [];
    // What is needed first: what is also met as a place below it stays a system.
    for (let at = 0; at < needed.length && this.edgesLeft > 0; at += 1)
      this.follow(needed[at] ?? root, root, { needed, placed, found });
    for (let at = 0; at < placed.length && this.edgesLeft > 0; at += 1) {
      const node = placed[at] ?? root;
      if (!this.isFooting(node) || !this.meets(node, root)) continue;
      found.below.push(node);
      for (const next of this.groundOf(node)) placed.push(next);
    }
    found.isCut = this.edgesLeft <= 0;
    return found;
  }

  private follow(
    node: number,
    root: number,
    { needed, placed, found }: { needed: number[]; placed: number[]; found: Footings },
  ): void {
    for (const next of this.groundOf(node)) {
      if (!this.isFooting(next)) continue;
      const kind = this.kindOf(next);
      if (kind === 'host' || kind === 'hardware' || this.kindOf(node) === 'machine') placed.push(next);
      else if (this.meets(next, root)) {
        needed.push(next);
        if (SYSTEMS.has(kind)) found.systems.push(next);
        else found.below.push(next);
      }
    }
  }

  private isFooting(node: number): boolean {
    const kind = this.kindOf(node);
    return kind !== 'application' && kind !== 'none';
  }

  /** The direct footing of a node. */
  private *groundOf(node: number): Generator<number> {
    const kind = this.kindOf(node);
    yield* this.neighbours(this.places, node);
    if (kind === 'application' || kind === 'database') yield* this.neighbours(this.needs, node);
    if (kind === 'application') yield* this.neighbours(this.partsOf, node);
    if (kind === 'cluster') yield* this.membersOf(node);
  }

  /** Members that carry a cluster; machines that run on it, or on another member, are carried by it. */
  private *membersOf(cluster: number): Generator<number> {
    const members = new Set(this.neighbours(this.members, cluster));
    for (const member of members) {
      const places = [...this.neighbours(this.places, member)];
      if (!places.some((place) => place === cluster || members.has(place))) yield member;
    }
  }

  private *neighbours({ starts, targets }: Neighbours, node: number): Generator<number> {
    const end = starts[node + 1] ?? 0;
    for (let at = starts[node] ?? 0; at < end; at += 1) {
      if (this.edgesLeft <= 0) return;
      this.edgesLeft -= 1;
      yield targets[at] ?? node;
    }
  }

  private meets(node: number, root: number): boolean {
    if (this.metFor[node] === root) return false;
    this.metFor[node] = root;
    return true;
  }

  private ownEdges(root: number): number {
    const degreeIn = ({ starts }: Neighbours): number => (starts[root + 1] ?? 0) - (starts[root] ?? 0);
    return degreeIn(this.places) + degreeIn(this.needs) + degreeIn(this.partsOf);
  }
}
