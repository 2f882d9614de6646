import { startTransition, useState, type KeyboardEvent, type UIEvent } from 'react';
import { flushSync } from 'react-dom';

/** Options that are there when the list opens, and that each look at its end brings: several screens of a small pane. */
const STEP = 20;
/** The next options come when this many screens are left below. */
const SCREENS_AHEAD = 2;

export interface ShownOptions {
  count: number;
  onScroll(event: UIEvent<HTMLElement>): void;
  /** To be called before anything else acts on the key. */
  onKeyDownCapture(event: KeyboardEvent<HTMLElement>): void;
  reset(): void;
}

/**
 * How many options of a long list are in the page. Hundreds at once take a slow machine seconds, so the first ones are
 * there, and more follow as people scroll or arrow towards the end; End is on the last of all, as in any list.
 */
export function useShownOptions(total: number): ShownOptions {
  const [count, setCount] = useState(STEP);
  return {
    count,
    onScroll: ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
      if (count >= total || scrollHeight - scrollTop - clientHeight > SCREENS_AHEAD * clientHeight) return;
      startTransition(() => setCount(count + STEP));
    },
    onKeyDownCapture: (event) => {
      if (event.key === 'End' && count < total) flushSync(() => setCount(total));
    },
    reset: () => setCount(STEP),
  };
}
