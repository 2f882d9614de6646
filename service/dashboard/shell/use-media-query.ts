import { useCallback, useSyncExternalStore } from 'react';

/** Below this width the navigation shows icons only and tables fold their least needed columns. */
export const NARROW_SCREEN = '(max-width: 63.99rem)';

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
