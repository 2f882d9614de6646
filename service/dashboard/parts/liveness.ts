import { serverTime } from '#shared/server-clock.ts';

/** Answers that fail to come are missed at the latest now, ms. */
const MISSED_MS = 10_000;

/** Whether what was read last is the present: its reading goes well, and the last answer is not older than some of them. */
export function isLive(
  { dataUpdatedAt, isError, failureCount }: { dataUpdatedAt: number; isError: boolean; failureCount: number },
  refreshMs: number,
  nowMs: number,
): boolean {
  return !isError && failureCount === 0 && nowMs - serverTime(dataUpdatedAt) < Math.max(MISSED_MS, 3 * refreshMs);
}
