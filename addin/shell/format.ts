/** Shares, moments and confidences as people read them; numbers and durations are in #shared/format.ts. */
import { formatConfidence } from '#shared/format.ts';
import { READY_FROM } from '#shared/limits.ts';

/** Kept on one line. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '<\u00a01\u00a0%';
  if (share < 1 && share > 0.99) return '>\u00a099\u00a0%';
  return `${Math.round(share * 100)}\u00a0%`;
}

/** `29 Nov, 14:55`, local time. */
export function formatMoment(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

/** Confidence in words and figures: words for people, figures for comparing. */
export function confidence(score: number): { word: 'High' | 'Medium' | 'Low'; figure: string } {
  const word = score >= READY_FROM ? 'High' : score >= 0.6 ? 'Medium' : 'Low';
  return { word, figure: formatConfidence(score) };
}
