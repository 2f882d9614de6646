import { textOf } from './evidence.ts';
import type { AssessedSubject } from './assessed-fields.ts';

/** Fields that tell whether an asset can take over for another. */
export const USE_FIELDS = ['status', 'lifecycle_stage', 'power_state'] as const;

/** Gone, not yet there, or off; an asset of any other `status` may still stand in, a spare in stock too. */
const OUT_OF_USE: ReadonlySet<string> = new Set(['retired', 'disposed', 'missing', 'inactive', 'ordered', 'pending']);

/** Whether an asset cannot stand in for another: it is gone, not yet there, or switched off. */
export function isOutOfUse(asset: Pick<AssessedSubject, 'values'>): boolean {
  return (
    OUT_OF_USE.has(textOf(asset, 'status') ?? '') ||
    textOf(asset, 'lifecycle_stage') === 'retired' ||
    textOf(asset, 'power_state') === 'off'
  );
}
