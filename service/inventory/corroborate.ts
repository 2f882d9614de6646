import { clusterFacts, type ClusterFacts } from './cluster-facts.ts';
import { linkedSets, setsSharing } from './clusters.ts';
import { contradiction, type Level } from './contradictions.ts';
import type { Grouping } from './meetings.ts';

/** Larger sets that share a name and an id or address are left to the judgement of all others. */
const COMPARED_MAX = 32;

type KeysOf = (one: ClusterFacts) => ReadonlySet<number>;

/** Keys that clusters of one name may share besides it. MAC addresses first: they stay with the machine. */
const BESIDES_A_NAME: readonly KeysOf[] = [
  ({ ownMacs }) => ownMacs,
  ({ localIds }) => localIds,
  ({ ownIps }) => ownIps,
];
const BESIDES_A_SERIAL: readonly KeysOf[] = [({ globalIds }) => globalIds];

/**
 * Of clusters that share a name, unites those that also share an id or an address of their own and have no contradiction;
 * of those that share a serial number, those that share an id. Other clusters of that name or number must not put these in
 * doubt. A sheet with one name for many things, each with its tag, would else make all of them anew with every import.
 *
 * @returns the roots of what they are now
 */
export function corroborate(grouping: Grouping, roots: readonly number[], level: Level): readonly number[] {
  let standing = roots;
  for (const keysOf of level === 'serial' ? BESIDES_A_SERIAL : BESIDES_A_NAME) {
    // Two are judged alike with it and without.
    if (standing.length < 3) break;
    const facts = standing.map((root) => clusterFacts(grouping, root));
    for (const together of sharing(facts, keysOf, level)) {
      const [first] = together;
      if (first === undefined || !isOne(together, level)) continue;
      for (const other of together) grouping.clusters.union(first.root, other.root);
    }
    standing = [...new Set(standing.map((root) => grouping.clusters.root(root)))];
  }
  return standing;
}

/** Sets that share such a key, without clusters that are certainly another thing. */
function sharing(facts: readonly ClusterFacts[], keysOf: KeysOf, level: Level): ClusterFacts[][] {
  const areTogether = (one: ClusterFacts, other: ClusterFacts): boolean =>
    contradiction(one, other, level)?.isStrong !== true && [...keysOf(one)].some((key) => keysOf(other).has(key));
  return setsSharing(facts, keysOf)
    .filter(({ length }) => length > 1 && length <= COMPARED_MAX)
    .flatMap((together) => linkedSets(together, areTogether))
    .filter(({ length }) => length > 1);
}

function isOne(together: readonly ClusterFacts[], level: Level): boolean {
  if (together.some(({ isOnlyWords }) => isOnlyWords)) return false;
  return together.every((one, index) =>
    together.slice(index + 1).every((other) => contradiction(one, other, level) === null),
  );
}
