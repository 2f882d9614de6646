import { findingSeverities, type FindingSeverity } from './statuses.ts';

interface Severe {
  severity: FindingSeverity;
}

/** For sorting: errors before warnings before notes. */
export const bySeverity = (one: Severe, other: Severe): number => rankOf(one) - rankOf(other);

const rankOf = ({ severity }: Severe): number => findingSeverities.indexOf(severity);

/** Errors before warnings before notes, of each the most frequent first. */
export function worstFirst<Finding extends Severe & { count: number }>(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((left, right) => bySeverity(left, right) || right.count - left.count);
}
