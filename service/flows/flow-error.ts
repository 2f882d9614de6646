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
