import { createContext, useContext, useSyncExternalStore } from 'react';
import { serverNow } from '#shared/server-clock.ts';

const TICK_MS = 1_000;
const listeners = new Set<() => void>();
let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;

/** The present in ms, to the second, shared by everything that shows ages: one timer however many rows there are. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** The time of the last answer where none came since, else null: nobody knows what went on after it. */
export const AsOf = createContext<number | null>(null);

/** The present, or the last moment that is known of: durations of what may have ended are told up to it. */
export function useKnownNow(): number {
  const present = useNow();
  return useContext(AsOf) ?? present;
}

/** The present while answers come; null once they do not: what goes on since is not known. */
export function useLiveNow(): number | null {
  const present = useNow();
  return useContext(AsOf) === null ? present : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = serverNow();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  if (document.hidden) return;
  now = serverNow();
  for (const listener of listeners) listener();
}
