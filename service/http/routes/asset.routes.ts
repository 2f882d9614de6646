import { endpoints } from '#shared/endpoints.ts';
import { presentAsset, presentAssetChange, presentAssetDetail, presentConflict } from '../../assets/asset-presenter.ts';
import type { AssetReader } from '../../assets/asset-reader.ts';
import type { AssetStore } from '../../assets/asset-store.ts';
import type { ConflictDecisions } from '../../assets/conflict-decisions.ts';
import type { WithdrawalPreviews } from '../../assets/withdrawal-preview.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

export interface AssetRouteServices {
  assets: AssetStore;
  reader: AssetReader;
  conflicts: ConflictDecisions;
  withdrawals: WithdrawalPreviews;
}

export function assetRoutes({ tenantRoute }: RouteMaker, services: AssetRouteServices): Route[] {
  const { assets, reader, conflicts, withdrawals } = services;
  return [
    tenantRoute(endpoints.listAssets, async ({ tenant, query }) => {
      const { class: assetClass, search, data_import_id: dataImportId, ...request } = query;
      const page = await assets.page(tenant, { assetClass, search, dataImportId }, request);
      return { body: { items: page.items.map(presentAsset), next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.getAsset, async ({ tenant, params }) => {
      const { asset, imports } = await reader.getAsset(tenant, params.asset_id);
      return { body: presentAssetDetail(asset, imports) };
    }),
    tenantRoute(endpoints.listAssetChanges, async ({ tenant, params, query: { kind, ...request } }) => {
      const page = await reader.listChanges(tenant, { ...request, flowId: params.flow_id, kind });
      const items = page.items.map((change) => presentAssetChange(change, page.imports));
      return { body: { items, next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.listConflicts, async ({ tenant, params, query }) => {
      const page = await conflicts.list(tenant, params.flow_id, query);
      const imports = await reader.importsOfConflicts(tenant, page.items);
      const items = page.items.map((conflict) => presentConflict(conflict, imports));
      return { body: { items, next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.decideConflicts, async ({ tenant, principal, params, body }) => {
      const request = {
        tenant,
        flowId: params.flow_id,
        actor: principal.keyName,
        isToBeRemembered: body.remember,
      };
      const decisions = body.decisions.map(({ conflict_id, action, asset_id, fields }) => ({
        conflictId: conflict_id,
        action,
        assetId: asset_id ?? null,
        fields: fields ?? {},
      }));
      return {
        body: { decided: decisions.length, assets_written: await conflicts.decide(request, decisions) },
      };
    }),
    tenantRoute(endpoints.previewWithdrawal, async ({ tenant, params }) => ({
      body: await withdrawals.previewOf(tenant, params.data_import_id),
    })),
  ];
}
