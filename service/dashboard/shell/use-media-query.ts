import { useCallback, useSyncExternalStore } from 'react';

/** Below this width the navigation shows icons only. */
export const NARROW_SCREEN = '(max-width: 63.99rem)';

/** Below this width tables, beside the navigation, fold their least needed columns instead of hiding the last ones. */
export const NARROW_TABLE = '(max-width: 79.99rem)';

/** Below this width, which is also that of 1280 px at 200 %, tables keep what a row is and what can be done to it. */
export const PHONE_TABLE = '(max-width: 47.99rem)';

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
