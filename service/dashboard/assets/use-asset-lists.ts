import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { AssetDetail, AssetSourceView } from '#shared/schemas/asset.schema.ts';
import { useRest } from '../parts/use-rest.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

/** What belongs to one asset, of which an answer about the asset has the first. */

export function useAssetParts(tenant: Tenant, { asset_id, component_count, components }: AssetDetail) {
  const { connectionTo } = useSignedIn();
  return useRest(
    { first: components, count: component_count },
    ['assets', tenant, 'asset', asset_id, 'components'],
    (query, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listAssetComponents, { params: { asset_id }, query, signal }),
  );
}

export function useAssetSources(tenant: Tenant, { asset_id, source_count, sources }: AssetDetail) {
  const { connectionTo } = useSignedIn();
  return useRest(
    { first: sources, count: source_count },
    ['assets', tenant, 'asset', asset_id, 'sources'],
    (query, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listAssetSources, { params: { asset_id }, query, signal }),
  );
}

export function useAssetRecords(tenant: Tenant, asset_id: string, source: AssetSourceView) {
  const { connectionTo } = useSignedIn();
  const { data_import_id } = source;
  const first = source.row_numbers.map((row_number) => ({ data_import_id, row_number }));
  return useRest(
    { first, count: source.row_count },
    ['assets', tenant, 'asset', asset_id, 'records', data_import_id],
    (page, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listAssetRecords, {
        params: { asset_id },
        query: { ...page, data_import_id },
        signal,
      }),
  );
}
