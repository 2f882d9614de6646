import { dashboardKey } from '#shared/dashboard-key.ts';
import { readPaneAddress } from '#shared/pane-link.ts';
import { rememberInTab } from '../import/tab-memory.ts';
import { rememberConnection } from './use-connection.ts';

/**
 * Goes on with the import that the address leads to, as the dashboard's links do: in its client and engagement, with the
 * key of the dashboard's tab or the one this pane had. Once: a reload goes on with whatever was done since.
 */
export function followLink(): void {
  const link = readPaneAddress(location.search);
  if (link === null) return;
  const tenant = { clientAccountId: link.client, engagementId: link.engagement };
  rememberInTab(tenant, { flowId: link.flow, dataImportId: link.data_import });
  rememberConnection({ ...tenant, apiKey: dashboardKey.read() });
  history.replaceState(null, '', location.pathname);
}
