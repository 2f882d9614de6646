import { ApiFailure } from '#shared/call-endpoint.ts';
import { failureWords, type FailureWords } from '#shared/pages/failure-words.ts';

interface DashboardFailure extends FailureWords {
  kind: 'refused' | 'failed';
  /** Whether asking again may help. */
  mayPass: boolean;
}

/** A failure in words, with what became of that which was tried. */
export function describeFailure(failure: unknown): DashboardFailure {
  const { advice, ...words } = failureWords(failure, 'dashboard');
  const refusal = failure instanceof ApiFailure ? (failure.problem?.status ?? null) : null;
  return {
    ...words,
    advice: advice ?? outcomeOf(failure),
    kind: refusal === 403 ? 'refused' : 'failed',
    mayPass: refusal !== 404,
  };
}

function outcomeOf(failure: unknown): string {
  switch (failure instanceof ApiFailure ? failure.problem?.code : undefined) {
    case 'unauthenticated':
      return 'Check that the whole key was copied.';
    case 'flow_state_conflict':
      return 'The flow changed meanwhile; the page now shows where it stands.';
    case 'conflict_changed':
    case 'precondition_failed':
      return 'The page now shows it as it is. Look again, and repeat what is still wanted.';
    default:
      return 'Nothing was changed.';
  }
}
