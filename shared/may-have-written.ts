import type { Flow } from './schemas/flow.schema.ts';

/** Whether assets may have been created or changed by a flow: its inventory has begun and was not withdrawn since. */
export function mayHaveWritten({ phases, status, current_phase: current }: Flow): boolean {
  const statusOf = (wanted: string) => phases.find(({ phase }) => phase === wanted)?.status ?? 'not_started';
  const isOnlyShown = status === 'waiting_for_approval' && current === 'asset_inventory';
  return statusOf('asset_inventory') !== 'not_started' && statusOf('withdrawal') !== 'completed' && !isOnlyShown;
}
