import type { PaneConnection } from '../connect/use-connection.ts';

/** A flow's page on the dashboard; `view` says what of it is shown. */
export function dashboardAddress(
  { clientAccountId, engagementId }: Pick<PaneConnection, 'clientAccountId' | 'engagementId'>,
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
