import { Link } from '@fluentui/react-components';
import { useEffect, useRef, type RefObject } from 'react';
import { beforeMore } from '#shared/pages/before-more.ts';
import { countOf } from '#shared/format.ts';
import { useAnnounce } from './Announcer.tsx';

interface ShowMoreProps {
  /** Around the items and nothing else. */
  list: RefObject<HTMLElement | null>;
  shown: number;
  /** What is listed, as of one: `finding`. */
  one: string;
  /** What the link says; null where there is no more to show, or not now. */
  label: string | null;
  onMore(): void;
}

/** The way to more of a list. Once it is there, that is told, and whoever asked goes on at the first that is new. */
export function ShowMore({ list, shown, one, label, onMore }: ShowMoreProps) {
  const announce = useAnnounce();
  const asked = useRef<{ shown: number; goOn: () => void } | null>(null);
  useEffect(() => {
    if (asked.current === null || shown <= asked.current.shown) return;
    announce(countOf(shown - asked.current.shown, `more ${one}`));
    asked.current.goOn();
    asked.current = null;
  }, [announce, shown, one]);
  const ask = (): void => {
    if (list.current !== null) asked.current = { shown, goOn: beforeMore(list.current) };
    onMore();
  };
  return label === null ? null : <Link onClick={ask}>{label}</Link>;
}
