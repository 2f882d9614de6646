import type { PaneConnection } from '../connect/use-connection.ts';

type Tenant = Pick<PaneConnection, 'clientAccountId' | 'engagementId'>;

/** A flow's page on the dashboard; `view` says what of it is shown. */
export function dashboardAddress(
  { clientAccountId, engagementId }: Tenant,
  flowId: string,
  view: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    flow: flowId,
    flow_client: clientAccountId,
    flow_engagement: engagementId,
    ...view,
  });
  return `/dashboard/?${query.toString()}`;
}

/** The dashboard's list of what an import could not place. */
export function conflictsAddress({ clientAccountId, engagementId }: Tenant, dataImportId: string): string {
  const query = new URLSearchParams({
    page: 'conflicts',
    client: clientAccountId,
    engagement: engagementId,
    import: dataImportId,
  });
  return `/dashboard/?${query.toString()}`;
}
