import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Spoken } from './Spoken.tsx';
import { useIsHeard } from './use-is-heard.ts';

/** Time to read them out; whoever comes across them later would take them for something new, ms. */
const KEPT_MS = 10_000;

interface News {
  key: number;
  text: string;
}

interface Telling {
  /** Stays the same function. */
  tell: (text: string) => void;
  /** From where screen readers hear it. It is there before anything is said in it, else they would miss it. */
  place: ReactNode;
}

/** Lets screen readers say something when they come to it. What is told while a dialog stands over the page waits until it is gone. */
export function useNews(className?: string): Telling {
  const element = useRef<HTMLSpanElement>(null);
  const count = useRef(0);
  const isHeard = useIsHeard(element);
  const [news, setNews] = useState<readonly News[]>([]);
  const [told, setTold] = useState(news);
  if (isHeard && told !== news) setTold(news);
  useEffect(() => {
    if (told.length === 0) return;
    const timer = setTimeout(() => setNews((now) => now.filter((one) => !told.includes(one))), KEPT_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = useCallback((text: string) => {
    const key = (count.current += 1);
    // The same words a second time are new ones.
    setNews((before) => [...before.filter((one) => one.text !== text), { key, text }]);
  }, []);
  const place = (
    <Spoken ref={element} className={className} role="status" aria-live="polite" aria-atomic={false}>
      {told.map(({ key, text }) => (
        <span key={key}>{`${text} `}</span>
      ))}
    </Spoken>
  );
  return { tell, place };
}
