import { findingSeverities, type FindingSeverity } from './statuses.ts';

/** Errors before warnings before notes, of each the most frequent first. */
export function worstFirst<Finding extends { severity: FindingSeverity; count: number }>(
  findings: readonly Finding[],
): Finding[] {
  const rank = ({ severity }: Finding): number => findingSeverities.indexOf(severity);
  return [...findings].sort((left, right) => rank(left) - rank(right) || right.count - left.count);
}
