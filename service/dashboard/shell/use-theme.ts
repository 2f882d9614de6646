import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useMediaQuery } from './use-media-query.ts';

/** Light or dark as the system prefers; forced colours are handled by Fluent's own styles. */
export function useTheme(): Theme {
  return useMediaQuery('(prefers-color-scheme: dark)') ? webDarkTheme : webLightTheme;
}
