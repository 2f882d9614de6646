import { DAY_MS } from '#shared/day.ts';
import type { View } from '../shell/location.ts';

/** How far back, as the address says it. */
export const sinceChoices = ['1d', '7d', '30d'] as const;
type Since = (typeof sinceChoices)[number];

const days: Readonly<Record<Since, number>> = { '1d': 1, '7d': 7, '30d': 30 };

export function sinceWords(since: string): string {
  const back = isSince(since) ? days[since] : null;
  return back === null ? since : back === 1 ? 'The last 24 hours' : `The last ${back} days`;
}

/** What narrows the audit log; null is all. */
interface AuditFilter {
  action: string | null;
  search: string | null;
  key: string | null;
  client: string | null;
  engagement: string | null;
  since: Since | null;
}

/** As the address says; what names no act and no time narrows nothing. */
export function auditFilterOf({ action, search, since, key, client, engagement }: View): AuditFilter {
  return {
    action: action !== null && /^[a-z_]{1,50}\.[a-z_]{1,50}$/.test(action) ? action : null,
    search,
    key,
    client,
    engagement,
    since: since !== null && isSince(since) ? since : null,
  };
}

/** As the API is asked at that time. */
export function auditQueryOf({ action, search, since, key, client, engagement }: AuditFilter, nowMs: number) {
  return {
    ...(action !== null && { action }),
    ...(search !== null && { search }),
    ...(key !== null && { key_id: key }),
    ...(client !== null && { client_account_id: client }),
    ...(engagement !== null && { engagement_id: engagement }),
    ...(since !== null && { from: new Date(nowMs - days[since] * DAY_MS).toISOString() }),
  };
}

function isSince(text: string): text is Since {
  return Object.hasOwn(days, text);
}
