import { clusterFacts, type ClusterFacts } from './cluster-facts.ts';
import { Clusters } from './clusters.ts';
import { contradiction, type Level } from './contradictions.ts';
import type { Grouping } from './level-links.ts';

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
    for (const together of sharing(facts, keysOf)) {
      const [first] = together;
      if (first === undefined || !isOne(together, level)) continue;
      for (const other of together) grouping.clusters.union(first.root, other.root);
    }
    standing = [...new Set(standing.map((root) => grouping.clusters.root(root)))];
  }
}

function sharing(facts: readonly ClusterFacts[], keysOf: (one: ClusterFacts) => ReadonlySet<number>): ClusterFacts[][] {
  const sets = new Clusters(facts.length);
  const firstOf = new Map<number, number>();
  for (const [index, one] of facts.entries())
    for (const key of keysOf(one)) {
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, index);
      else sets.union(first, index);
    }
  const found = new Map<number, ClusterFacts[]>();
  for (const [index, one] of facts.entries()) {
    const root = sets.root(index);
    found.set(root, [...(found.get(root) ?? []), one]);
  }
  return [...found.values()].filter(({ length }) => length > 1 && length <= COMPARED_MAX);
}

function isOne(together: readonly ClusterFacts[], level: Level): boolean {
  if (together.some(({ isOnlyWords }) => isOnlyWords)) return false;
  return together.every((one, index) =>
    together.slice(index + 1).every((other) => contradiction(one, other, level) === null),
  );
}
