import type { AssessmentView } from '#shared/schemas/assessment.schema.ts';
import { findingSeverities } from '#shared/statuses.ts';
import { naturally } from '../parts/natural-order.ts';

type Burdened = Pick<AssessmentView, 'asset_name'> & {
  debts: readonly Pick<AssessmentView['debts'][number], 'severity'>[];
};

/** What is burdened worst first, then most, then by name. */
export function byBurden(one: Burdened, other: Burdened): number {
  return (
    worstOf(one) - worstOf(other) ||
    other.debts.length - one.debts.length ||
    naturally(one.asset_name, other.asset_name)
  );
}

function worstOf({ debts }: Burdened): number {
  return Math.min(findingSeverities.length, ...debts.map(({ severity }) => findingSeverities.indexOf(severity)));
}
