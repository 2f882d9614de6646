import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { AssetClass } from '#shared/statuses.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

export interface AssetFilter {
  assetClass: AssetClass | null;
  /** In names, or a whole key such as `ip:10.0.0.1`; null is all. */
  search: string | null;
}

/** Assets of one engagement, page by page. */
export function useAssets(tenant: Tenant, { assetClass, search }: AssetFilter) {
  const { connectionTo } = useSignedIn();
  return usePages(['assets', tenant, assetClass, search], (page, signal) =>
    fetchEndpoint(connectionTo(tenant), endpoints.listAssets, {
      query: { ...page, ...(assetClass !== null && { class: assetClass }), ...(search !== null && { search }) },
      signal,
    }),
  );
}

export function useAsset(tenant: Tenant, assetId: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['assets', tenant, 'asset', assetId],
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getAsset, { params: { asset_id: assetId }, signal }),
  });
}
