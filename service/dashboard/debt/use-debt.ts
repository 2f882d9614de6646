import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { DebtKind, Treatment } from '#shared/statuses.ts';
import { WHOLE_LIST } from '../parts/natural-order.ts';
import { byBurden } from './debt-order.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { supportEndDays } from './support-end.ts';

export interface DebtFilter {
  /** One that the page knows, or one that a newer service counts. */
  kind: string | null;
  treatment: string | null;
  /** As the address says it. */
  ends: string | null;
}

/** As the API is asked today. */
export function debtQueryOf({ kind, treatment, ends }: DebtFilter) {
  return {
    ...(kind !== null && { kind: kind as DebtKind }),
    ...(treatment !== null && { treatment: treatment as Treatment }),
    ...supportEndDays(ends, new Date()),
  };
}

/** How soon a new assessment shows, ms. */
const REFRESH_MS = 15_000;

export function useDebtSummary(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['debt', tenant, 'summary'],
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => fetchEndpoint(connectionTo(tenant), endpoints.getTechDebtSummary, { signal }),
  });
}

/** Assessments of one engagement, page by page; `assessedAt` begins the list anew when there is another assessment. */
export function useAssessments(tenant: Tenant, filter: DebtFilter, assessedAt: string) {
  const { connectionTo } = useSignedIn();
  const query = debtQueryOf(filter);
  return usePages(
    ['debt', tenant, 'assessments', assessedAt, query],
    (page, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listAssessments, { query: { ...page, ...query }, signal }),
    { limit: WHOLE_LIST, order: byBurden },
  );
}

export function useAssessment(tenant: Tenant, assetId: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['debt', tenant, 'asset', assetId],
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getAssessment, { params: { asset_id: assetId }, signal }),
  });
}
