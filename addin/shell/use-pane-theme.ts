import { useMemo, useSyncExternalStore } from 'react';
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/**
 * Light, dark or high contrast. Office's own theme decides where it is known; otherwise the system's. High contrast is
 * always the system's: Office has no word for it.
 *
 * @param isOfficeDark null outside Office, or where Office does not tell
 */
export function usePaneTheme(isOfficeDark: boolean | null): Theme {
  const isContrastForced = useMediaQuery('(forced-colors: active)');
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isDark = isOfficeDark ?? isSystemDark;
  return useMemo(
    () => (isContrastForced ? teamsHighContrastTheme : isDark ? webDarkTheme : webLightTheme),
    [isContrastForced, isDark],
  );
}

function useMediaQuery(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (changed) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => list.matches,
  );
}
