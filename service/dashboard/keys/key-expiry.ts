import type { ApiKeyView } from '#shared/schemas/access.schema.ts';
import { countOf, formatAgo, formatDay } from '#shared/format.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
/** Time enough to make another key and hand it out, ms. */
const SOON_MS = 14 * DAY_MS;

interface Expiry {
  standing: 'valid' | 'soon' | 'expired';
  words: string;
}

/** When a key ends by itself, in words; what is revoked has ended already and needs no warning. */
export function expiryOf(
  { expires_at: at, revoked_at: revokedAt }: Pick<ApiKeyView, 'expires_at' | 'revoked_at'>,
  nowMs: number,
): Expiry {
  if (at === null) return { standing: 'valid', words: 'Never' };
  const leftMs = Date.parse(at) - nowMs;
  if (revokedAt !== null || leftMs > SOON_MS) return { standing: 'valid', words: formatDay(at) };
  if (leftMs <= 0) return { standing: 'expired', words: `Expired ${formatAgo(at, nowMs)}` };
  return { standing: 'soon', words: leftWords(leftMs) };
}

export function isUsable(key: Pick<ApiKeyView, 'expires_at' | 'revoked_at'>, nowMs: number): boolean {
  return key.revoked_at === null && expiryOf(key, nowMs).standing !== 'expired';
}

function leftWords(leftMs: number): string {
  if (leftMs < HOUR_MS) return 'Within the hour';
  return leftMs < DAY_MS
    ? `In ${countOf(Math.floor(leftMs / HOUR_MS), 'hour')}`
    : `In ${countOf(Math.floor(leftMs / DAY_MS), 'day')}`;
}

/** How long a new key may be good for, days; null: for ever. */
export const lifetimes = [null, 30, 90, 365] as const;
export type Lifetime = (typeof lifetimes)[number];

export function lifetimeWord(days: Lifetime): string {
  if (days === null) return 'Never';
  return days === 365 ? 'After a year' : `After ${countOf(days, 'day')}`;
}

export function endOf(days: Lifetime, nowMs: number): string | null {
  return days === null ? null : new Date(nowMs + days * DAY_MS).toISOString();
}
