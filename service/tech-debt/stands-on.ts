import type { FootingSupport } from './footing.ts';
import type { Footings } from './footing-walk.ts';
import { rankOf, type SupportForMove } from './support-for-move.ts';

/** Assets named of those that one stands on. */
const FOOTINGS_NAMED_MAX = 5;

/** An asset that another stands on, by name. */
export interface NamedFooting {
  name: string;
  /** The same object for all of which the same is said, so that it travels once. */
  stands: FootingSupport;
}

/** Something that is to go, and why. */
interface NamedLeaver {
  name: string;
  why: string;
}

/** The footing of one asset: counts by the state of support, and the names of the worst. Plain data of bounded size. */
export interface StandsOn {
  systems: number;
  isCut: boolean;
  bySupport: Partial<Record<SupportForMove, number>>;
  /** The worst of the systems. */
  worst: NamedFooting[];
  /** The footings that are to go, among systems and below them. */
  leaving: { count: number; named: NamedLeaver[] };
  /** Hosts whose support has ended or ends first. */
  oldHosts: { count: number; named: NamedFooting[] };
}

/** The facts on the nodes of the graph. */
interface FootingFacts {
  standsOf: (node: number) => FootingSupport;
  goesOf: (node: number) => string | null;
}

/** `StandsOn` before the names are known: numbers of nodes in their place. */
export interface UnnamedStandsOn extends Pick<StandsOn, 'systems' | 'isCut' | 'bySupport'> {
  worst: number[];
  leaving: { count: number; nodes: number[] };
  oldHosts: { count: number; nodes: number[] };
}

/** Null where nothing is known that it stands on. */
export function rolledUp({ systems, below, isCut }: Footings, facts: FootingFacts): UnnamedStandsOn | null {
  if (systems.length + below.length === 0) return null;
  const supportOf = (node: number): SupportForMove => facts.standsOf(node).support;
  const bySupport: StandsOn['bySupport'] = {};
  for (const node of systems) bySupport[supportOf(node)] = (bySupport[supportOf(node)] ?? 0) + 1;
  const leaving = [...systems, ...below].filter((node) => facts.goesOf(node) !== null);
  const old = below.filter((node) => rankOf(supportOf(node)) <= rankOf('ends_first'));
  return {
    systems: systems.length,
    isCut,
    bySupport,
    worst: worstFirst(systems, supportOf).slice(0, FOOTINGS_NAMED_MAX),
    leaving: { count: leaving.length, nodes: leaving.slice(0, FOOTINGS_NAMED_MAX) },
    oldHosts: { count: old.length, nodes: worstFirst(old, supportOf).slice(0, FOOTINGS_NAMED_MAX) },
  };
}

const worstFirst = (nodes: readonly number[], supportOf: (node: number) => SupportForMove): number[] =>
  [...nodes].sort((one, other) => rankOf(supportOf(one)) - rankOf(supportOf(other)));

export const nodesNamedIn = ({ worst, leaving, oldHosts }: UnnamedStandsOn): number[] => [
  ...worst,
  ...leaving.nodes,
  ...oldHosts.nodes,
];

export function named(unnamed: UnnamedStandsOn, facts: FootingFacts, nameOf: (node: number) => string): StandsOn {
  const footing = (node: number): NamedFooting => ({ name: nameOf(node), stands: facts.standsOf(node) });
  const leaver = (node: number): NamedLeaver => ({ name: nameOf(node), why: facts.goesOf(node) ?? '' });
  return {
    ...unnamed,
    worst: unnamed.worst.map(footing),
    leaving: { count: unnamed.leaving.count, named: unnamed.leaving.nodes.map(leaver) },
    oldHosts: { count: unnamed.oldHosts.count, named: unnamed.oldHosts.nodes.map(footing) },
  };
}
