import { flowStatuses, flowWaits, type FlowStatus, type FlowWait } from '#shared/statuses.ts';
import { formatWord, shownStatus, waitWords } from '../parts/format.ts';

/** What the list of flows is asked for; each null is all. */
export interface StandingFilter {
  status: FlowStatus | null;
  waitsFor: FlowWait | null;
}

/** The two waits as the address names them, beside the statuses. */
const waitNames: Readonly<Record<FlowWait, string>> = {
  mappings: 'mappings_to_approve',
  inventory: 'inventory_to_apply',
};

/** What one may choose: the statuses, and after the one of waiting what is waited for. */
export const standingNames: readonly string[] = flowStatuses.flatMap((status) =>
  status === 'waiting_for_approval' ? [status, ...flowWaits.map((wait) => waitNames[wait])] : [status],
);

export function standingFilter(name: string | null): StandingFilter {
  return {
    status: flowStatuses.find((status) => status === name) ?? null,
    waitsFor: flowWaits.find((wait) => waitNames[wait] === name) ?? null,
  };
}

export function standingWord(name: string): string {
  if (name === 'waiting_for_approval') return 'Waiting for an analyst';
  const wait = standingFilter(name).waitsFor;
  return wait === null ? formatWord(shownStatus(name)) : waitWords[wait];
}
