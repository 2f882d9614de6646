import type { Flow } from '../schemas/flow.schema.ts';

/** What an agent found is stored when its phase ends, so lists of it are read anew then, not with every progress. */
export function stageOf({ status, current_phase: phase }: Pick<Flow, 'status' | 'current_phase'>): string {
  return `${status} ${phase}`;
}
