import { useLayoutEffect, type RefObject } from 'react';

/** How far down lists were when they were left, px; for as long as the page is open. */
const left = new Map<string, number>();

/** Brings what scrolls to where it was when it was last here. */
export function useKeptPlace(scroller: RefObject<HTMLElement | null>, place: string | undefined): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || place === undefined) return;
    element.scrollTo({ top: left.get(place) ?? 0 });
    return () => {
      left.set(place, element.scrollTop);
    };
  }, [scroller, place]);
}
