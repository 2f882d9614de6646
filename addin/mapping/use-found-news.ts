import { useEffect, useRef } from 'react';
import { countOf } from '#shared/format.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import type { ReviewGroup } from './review-state.ts';

/** Whoever types is told once they pause, ms. */
const PAUSE_MS = 700;

interface Wanted {
  group: ReviewGroup | null;
  search: string;
}

/** What stands in the place of a list without columns. */
export function noneText(group: ReviewGroup | null, search: string): string {
  return group === 'review' && search === '' ? 'Nothing is left to review.' : 'No column matches.';
}

/** Says how many columns were found after others were asked for. */
export function useFoundNews(count: number, { group, search }: Wanted): void {
  const announce = useAnnounce();
  const latest = useRef({ text: '', wanted: { group, search } });
  useEffect(() => {
    latest.current.text = count === 0 ? noneText(group, search) : `${countOf(count, 'column')} found`;
  });
  useEffect(() => {
    const { wanted } = latest.current;
    if (wanted.group === group && wanted.search === search) return;
    latest.current.wanted = { group, search };
    const timer = setTimeout(() => announce(latest.current.text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [group, search, announce]);
}
