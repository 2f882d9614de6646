import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { isOfficeDark, type Host } from '../office-start.ts';

/**
 * Light or dark as Office shows itself, else as the system prefers. Excel raises no event when its theme changes, so it
 * is read again whenever the pane gets the focus, and when it is known where the pane runs. High contrast comes from the system through Fluent's own styles.
 */
export function useTheme(host: Host | null): Theme {
  const [isDark, setIsDark] = useState(readIsDark);
  useEffect(() => {
    const reread = (): void => setIsDark(readIsDark());
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', reread);
    window.addEventListener('focus', reread);
    return () => {
      system.removeEventListener('change', reread);
      window.removeEventListener('focus', reread);
    };
  }, []);
  useEffect(() => setIsDark(readIsDark()), [host]);
  return isDark ? webDarkTheme : webLightTheme;
}

function readIsDark(): boolean {
  return isOfficeDark() ?? matchMedia('(prefers-color-scheme: dark)').matches;
}
