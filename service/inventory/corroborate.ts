import { clusterFacts, type ClusterFacts } from './cluster-facts.ts';
import { linkedSets, setsSharing } from './clusters.ts';
import { contradiction, type Level } from './contradictions.ts';
import type { Grouping } from './meetings.ts';

/** Larger sets of one name and id or address are judged as any other. */
const COMPARED_MAX = 32;

/** What clusters of one name may have in common besides. MAC addresses first, they stay with the machine. */
const BESIDES: readonly ((one: ClusterFacts) => ReadonlySet<number>)[] = [
  ({ ownMacs }) => ownMacs,
  ({ localIds }) => localIds,
  ({ ownIps }) => ownIps,
];

/**
 * Of clusters that share a name, unites those that share an id or an address of theirs alone as well, where nothing speaks
 * against it: what else goes by the name must not put in doubt what is certain. Else a sheet that gives one name to things
 * it tells apart by their tags would make them all again with every import.
 */
export function corroborate(grouping: Grouping, roots: readonly number[], level: Level): void {
  let standing = roots;
  for (const keysOf of BESIDES) {
    // Two are judged alike with it and without.
    if (standing.length < 3) return;
    const facts = standing.map((root) => clusterFacts(grouping, root));
    for (const together of sharing(facts, keysOf, level)) {
      const [first] = together;
      if (first === undefined || !isOne(together, level)) continue;
      for (const other of together) grouping.clusters.union(first.root, other.root);
    }
    standing = [...new Set(standing.map((root) => grouping.clusters.root(root)))];
  }
}

/** Sets that share such a key, without what is certainly another thing though it has the key. */
function sharing(
  facts: readonly ClusterFacts[],
  keysOf: (one: ClusterFacts) => ReadonlySet<number>,
  level: Level,
): ClusterFacts[][] {
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
