import { ApiFailure } from '#shared/call-endpoint.ts';
import type { FlowStatus } from '#shared/statuses.ts';

const OVER =
  'These records are no longer held: their import was withdrawn or deleted, or its inventory was made anew. Nothing is left to decide on them.';

/**
 * Why nothing can be decided on held records any more; null where it can, or can later.
 *
 * @param failure  of reading them again
 */
export function whyOver(failure: unknown, status: FlowStatus): string | null {
  const isGone = failure instanceof ApiFailure && failure.status === 404;
  return isGone || status === 'cancelled' || status === 'deleted' ? OVER : null;
}
