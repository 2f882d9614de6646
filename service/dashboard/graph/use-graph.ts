import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_DEFAULT } from '#shared/limits.ts';
import type { EdgeState } from '#shared/statuses.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

const keyOf = (tenant: Tenant, what: string, ...of: unknown[]) => [
  'graph',
  tenant.clientAccountId,
  tenant.engagementId,
  what,
  ...of,
];

/** The picture around a node, or of what matters most. */
export function usePicture(tenant: Tenant, focus: string | null, depth: number) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: keyOf(tenant, 'picture', focus, depth),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getGraph, {
        query: { depth, ...(focus === null ? {} : { focus }) },
        signal,
      }),
  });
}

export function useGraphSummary(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: keyOf(tenant, 'summary'),
    queryFn: ({ signal }) => fetchEndpoint(connectionTo(tenant), endpoints.getGraphSummary, { signal }),
  });
}

export function useNodeSearch(tenant: Tenant, search: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: keyOf(tenant, 'nodes', search),
    enabled: search !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchEndpoint(connectionTo(tenant), endpoints.searchGraph, { query: { search }, signal }),
  });
}

/** Edges of one state, or all, page by page. */
export function useEdges(tenant: Tenant, state: EdgeState | null) {
  const { connectionTo } = useSignedIn();
  const query = useInfiniteQuery({
    queryKey: keyOf(tenant, 'edges', state),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next_cursor: string | null }) => last.next_cursor,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listGraphEdges, {
        query: {
          limit: PAGE_DEFAULT,
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
          ...(state === null ? {} : { state }),
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
