import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allEngagements } from '#shared/pages/all-engagements.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

/** How soon the first import of a new engagement shows, ms. */
const REFRESH_MS = 5_000;

/** Every client account and engagement this key may see, sorted by name. New ones appear while the page is open. */
export function useEngagements(): UseQueryResult<Tenant[]> {
  const { connection } = useSignedIn();
  return useQuery({
    queryKey: ['engagements'],
    refetchInterval: REFRESH_MS,
    queryFn: async ({ signal }) =>
      (await allEngagements(connection, signal))
        .map((item) => ({ clientAccountId: item.client_account_id, engagementId: item.engagement_id }))
        .sort(byName),
  });
}

function byName(left: Tenant, right: Tenant): number {
  return (
    left.clientAccountId.localeCompare(right.clientAccountId) || left.engagementId.localeCompare(right.engagementId)
  );
}

/** Engagements within a filter; null is any. */
export function withinScope(tenants: readonly Tenant[], client: string | null, engagement: string | null): Tenant[] {
  return tenants.filter(
    (tenant) =>
      (client === null || tenant.clientAccountId === client) &&
      (engagement === null || tenant.engagementId === engagement),
  );
}
