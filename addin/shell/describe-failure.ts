import type { ProblemItem } from '#shared/api-error.ts';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { WorkbookError } from '#addin/workbook/workbook-port.ts';

/** A failure in words for the analyst: what happened, what is safe, what to do. */
export interface FailureText {
  title: string;
  detail: string;
  /** What the failure did not touch; null when nothing can be said for sure. */
  safe: string | null;
  advice: string | null;
  requestId: string | null;
  problems: readonly ProblemItem[];
  /** How many there are; the list may be cut off. */
  problemsTotal: number;
}

const none = { safe: null, advice: null, requestId: null, problems: [], problemsTotal: 0 };

export function describeFailure(error: unknown): FailureText {
  if (error instanceof WorkbookError) {
    return { ...none, title: error.message, detail: '', safe: 'Nothing was sent.', advice: error.advice };
  }
  if (error instanceof ApiFailure) return describeApiFailure(error);
  return {
    ...none,
    title: 'The pane failed',
    detail: error instanceof Error ? error.message : 'It gave no reason.',
    advice: 'Reload the pane. What was imported is kept by the service.',
  };
}

function describeApiFailure(failure: ApiFailure): FailureText {
  const { problem } = failure;
  if (failure.kind === 'network') {
    return {
      ...none,
      title: 'The service cannot be reached',
      detail: 'No answer came back.',
      safe: 'What the service has stored is safe, and running imports go on.',
      advice: 'Check the network, then try again.',
    };
  }
  if (problem === null) {
    return {
      ...none,
      title: 'The answer is not from the service',
      detail: failure.message,
      advice: 'A proxy or sign-in page may stand in between. Open the service in the browser, then try again.',
    };
  }
  return {
    title: problem.title,
    detail: problem.detail,
    ...consequences(failure),
    requestId: problem.request_id,
    problems: problem.problems ?? [],
    problemsTotal: problem.problems_total ?? problem.problems?.length ?? 0,
  };
}

const unchanged = 'Nothing was changed.';

function consequences(failure: ApiFailure): { safe: string | null; advice: string | null } {
  switch (failure.problem?.code) {
    case 'unauthenticated':
      return { safe: 'Your imports are safe.', advice: 'Connect again with a valid API key.' };
    case 'forbidden':
      return { safe: unchanged, advice: 'Use a key with more rights, or ask an admin.' };
    case 'missing_context':
      return { safe: unchanged, advice: 'Choose a client and an engagement.' };
    case 'import_rejected':
      return { safe: 'Nothing was stored.', advice: 'Correct the sheet and import again.' };
    case 'payload_too_large':
      return { safe: 'Nothing was stored.', advice: 'Select fewer rows or columns and import again.' };
    case 'precondition_failed':
      return { safe: 'Nobody’s decisions were overwritten.', advice: 'Load the mappings again and repeat your change.' };
    case 'too_many_requests':
    case 'service_unavailable':
      return { safe: unchanged, advice: tryAgain(failure.retryAfterSeconds) };
    case 'internal_error':
      return { safe: null, advice: 'Try again. If it fails again, give the request id to an admin.' };
    case 'not_found':
      return { safe: null, advice: 'It may belong to another client or engagement, or have been deleted.' };
    case 'idempotency_key_reused':
      return { safe: 'The earlier import is kept.', advice: 'Start the import again.' };
    default:
      return { safe: unchanged, advice: null };
  }
}

function tryAgain(seconds: number | null): string {
  return seconds === null ? 'Try again in a moment.' : `Try again in ${seconds} s.`;
}
