import type { Flow } from './schemas/flow.schema.ts';

/** Workers give a sign of life three times a lease, which is a minute unless set otherwise, ms. */
const QUIET_AFTER_MS = 60_000;

/** How long a flow that should move has had no news; null while that is no reason to look, ms. */
export function quietMs(
  { status, updated_at: changed }: Pick<Flow, 'status' | 'updated_at'>,
  nowMs: number,
): number | null {
  if (status !== 'running' && status !== 'initialized') return null;
  const quiet = nowMs - Date.parse(changed);
  return quiet >= QUIET_AFTER_MS ? quiet : null;
}
