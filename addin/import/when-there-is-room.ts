import pRetry from 'p-retry';
import { ApiFailure } from '#shared/call-endpoint.ts';

/** Waits of 1, 2, 4, 8 and 16 s: by then as many large imports as the service takes at once are long done. */
const RETRIES = 5;

/** Sends again while the service has as many as it takes; it has read nothing of what it refused then. */
export function whenThereIsRoom<Result>(send: () => Promise<Result>, firstWaitMs = 1_000): Promise<Result> {
  return pRetry(send, {
    retries: RETRIES,
    minTimeout: firstWaitMs,
    shouldRetry: ({ error }) => error instanceof ApiFailure && error.problem?.code === 'too_many_in_flight',
  });
}
