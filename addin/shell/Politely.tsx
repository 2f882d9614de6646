import { useEffect, useState, type ReactNode } from 'react';

/** Screen readers read out what comes into a live region, not what it came with; until they know of it, ms. */
const KNOWN_MS = 100;

/** Has what is in it read out once it appears, when the reader has come to an end of what it says. */
export function Politely({ children }: { children: ReactNode }) {
  const [isKnown, setIsKnown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsKnown(true), KNOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-atomic={false}>
      {isKnown && children}
    </div>
  );
}
