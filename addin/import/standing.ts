import { phaseWord } from '#shared/phase-words.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';

/** Where a flow is, in words: `field mapping, 62 %`. */
export function standing({
  current_phase: phase,
  progress_percentage: percentage,
}: Pick<Flow, 'current_phase' | 'progress_percentage'>): string {
  return `${phaseWord(phase).toLowerCase()}, ${Math.round(percentage)}\u00a0%`;
}
