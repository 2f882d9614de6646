import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { AssetClass, AssetSort } from '#shared/statuses.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

export interface AssetFilter {
  assetClass: AssetClass | null;
  /** A whole key such as `ip:10.0.0.1`, an address or serial number, or a part of a name; null is all. */
  search: string | null;
}

/** Assets of one engagement, page by page. */
export function useAssets(tenant: Tenant, filter: AssetFilter, sort: AssetSort) {
  const { connectionTo } = useSignedIn();
  return usePages(
    ['assets', tenant, filter, sort],
    (page, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listAssets, {
        query: { ...page, ...queryOf(filter), sort },
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
      fetchEndpoint(connectionTo(tenant), endpoints.countAssets, { query: queryOf(filter), signal }),
  });
}

function queryOf({ assetClass, search }: AssetFilter) {
  return { ...(assetClass !== null && { class: assetClass }), ...(search !== null && { search }) };
}

export function useAsset(tenant: Tenant, assetId: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['assets', tenant, 'asset', assetId],
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getAsset, { params: { asset_id: assetId }, signal }),
  });
}
