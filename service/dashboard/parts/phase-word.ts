import type { Flow } from '#shared/schemas/flow.schema.ts';
import { formatWord } from './format.ts';

/** A phase as a table names it: shorter than the status beside it, which already says that somebody has to approve. */
export function phaseWord(phase: Flow['current_phase']): string {
  if (phase === 'waiting_for_approval') return 'Approval';
  return phase === 'completed' ? 'All phases' : formatWord(phase);
}
