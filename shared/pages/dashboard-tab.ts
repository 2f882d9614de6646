import { tabStorage } from './browser-storage.ts';

/** The one tab in which the pane opens pages of the dashboard. */
export const DASHBOARD_TAB = 'cmdb-dashboard';
/** Under which the pane keeps its connection. */
export const PANE_CONNECTION = 'cmdb-import.connection';

export const dropPaneConnection = (): void => tabStorage.forget(PANE_CONNECTION);
