import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_DEFAULT } from '#shared/limits.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

/** What a client's analysts decided on headers, page by page. */
export function useMemory(tenant: Tenant, search: string) {
  const { connectionTo } = useSignedIn();
  const query = useInfiniteQuery({
    queryKey: ['memory', tenant.clientAccountId, search],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next_cursor: string | null }) => last.next_cursor,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listMappingMemory, {
        query: {
          limit: PAGE_DEFAULT,
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
          ...(search === '' ? {} : { search }),
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

export function useForget(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (memoryId: string) =>
      fetchEndpoint(connectionTo(tenant), endpoints.forgetMapping, { params: { memory_id: memoryId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['memory', tenant.clientAccountId] }),
  });
}
