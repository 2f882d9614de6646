import { useCallback, useEffect, useRef, type RefCallback } from 'react';

/** A question starts at the button that changes nothing, whatever can be ticked before it. */
export function useSafeStart(isOpen = true): RefCallback<HTMLElement> {
  const button = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) button.current?.focus();
  }, [isOpen]);
  return useCallback((element) => {
    button.current = element;
  }, []);
}
