import { phaseWord } from '#shared/phase-words.ts';
import type { FlowDocument } from '../models/flow.model.ts';

/** What a flow does, or waits for, once somebody has decided on it. */
export function nextStep({ status, current_phase: phase }: Pick<FlowDocument, 'status' | 'current_phase'>): string {
  if (status === 'waiting_for_approval') return 'The mappings can be changed and approved again.';
  if (status === 'paused') return `${phaseWord(phase)} goes on when the flow is resumed.`;
  return `${phaseWord(phase)} is queued and starts as soon as a worker is free.`;
}
