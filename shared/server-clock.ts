/** The header tells whole seconds, and is on its way for a while: less than this is no difference of clocks, ms. */
const SAME_MS = 5_000;

/** How far this computer's clock is behind the service's, as its last answer had it, ms. */
let behindMs = 0;

/** Takes the time from the Date header of an answer that has just come. */
export function takeServerTime(date: string | null, nowMs = Date.now()): void {
  const sentMs = Date.parse(date ?? '');
  if (Number.isNaN(sentMs)) return;
  behindMs = Math.abs(sentMs - nowMs) < SAME_MS ? 0 : sentMs - nowMs;
}

/** A time of this computer's clock as the service has it, to compare with the service's times. */
export function serverTime(ownMs: number): number {
  return ownMs + behindMs;
}

/** The present as the service has it: this computer's clock may be wrong. */
export function serverNow(): number {
  return serverTime(Date.now());
}
