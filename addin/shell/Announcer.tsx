import { makeStyles } from '@fluentui/react-components';
import { createContext, useCallback, useContext, useRef, type ReactNode } from 'react';
import { useNews } from '#shared/pages/use-news.tsx';

// Below a page that fills its frame it would make that scroll.
const useStyles = makeStyles({ place: { insetBlockStart: 0 } });

/** Lets screen readers say something when they come to it. With `once`, what was said under that name is not said again. */
type Announce = (text: string, once?: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Stays the same function. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** The one place of the pane from which screen readers hear what happened. */
export function Announcer({ children }: { children: ReactNode }) {
  const { tell, place } = useNews(useStyles().place);
  const said = useRef(new Set<string>());
  const announce = useCallback(
    (text: string, once?: string) => {
      if (once !== undefined && said.current.has(once)) return;
      if (once !== undefined) said.current.add(once);
      tell(text);
    },
    [tell],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      {place}
    </AnnounceContext>
  );
}
