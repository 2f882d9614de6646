/** Open, or closed until somebody opens it. */
export interface Gate {
  whenOpen: () => Promise<void>;
  open: () => void;
  close: () => void;
}

export function newGate(): Gate {
  let waiting: { promise: Promise<void>; release: () => void } | null = null;
  return {
    whenOpen: () => waiting?.promise ?? Promise.resolve(),
    open: () => {
      waiting?.release();
      waiting = null;
    },
    close: () => {
      if (waiting !== null) return;
      let release = (): void => undefined;
      const promise = new Promise<void>((resolve) => (release = resolve));
      waiting = { promise, release };
    },
  };
}
