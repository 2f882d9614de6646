import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { AssetSort } from '#shared/statuses.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { assetQueryOf, type AssetFilter } from './asset-filter.ts';

/** Imports to choose from. */
const IMPORTS_LISTED = 100;

/** Assets of one engagement, page by page. */
export function useAssets(tenant: Tenant, filter: AssetFilter, sort: AssetSort) {
  const { connectionTo } = useSignedIn();
  return usePages(
    ['assets', tenant, filter, sort],
    (page, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listAssets, {
        query: { ...page, ...assetQueryOf(filter), sort },
        signal,
      }),
    // The header that was used to sort keeps the focus.
    { isKept: true },
  );
}

/** How many assets fit; only asked for where the list does not say it by itself. */
export function useAssetCount(tenant: Tenant, filter: AssetFilter, enabled: boolean) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['assets', tenant, 'count', filter],
    enabled,
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.countAssets, { query: assetQueryOf(filter), signal }),
  });
}

/** The newest imports, to choose from. */
export function useNewestImports(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  const { data } = useQuery({
    queryKey: ['assets', tenant, 'imports'],
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listImports, { query: { limit: IMPORTS_LISTED }, signal }),
  });
  return data?.items ?? [];
}

export function useAsset(tenant: Tenant, assetId: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['assets', tenant, 'asset', assetId],
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getAsset, { params: { asset_id: assetId }, signal }),
  });
}
