import { ApiFailure } from '../call-endpoint.ts';

/** A failure in words: what happened, what to do where that is known, and the request id to hand on. */
export interface FailureWords {
  title: string;
  message: string;
  advice: string | null;
  requestId: string | null;
}

/** What is safe and what became of that which was tried, each page says itself. */
export function failureWords(failure: unknown, page: 'pane' | 'dashboard'): FailureWords {
  if (!(failure instanceof ApiFailure))
    return {
      title: `Something went wrong ${page === 'pane' ? 'in the pane' : 'on the dashboard'}`,
      message: failure instanceof Error ? failure.message : 'It gave no reason.',
      advice: `Reload the ${page === 'pane' ? 'pane' : 'page'} and try again.`,
      requestId: null,
    };
  if (failure.kind === 'network')
    return {
      title: 'The service cannot be reached',
      message: 'No answer came back.',
      advice: 'Check your connection, then try again. If it stays like this, the service may not run: ask an admin.',
      requestId: null,
    };
  const { problem } = failure;
  if (problem === null)
    return {
      title: 'The answer is not from the service',
      message: failure.message,
      advice: `A proxy or a sign-in page may stand in between, or it was updated: reload the ${page === 'pane' ? 'pane' : 'page'}. If it stays like this, ask an admin.`,
      requestId: null,
    };
  return { title: problem.title, message: problem.detail, advice: adviceFor(failure), requestId: problem.request_id };
}

function adviceFor({ problem, status, retryAfterSeconds }: ApiFailure): string | null {
  switch (problem?.code) {
    case 'forbidden':
      return 'Ask an admin for a key with this right.';
    case 'not_found':
      return 'It may belong to another client or engagement.';
    case 'too_many_requests':
    case 'too_many_in_flight':
    case 'service_unavailable':
      return retryAfterSeconds === null ? 'Try again in a moment.' : `Try again in ${retryAfterSeconds} s.`;
    default:
      if (status !== null && status < 500) return null;
      return 'Give the request id to an admin, who finds it in the log of the service.';
  }
}
