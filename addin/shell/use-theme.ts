import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { isOfficeDark } from '../office-start.ts';

/**
 * Light or dark as Office shows itself, else as the system prefers. Excel raises no event when its theme changes, so it
 * is read again whenever the pane gets the focus. High contrast comes from the system through Fluent's own styles.
 */
export function useTheme(): Theme {
  const [isDark, setIsDark] = useState(readIsDark);
  useEffect(() => {
    const reread = (): void => setIsDark(readIsDark());
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', reread);
    window.addEventListener('focus', reread);
    const soon = setTimeout(reread, 1_000);
    return () => {
      system.removeEventListener('change', reread);
      window.removeEventListener('focus', reread);
      clearTimeout(soon);
    };
  }, []);
  return isDark ? webDarkTheme : webLightTheme;
}

function readIsDark(): boolean {
  return isOfficeDark() ?? matchMedia('(prefers-color-scheme: dark)').matches;
}
