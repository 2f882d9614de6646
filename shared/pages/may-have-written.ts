import { discoveryPhases } from '../statuses.ts';

/** The state of a flow, or of the open flow that a refused import names. */
interface Standing {
  status: string;
  current_phase: string;
  /** Tell whether it was withdrawn, which an open flow need not say. */
  phases?: readonly { phase: string; status: string }[];
}

const beforeInventory: readonly string[] = discoveryPhases.slice(0, discoveryPhases.indexOf('asset_inventory'));

/**
 * Whether assets may have been created or changed by a flow: its inventory has begun and was not withdrawn since. One that
 * waits for its analyst, with its mappings or with the inventory it shows, has written nothing.
 */
export function mayHaveWritten({ status, current_phase: current, phases = [] }: Standing): boolean {
  const isWithdrawn = phases.some((one) => one.phase === 'withdrawal' && one.status === 'completed');
  return status !== 'waiting_for_approval' && !beforeInventory.includes(current) && !isWithdrawn;
}
