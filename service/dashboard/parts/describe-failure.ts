import { ApiFailure } from '#shared/call-endpoint.ts';

/** A failure in words for the admin: what happened, what to do, and the request id to hand on. */
interface FailureText {
  kind: 'refused' | 'failed';
  title: string;
  detail: string;
  advice: string;
  requestId: string | null;
  /** Whether asking again may help. */
  mayPass: boolean;
}

export function describeFailure(failure: unknown): FailureText {
  if (!(failure instanceof ApiFailure)) {
    const detail = failure instanceof Error ? failure.message : 'It gave no reason.';
    return text('The dashboard failed', detail, 'Reload the page. Flows are not affected.');
  }
  if (failure.kind === 'network')
    return text(
      'The service cannot be reached',
      'No answer came back.',
      'Check that the service runs and that you are connected. Imports already stored are safe.',
    );
  if (failure.problem === null)
    return text(
      'The answer is not from the service',
      failure.message,
      'A proxy or a sign-in page may stand in between, or page and service are of different versions: reload the page.',
    );
  const { problem } = failure;
  return {
    kind: failure.status === 403 ? 'refused' : 'failed',
    title: problem.title,
    detail: problem.detail,
    advice: adviceFor(failure),
    requestId: problem.request_id,
    mayPass: failure.status !== 404,
  };
}

function text(title: string, detail: string, advice: string): FailureText {
  return { kind: 'failed', title, detail, advice, requestId: null, mayPass: true };
}

function adviceFor(failure: ApiFailure): string {
  switch (failure.problem?.code) {
    case 'unauthenticated':
      return 'Check that the whole key was copied.';
    case 'forbidden':
      return 'Ask an admin for a key with this right.';
    case 'not_found':
      return 'It may belong to another client or engagement.';
    case 'flow_state_conflict':
      return 'The flow changed meanwhile; the page now shows where it stands.';
    case 'conflict_changed':
    case 'precondition_failed':
      return 'The page now shows it as it is. Look again, and repeat what is still wanted.';
    case 'too_many_requests':
    case 'service_unavailable':
      return failure.retryAfterSeconds === null
        ? 'Try again in a moment.'
        : `Try again in ${failure.retryAfterSeconds} s.`;
    default:
      if (failure.status !== null && failure.status < 500) return 'Nothing was changed.';
      return 'Look for the request id in the log of the service.';
  }
}
