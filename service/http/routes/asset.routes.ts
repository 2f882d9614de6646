import { endpoints } from '#shared/endpoints.ts';
import {
  presentAsset,
  presentAssetChange,
  presentAssetDetail,
  presentComponent,
  presentSource,
} from '../../assets/asset-presenter.ts';
import type { AssetReader } from '../../assets/asset-reader.ts';
import type { AssetStore } from '../../assets/asset-store.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

interface AssetRouteServices {
  assets: AssetStore;
  reader: AssetReader;
}

export function assetRoutes({ tenantRoute }: RouteMaker, { assets, reader }: AssetRouteServices): Route[] {
  return [
    tenantRoute(endpoints.listAssets, async ({ tenant, query }) => {
      const page = await assets.page(tenant, query, query);
      return { body: { items: page.items.map(presentAsset), next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.countAssets, async ({ tenant, query }) => ({ body: await assets.count(tenant, query) })),
    tenantRoute(endpoints.getAsset, async ({ tenant, params }) => {
      const { asset, imports } = await reader.getAsset(tenant, params.asset_id);
      return { body: presentAssetDetail(asset, imports) };
    }),
    tenantRoute(endpoints.listAssetSources, async ({ tenant, params, query }) => {
      const page = await reader.listSources(tenant, { ...query, assetId: params.asset_id });
      return {
        body: { items: page.items.map((one) => presentSource(one, page.imports)), next_cursor: page.nextCursor },
      };
    }),
    tenantRoute(endpoints.listAssetRecords, async ({ tenant, params, query: { data_import_id, ...request } }) => {
      const of = { ...request, assetId: params.asset_id, dataImportId: data_import_id };
      const page = await reader.listRecords(tenant, of);
      return { body: { items: page.items, next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.listAssetComponents, async ({ tenant, params, query }) => {
      const page = await reader.listComponents(tenant, { ...query, assetId: params.asset_id });
      return {
        body: { items: page.items.map((one) => presentComponent(one, page.imports)), next_cursor: page.nextCursor },
      };
    }),
    tenantRoute(endpoints.listAssetChanges, async ({ tenant, params, query: { kind, ...request } }) => {
      const page = await reader.listChanges(tenant, { ...request, flowId: params.flow_id, kind });
      const items = page.items.map((change) => presentAssetChange(change, page.imports));
      return { body: { items, next_cursor: page.nextCursor } };
    }),
  ];
}
