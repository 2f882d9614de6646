/** Times, percentages and words as people read them; numbers and durations are in #shared/format.ts. */

/** `now`, `12 s ago`, `5 min ago`, `3 h ago`, `2 d ago`, then the date. */
export function formatAgo(iso: string, nowMs: number): string {
  const seconds = Math.floor((nowMs - Date.parse(iso)) / 1_000);
  if (seconds < 5) return 'now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ago`;
  if (seconds < 7 * 86_400) return `${Math.floor(seconds / 86_400)} d ago`;
  return formatDay(iso);
}

/** `23 Nov 2026`, local time. */
export function formatDay(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `23 Nov 2026, 09:15:02 GMT+1`: local time with its zone, since admins sit elsewhere than the service. */
export function formatAbsolute(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
}

/** Abbreviations in the names of fields. */
const ABBREVIATION = /\b(?:ci|cpu|fqdn|gb|ghz|id|ip|mac|mb|mhz|os|ram|url|vlan|vm)\b/g;

/**
 * `data_validation` and `data-validation` → `Data validation`, `ip_address` → `IP address`: the service's closed words as
 * people write them.
 */
export function formatWord(word: string): string {
  const spaced = word.replace(/[_-]/g, ' ').replace(ABBREVIATION, (short) => short.toUpperCase());
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Whole percent that says 0 or 100 only when it is true; figure and sign stay on one line. */
export function formatPercent(percentage: number): string {
  const shown = percentage <= 0 ? 0 : percentage >= 100 ? 100 : Math.min(99, Math.max(1, Math.round(percentage)));
  return `${shown}\u00a0%`;
}
