import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_DEFAULT } from '#shared/limits.ts';
import type { AssetClass } from '#shared/statuses.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

export interface AssetFilter {
  assetClass: AssetClass | null;
  /** In names, or a whole key such as `ip:10.0.0.1`; null is all. */
  search: string | null;
}

/** Assets of one engagement, page by page. */
export function useAssets(tenant: Tenant, { assetClass, search }: AssetFilter) {
  const { connectionTo } = useSignedIn();
  const query = useInfiniteQuery({
    queryKey: ['assets', tenant, assetClass, search],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next_cursor: string | null }) => last.next_cursor,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listAssets, {
        query: {
          limit: PAGE_DEFAULT,
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
          ...(assetClass === null ? {} : { class: assetClass }),
          ...(search === null ? {} : { search }),
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

export function useAsset(tenant: Tenant, assetId: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['assets', tenant, 'asset', assetId],
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getAsset, { params: { asset_id: assetId }, signal }),
  });
}
