import { useEffect, useState, type RefObject } from 'react';

/** Screen readers read out what comes into a live region, not what it came with; until they know of it, ms. */
const KNOWN_MS = 100;

/** Whether screen readers hear what comes into this element. A dialog hides from them all that it stands over. */
export function useIsHeard(element: RefObject<HTMLElement | null>): boolean {
  const [isHeard, setIsHeard] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      if (isHidden(element.current)) setIsHeard(false);
      else timer = setTimeout(() => setIsHeard(true), KNOWN_MS);
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-hidden'] });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return isHeard;
}

/** Whether they hear it from now on: what was heard once stays, also while a dialog hides it later. */
export function useOnceHeard(element: RefObject<HTMLElement | null>): boolean {
  const isHeard = useIsHeard(element);
  const [wasHeard, setWasHeard] = useState(false);
  if (isHeard && !wasHeard) setWasHeard(true);
  return wasHeard;
}

function isHidden(element: HTMLElement | null): boolean {
  return element === null || element.closest('[aria-hidden=true]') !== null;
}
