import { makeStyles } from '@fluentui/react-components';
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { Spoken } from './Spoken.tsx';

// Below a page that fills its frame it would make that scroll.
const useStyles = makeStyles({ place: { insetBlockStart: 0 } });

/** Older ones were read out long ago. */
const KEPT = 3;

interface Announcement {
  key: string;
  text: string;
}

/** Lets screen readers say something when they come to it. With `once`, what was said under that name is not said again. */
type Announce = (text: string, once?: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Stays the same function. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** The one place of the pane from which screen readers hear what happened. It is there before anything is said in it, else they would miss it. */
export function Announcer({ children }: { children: ReactNode }) {
  const [announcements, setAnnouncements] = useState<readonly Announcement[]>([]);
  const { place } = useStyles();
  const said = useRef(new Set<string>());
  const announce = useCallback((text: string, once?: string) => {
    const key = once ?? `${said.current.size}`;
    if (said.current.has(key)) return;
    said.current.add(key);
    setAnnouncements((before) => [...before, { key, text }].slice(-KEPT));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <Spoken className={place} role="status" aria-live="polite" aria-atomic={false}>
        {announcements.map(({ key, text }) => (
          <span key={key}>{`${text} `}</span>
        ))}
      </Spoken>
    </AnnounceContext>
  );
}
