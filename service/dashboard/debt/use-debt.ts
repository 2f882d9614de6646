import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_DEFAULT } from '#shared/limits.ts';
import type { DebtKind, Treatment } from '#shared/statuses.ts';
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
  const query = useInfiniteQuery({
    queryKey: ['debt', tenant, 'assessments', assessedAt, kind, treatment],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next_cursor: string | null }) => last.next_cursor,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listAssessments, {
        query: {
          limit: PAGE_DEFAULT,
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
          ...(kind === null ? {} : { kind }),
          ...(treatment === null ? {} : { treatment }),
        },
        signal,
      }),
  });
  const data = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  return {
    data,
    error: query.error,
    isError: query.isError,
    refetch: query.refetch,
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
  };
}

export function useAssessment(tenant: Tenant, assetId: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['debt', tenant, 'asset', assetId],
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getAssessment, { params: { asset_id: assetId }, signal }),
  });
}
