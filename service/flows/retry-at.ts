/** 1, 2, 4 … seconds after the first, second, third … failure, at most a minute. */
export function retryAt(attempt: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(60_000, 1_000 * 2 ** (attempt - 1)));
}
