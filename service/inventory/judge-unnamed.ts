import type { ClusterFacts } from './cluster-facts.ts';
import { setsSharing } from './clusters.ts';
import type { Level } from './contradictions.ts';
import { FQDN, GLOBAL_ID, HOSTNAME, NAME, SERIAL } from './key-kinds.ts';

export type WeakLevel = Extract<Level, 'local_id' | 'mac' | 'ip'>;

/** What meets on a weak key, each set beside those it may be: one thing, or records that a person must place. */
interface UnnamedVerdict {
  merge: ClusterFacts[][];
  held: { unnamed: ClusterFacts[]; candidates: ClusterFacts[] }[];
}

const NAMED = SERIAL | GLOBAL_ID | FQDN | HOSTNAME | NAME;
const KEYS = { local_id: 'localIds', mac: 'macs', ip: 'ips' } as const satisfies Record<WeakLevel, keyof ClusterFacts>;

/**
 * An address or a local id says whose a record is only where the record says nothing else, and only one thing has it. What
 * the things have in common besides does not matter: it brings no record to one that it shares nothing with.
 */
export function judgeUnnamed(clusters: readonly ClusterFacts[], level: WeakLevel): UnnamedVerdict {
  const verdict: UnnamedVerdict = { merge: [], held: [] };
  const alone: ClusterFacts[][] = [];
  const aroundThing = new Map<ClusterFacts, ClusterFacts[]>();
  for (const { group, things } of groupsWithThings(clusters, level)) {
    const [thing, ...more] = things;
    const known = thing === undefined ? undefined : aroundThing.get(thing);
    if (thing === undefined) alone.push(group);
    else if (more.length > 0) verdict.held.push({ unnamed: group, candidates: [...group, ...things] });
    else if (known === undefined) aroundThing.set(thing, [thing, ...group]);
    else known.push(...group);
  }
  for (const together of [...alone, ...aroundThing.values()]) {
    if (together.length === 1) continue;
    if (mayBeOne(together)) verdict.merge.push(together);
    else verdict.held.push({ unnamed: together.filter((one) => !isNamed(one)), candidates: together });
  }
  return verdict;
}

/** Records without a name that share a key, and the named things that share one with any of them. */
function groupsWithThings(
  clusters: readonly ClusterFacts[],
  level: WeakLevel,
): { group: ClusterFacts[]; things: Set<ClusterFacts> }[] {
  const keysOf = (cluster: ClusterFacts): ReadonlySet<number> => cluster[KEYS[level]];
  const unnamed = clusters.filter((cluster) => !isNamed(cluster));
  const groups = setsSharing(unnamed, keysOf).map((group) => ({ group, things: new Set<ClusterFacts>() }));
  const thingsOf = new Map<number, Set<ClusterFacts>>();
  for (const { group, things } of groups)
    for (const one of group) for (const key of keysOf(one)) thingsOf.set(key, things);
  for (const cluster of clusters)
    if (isNamed(cluster)) for (const key of keysOf(cluster)) thingsOf.get(key)?.add(cluster);
  return groups;
}

function mayBeOne(clusters: readonly ClusterFacts[]): boolean {
  const traits = clusters.reduce((all, cluster) => all | cluster.traits, 0);
  const isOneClass = (traits & (traits - 1)) === 0;
  return isOneClass && clusters.filter(({ assets }) => assets.length > 0).length <= 1;
}

const isNamed = ({ kinds }: ClusterFacts): boolean => (kinds & NAMED) !== 0;
