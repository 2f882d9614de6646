import { useState } from 'react';

export interface Selection {
  has(key: string): boolean;
  toggle(key: string): void;
  /** All of these, or none when all of them are selected. */
  toggleAll(keys: readonly string[]): void;
  clear(): void;
}

/** Which rows of a list somebody has marked, by their keys; keys of rows that are gone do no harm. */
export function useSelection(): Selection {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  return {
    has: (key) => marked.has(key),
    toggle: (key) =>
      setMarked((known) => new Set(known.has(key) ? [...known].filter((one) => one !== key) : [...known, key])),
    toggleAll: (keys) => setMarked((known) => new Set(keys.every((key) => known.has(key)) ? [] : keys)),
    clear: () => setMarked(new Set()),
  };
}
