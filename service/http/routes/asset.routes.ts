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
  assetStore: AssetStore;
  assetReader: AssetReader;
}

export function assetRoutes({ tenantRoute }: RouteMaker, { assetStore, assetReader }: AssetRouteServices): Route[] {
  return [
    tenantRoute(endpoints.listAssets, async ({ tenant, query }) => {
      const page = await assetStore.page(tenant, query, query);
      return { body: { items: page.items.map(presentAsset), next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.countAssets, async ({ tenant, query }) => ({ body: await assetStore.count(tenant, query) })),
    tenantRoute(endpoints.getAsset, async ({ tenant, params }) => {
      return { body: presentAssetDetail(await assetReader.getAsset(tenant, params.asset_id)) };
    }),
    tenantRoute(endpoints.listAssetSources, async ({ tenant, params, query }) => {
      const page = await assetReader.listSources(tenant, { ...query, assetId: params.asset_id });
      return {
        body: { items: page.items.map((one) => presentSource(one, page.places)), next_cursor: page.nextCursor },
      };
    }),
    tenantRoute(endpoints.listAssetRecords, async ({ tenant, params, query: { data_import_id, ...request } }) => {
      const wanted = { ...request, assetId: params.asset_id, dataImportId: data_import_id };
      const page = await assetReader.listRecords(tenant, wanted);
      return { body: { items: page.items, next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.listAssetComponents, async ({ tenant, params, query }) => {
      const page = await assetReader.listComponents(tenant, { ...query, assetId: params.asset_id });
      return {
        body: { items: page.items.map((one) => presentComponent(one, page.places)), next_cursor: page.nextCursor },
      };
    }),
    tenantRoute(endpoints.listAssetChanges, async ({ tenant, params, query: { kind, ...request } }) => {
      const page = await assetReader.listChanges(tenant, { ...request, flowId: params.flow_id, kind });
      const items = page.items.map((change) => presentAssetChange(change, page.places, page.facts));
      return { body: { items, next_cursor: page.nextCursor } };
    }),
  ];
}
