import type { Flow } from './schemas/flow.schema.ts';

/**
 * Whether an approval can be taken back: the inventory is shown and not written, or the flow stopped before it had one.
 * Later than that an import is withdrawn.
 */
export function mayReopenMappings({ status, current_phase: phase }: Pick<Flow, 'status' | 'current_phase'>): boolean {
  if (status === 'waiting_for_approval') return phase === 'asset_inventory';
  return (status === 'failed' || status === 'paused') && phase === 'data_cleansing';
}
