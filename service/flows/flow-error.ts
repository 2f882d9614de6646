import type { FlowDocument } from '../models/flow.model.ts';
import { AppError } from '../platform/app-error.ts';

/** A newer attempt, a deletion or another worker owns the phase now: stop, and store nothing. */
export class AttemptLostError extends Error {
  constructor() {
    super('This attempt no longer owns its phase.');
    this.name = 'AttemptLostError';
  }
}

export function flowStateConflict(detail: string): AppError {
  return new AppError('flow_state_conflict', detail);
}

/** @throws AppError flow_state_conflict when nothing was changed */
export function orConflict(changed: FlowDocument | null, whyNot: string): FlowDocument {
  if (changed === null) throw flowStateConflict(whyNot);
  return changed;
}

/** Why a flow that takes its import back is not deleted. */
export function whyKept({ status }: FlowDocument): string {
  const what =
    status === 'failed'
      ? 'Retry it: it goes on where it stopped.'
      : status === 'paused'
        ? 'Resume it: it goes on where it stopped.'
        : 'It ends by itself; then the engagement is free for its next import.';
  return `The import is being withdrawn, and cannot stay half withdrawn: its flow is not deleted. ${what}`;
}

/** Of a flow that does not wait for its mappings to be approved. */
export function notWaiting(flow: Pick<FlowDocument, 'approved_at' | 'approved_by'> | null): AppError {
  if (flow === null || flow.approved_at === null)
    return flowStateConflict(
      'The mappings can be approved once the agents are done and the flow waits for it. Read the flow and try again then.',
    );
  const at = flow.approved_at.toISOString().slice(0, 16).replace('T', ' ');
  return flowStateConflict(
    `The mappings were approved already, by ${flow.approved_by ?? 'somebody'} at ${at} UTC, and the flow goes on with those. Nothing more is to be done.`,
  );
}
