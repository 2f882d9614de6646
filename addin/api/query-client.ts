import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from '#shared/call-endpoint.ts';

const RETRIES_MAX = 2;

/** Reads are repeated only where repeating can help; nothing is fetched again behind the analyst's back. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        staleTime: 30_000,
        retry: (failures, error) => failures < RETRIES_MAX && isPassing(error),
      },
      mutations: { retry: false },
    },
  });
}

/** Whether the same call may well succeed a moment later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiFailure)) return false;
  return error.kind === 'network' || error.status === 429 || (error.status !== null && error.status >= 502);
}
