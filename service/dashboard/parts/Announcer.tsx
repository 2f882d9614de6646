import type { ReactNode } from 'react';
import { useNews } from '#shared/pages/use-news.tsx';
import { Announce } from './use-announced.ts';

/** The one place where a page says what changed in it. */
export function Announcer({ children }: { children: ReactNode }) {
  const { tell, place } = useNews();
  return (
    <Announce value={tell}>
      {children}
      {place}
    </Announce>
  );
}
