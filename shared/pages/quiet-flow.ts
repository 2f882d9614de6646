import type { Flow } from '../schemas/flow.schema.ts';

/** How long nobody may take a phase that is due before that is a reason to look, ms. */
const QUIET_AFTER_MS = 60_000;
/** A busy worker tells late that it lives, and another one takes over at its next look, ms. */
const LATE_MS = 15_000;

type Heard = Pick<Flow, 'status' | 'updated_at' | 'worker_alive_until'>;

/** How long a flow that should move has had no news; null while that is no reason to look, ms. */
export function quietMs(flow: Heard, nowMs: number): number | null {
  if (flow.status !== 'running' && flow.status !== 'initialized') return null;
  const quiet = nowMs - Date.parse(flow.updated_at);
  return quiet >= QUIET_AFTER_MS && !isWorkerAlive(flow, nowMs) ? quiet : null;
}

/** Whether a worker runs its phase that was heard of within its lease, as far as was told. */
export function isWorkerAlive({ worker_alive_until: until }: Heard, nowMs: number): boolean {
  return until !== null && nowMs < Date.parse(until) + LATE_MS;
}
