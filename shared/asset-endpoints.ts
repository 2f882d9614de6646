import { defineEndpoint } from './endpoint.ts';
import {
  assetChangeSchema,
  assetChangesQuerySchema,
  assetCountSchema,
  assetDetailSchema,
  assetFilterSchema,
  assetParamsSchema,
  assetsQuerySchema,
  assetSummarySchema,
  withdrawalPreviewSchema,
} from './schemas/asset.schema.ts';
import { pageOf } from './schemas/common.schema.ts';
import { flowParamsSchema } from './schemas/flow.schema.ts';
import { importParamsSchema } from './schemas/import.schema.ts';

/** The inventory: assets, and the changes of imports. */
export const assetEndpoints = {
  listAssets: defineEndpoint({
    method: 'GET',
    path: '/assets',
    summary: 'Assets of the engagement',
    role: 'viewer',
    tenant: 'one',
    query: assetsQuerySchema,
    response: pageOf(assetSummarySchema),
  }),
  countAssets: defineEndpoint({
    method: 'GET',
    path: '/asset-count',
    summary: 'How many assets the engagement has, or how many fit a filter',
    role: 'viewer',
    tenant: 'one',
    query: assetFilterSchema,
    response: assetCountSchema,
  }),
  getAsset: defineEndpoint({
    method: 'GET',
    path: '/assets/{asset_id}',
    summary: 'One asset: every value with the cell it came from, its sources and parts',
    role: 'viewer',
    tenant: 'one',
    params: assetParamsSchema,
    response: assetDetailSchema,
  }),
  listAssetChanges: defineEndpoint({
    method: 'GET',
    path: '/flows/{flow_id}/asset-changes',
    summary: 'What the import did, or would do, to the inventory, in sheet order',
    role: 'viewer',
    tenant: 'one',
    params: flowParamsSchema,
    query: assetChangesQuerySchema,
    response: pageOf(assetChangeSchema),
  }),
  previewWithdrawal: defineEndpoint({
    method: 'GET',
    path: '/data-import/imports/{data_import_id}/withdrawal',
    summary: 'What withdrawing the import would change',
    role: 'viewer',
    tenant: 'one',
    params: importParamsSchema,
    response: withdrawalPreviewSchema,
  }),
};
