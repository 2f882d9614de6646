import { ApiFailure } from '#shared/call-endpoint.ts';

/**
 * Whether the service said no and so did nothing. What is lost, answered by something in between, or failed within the
 * service may have been done all the same.
 */
export function isRefused(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.problem !== null && failure.problem.status < 500;
}
