import { AsyncLocalStorage } from 'node:async_hooks';

/** How long the server may work on one read, ms: below the 30 s at which common proxies give up on a silent connection. */
export const READ_MAX_MS = 20_000;

const isBounded = new AsyncLocalStorage<boolean>();

/** Bounds the reads of `work`, and of all it waits for: a request's. */
export function withBoundReads<Result>(work: () => Result): Result {
  return isBounded.run(true, work);
}

/** For work that nobody waits for, whoever caused it: a job may be begun by the request that scheduled it. */
export function withUnboundReads<Result>(work: () => Result): Result {
  return isBounded.run(false, work);
}

/** The option of a read. */
export function readBound(): { maxTimeMS?: number } {
  return isBounded.getStore() === true ? { maxTimeMS: READ_MAX_MS } : {};
}
