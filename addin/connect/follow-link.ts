import { dashboardKey } from '#shared/dashboard-key.ts';
import { readPaneAddress } from '#shared/pane-link.ts';
import { rememberInTab } from '../import/tab-memory.ts';
import { rememberConnection } from './use-connection.ts';

/**
 * Goes on with the import that the address leads to, as the dashboard's links do: in its client and engagement, with the
 * key of the dashboard's tab or the one this pane had. Once: a reload goes on with whatever was done since.
 *
 * @returns whether there was one: the page is then loaded again without it, as office.js takes `history.replaceState` away
 */
export function followLink(): boolean {
  const link = readPaneAddress(location.search);
  if (link === null) return false;
  const tenant = { clientAccountId: link.client, engagementId: link.engagement };
  rememberInTab(tenant, { flowId: link.flow, dataImportId: link.data_import });
  rememberConnection({ ...tenant, apiKey: dashboardKey.read() });
  location.replace(location.pathname);
  return true;
}
