import { useFocusFinders } from '@fluentui/react-components';

/**
 * Keeps one Tabster for as long as the page lives. Fluent drops it with the last component that needs it: between two
 * pages that was while a panel had hidden the page from readers, and nobody was left to show it again.
 */
export function FocusManagement(): null {
  useFocusFinders();
  return null;
}
