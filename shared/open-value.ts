import type { ValueMapping } from './schemas/field-mapping.schema.ts';

/** Nobody decided on it, here or before, and nothing is proposed, not even blank, or no more than a guess that nobody approved. */
export function isOpenValue(value: ValueMapping): boolean {
  const isUnsaid = (value.target_value === null && value.confidence_score === 0) || value.needs_decision;
  return isUnsaid && value.decided_by === null && value.remembered === null;
}
