import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { dashboardKey } from '#shared/pages/dashboard-key.ts';
import type { PaneLink } from '#shared/pages/pane-link.ts';
import { rememberInTab } from '../import/tab-memory.ts';
import type { FlowPointer } from '../workbook/workbook-port.ts';
import { rememberConnection, type PaneConnection } from './use-connection.ts';

const tenantOf = ({ client, engagement }: PaneLink) => ({ clientAccountId: client, engagementId: engagement });

/** Whether a link leads out of the client and engagement that the pane is in. */
export function leadsElsewhere(link: PaneLink, here: PaneConnection | null): here is PaneConnection {
  return here !== null && (here.clientAccountId !== link.client || here.engagementId !== link.engagement);
}

/**
 * The import that a link leads to, looked up with the key of the dashboard's tab or the one the pane has. Without a key
 * nothing can be looked up, and the form for it says where the link leads.
 */
export async function findLinked(link: PaneLink, here: PaneConnection | null): Promise<FlowPointer> {
  const apiKey = dashboardKey.read() ?? here?.apiKey ?? '';
  if (apiKey === '') return { flowId: link.flow, dataImportId: link.data_import };
  const connection = { origin: '', apiKey, ...tenantOf(link) };
  const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id: link.flow } });
  return { flowId: flow.flow_id, dataImportId: flow.data_import_id };
}

/** Goes on with an import in its client and engagement, in this tab only. A reload goes on with whatever was done since. */
export function followLink(link: PaneLink, found: FlowPointer): void {
  rememberInTab(tenantOf(link), found);
  rememberConnection({ ...tenantOf(link), apiKey: dashboardKey.read() });
  leaveLink();
}

/** Loads the page again without the link, as office.js takes `history.replaceState` away. */
export function leaveLink(): void {
  location.replace(location.pathname);
}
