/** Numbers, durations and counts as people read them. */

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '< 1 %';
  if (share < 1 && share > 0.99) return '> 99 %';
  return `${Math.round(share * 100)} %`;
}

/** `0.8 s`, `12 s`, `3 min 20 s`. */
export function duration(ms: number): string {
  if (ms < 9_950) return `${(Math.max(0, ms) / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Confidence in words and figures: words for people, figures for comparing. */
export function confidence(score: number): { word: 'High' | 'Medium' | 'Low'; figure: string } {
  const word = score >= 0.8 ? 'High' : score >= 0.6 ? 'Medium' : 'Low';
  return { word, figure: score.toFixed(2).replace(/^0/, '') };
}

/** Rate and time left of counted work; null until there is something to count on. */
export function pace(done: number, total: number, elapsedMs: number): { perSecond: number; leftMs: number } | null {
  if (done <= 0 || elapsedMs < 500) return null;
  const perSecond = (done / elapsedMs) * 1_000;
  return { perSecond, leftMs: ((total - done) / perSecond) * 1_000 };
}
