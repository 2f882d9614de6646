import { createContext, useContext, useEffect, useRef } from 'react';

/** Says words to whoever listens instead of looking, once they have a pause. */
export const Announce = createContext<(words: string) => void>(() => undefined);

/**
 * Says what a choice of the reader came to. Nothing is said for the first choice, which the page opens with, nor when the
 * words of one choice change by themselves: lists are read again all the time.
 *
 * @param choice  what was chosen
 * @param words   null until it is known what came of it
 */
export function useAnnounced(choice: string, words: string | null): void {
  const announce = useContext(Announce);
  const said = useRef(choice);
  useEffect(() => {
    if (words === null || said.current === choice) return;
    said.current = choice;
    announce(words);
  }, [announce, choice, words]);
}
