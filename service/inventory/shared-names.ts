import type { ClusterFacts } from './cluster-facts.ts';

/** A qualified name stands for its short one too. */
export function shareName(one: ClusterFacts, other: ClusterFacts): boolean {
  const names = namesOf(one);
  return [...namesOf(other)].some((name) => names.has(name));
}

/** Both have names, and none is the same. */
export function areOtherwiseNamed(one: ClusterFacts, other: ClusterFacts): boolean {
  return namesOf(one).size > 0 && namesOf(other).size > 0 && !shareName(one, other);
}

const namesOf = ({ hosts, names }: ClusterFacts): ReadonlySet<number> => new Set([...hosts, ...names]);
