import { ApiFailure } from '#shared/call-endpoint.ts';
import type { ExistingFlow } from '#shared/api-error.ts';
import type { UploadPointer } from '../../workbook/workbook-port.ts';

type UploadPhase = 'none' | 'sending' | 'paused' | 'publishing' | 'interrupted';

/** How a large sheet on its way stands. */
export interface UploadStanding {
  phase: UploadPhase;
  /** Null before its session is open. */
  pointer: UploadPointer | null;
  /** The workbook leads back to it when the pane was closed. */
  isKept: boolean;
  error: unknown;
  /** The open flow that is in the way. */
  openFlow: ExistingFlow | null;
}

type UploadEvent =
  | { type: 'begun' }
  | { type: 'opened'; pointer: UploadPointer; isKept: boolean }
  /** Of an upload that the workbook remembers. */
  | { type: 'recalled'; pointer: UploadPointer }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'sent' }
  | { type: 'failed'; failure: unknown }
  /** Published or taken back. */
  | { type: 'ended' }
  /** What went wrong before is not said any more. */
  | { type: 'cleared' };

export const NO_UPLOAD: UploadStanding = { phase: 'none', pointer: null, isKept: true, error: null, openFlow: null };

/** Pausing and going on are nothing to an upload that has gone on meanwhile: a button may be pressed as it goes. */
export function nextStanding(now: UploadStanding, event: UploadEvent): UploadStanding {
  switch (event.type) {
    case 'begun':
      return { ...now, phase: 'sending', error: null, openFlow: null };
    case 'opened':
      return { ...now, pointer: event.pointer, isKept: event.isKept };
    case 'recalled':
      return { ...now, phase: 'interrupted', pointer: event.pointer };
    case 'paused':
      return now.phase === 'sending' ? { ...now, phase: 'paused' } : now;
    case 'resumed':
      return now.phase === 'paused' ? { ...now, phase: 'sending' } : now;
    case 'sent':
      return { ...now, phase: 'publishing' };
    case 'failed':
      return { ...now, phase: now.pointer === null ? 'none' : 'interrupted', ...toldBy(event.failure) };
    case 'ended':
      return NO_UPLOAD;
    case 'cleared':
      return { ...now, error: null, openFlow: null };
  }
}

function toldBy(failure: unknown): Partial<UploadStanding> {
  const openFlow = failure instanceof ApiFailure ? failure.problem?.existing_flow : undefined;
  return openFlow === undefined ? { error: failure } : { openFlow };
}
