import type { Flow } from '#shared/schemas/flow.schema.ts';

import { waitPhases, type FlowWait } from '#shared/statuses.ts';

/** Moments, percentages and words as people read them; numbers, durations and ages are in #shared/format.ts. */
export { formatWord } from '#shared/field-label.ts';

/** `23 Nov 2026, 09:15:02 GMT+1`: local time with its zone, since admins sit elsewhere than the service. */
export function formatAbsolute(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
}

/** Whole percent that says 0 or 100 only when it is true; figure and sign stay on one line. */
export function formatPercent(percentage: number): string {
  const shown = percentage <= 0 ? 0 : percentage >= 100 ? 100 : Math.min(99, Math.max(1, Math.round(percentage)));
  return `${shown}\u00a0%`;
}

/** The word of a flow's status as people know it: a flow is cancelled only by withdrawing its import. */
export function shownStatus(status: string): string {
  return status === 'cancelled' ? 'withdrawn' : status;
}

export const waitWords: Readonly<Record<FlowWait, string>> = {
  mappings: 'Mappings to approve',
  inventory: 'Inventory to apply',
};

/** What a person has to do before the flow goes on; undefined where it waits for nobody. */
export function waitsFor({ status, current_phase: phase }: Pick<Flow, 'status' | 'current_phase'>): string | undefined {
  if (status !== 'waiting_for_approval') return undefined;
  return waitWords[phase === waitPhases.inventory ? 'inventory' : 'mappings'];
}
