import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { DebtKind, Treatment } from '#shared/statuses.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

export interface DebtFilter {
  kind: DebtKind | null;
  treatment: Treatment | null;
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
export function useAssessments(tenant: Tenant, { kind, treatment }: DebtFilter, assessedAt: string) {
  const { connectionTo } = useSignedIn();
  return usePages(['debt', tenant, 'assessments', assessedAt, kind, treatment], (page, signal) =>
    fetchEndpoint(connectionTo(tenant), endpoints.listAssessments, {
      query: { ...page, ...(kind !== null && { kind }), ...(treatment !== null && { treatment }) },
      signal,
    }),
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
