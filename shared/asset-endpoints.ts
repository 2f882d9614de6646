import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import {
  assetChangeSchema,
  assetChangesQuerySchema,
  assetDetailSchema,
  assetParamsSchema,
  assetsQuerySchema,
  assetSummarySchema,
  conflictSchema,
  decideConflictsRequestSchema,
  decideConflictsResponseSchema,
  withdrawalPreviewSchema,
} from './schemas/asset.schema.ts';
import { noInput, pageOf, pageQuerySchema } from './schemas/common.schema.ts';
import { flowParamsSchema } from './schemas/flow.schema.ts';
import { importParamsSchema } from './schemas/import.schema.ts';

const noBody = z.undefined();

/** The inventory: assets, what imports changed, what waits for a decision. */
export const assetEndpoints = {
  listAssets: defineEndpoint({
    method: 'GET',
    path: '/assets',
    summary: 'Assets of the engagement',
    role: 'viewer',
    tenant: 'one',
    params: noInput,
    query: assetsQuerySchema,
    body: noBody,
    response: pageOf(assetSummarySchema),
  }),
  getAsset: defineEndpoint({
    method: 'GET',
    path: '/assets/{asset_id}',
    summary: 'One asset: every value with the cell it came from, its sources and parts',
    role: 'viewer',
    tenant: 'one',
    params: assetParamsSchema,
    query: noInput,
    body: noBody,
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
    body: noBody,
    response: pageOf(assetChangeSchema),
  }),
  listConflicts: defineEndpoint({
    method: 'GET',
    path: '/flows/{flow_id}/conflicts',
    summary: 'Records the inventory could not place, and what they may be',
    role: 'viewer',
    tenant: 'one',
    params: flowParamsSchema,
    query: pageQuerySchema,
    body: noBody,
    response: pageOf(conflictSchema),
  }),
  decideConflicts: defineEndpoint({
    method: 'POST',
    path: '/flows/{flow_id}/conflicts/decide',
    summary: 'Decide on held records, all of the request or nothing of it',
    role: 'analyst',
    tenant: 'one',
    params: flowParamsSchema,
    query: noInput,
    body: decideConflictsRequestSchema,
    response: decideConflictsResponseSchema,
    errors: ['flow_state_conflict'],
  }),
  previewWithdrawal: defineEndpoint({
    method: 'GET',
    path: '/data-import/imports/{data_import_id}/withdrawal',
    summary: 'What withdrawing the import would change',
    role: 'viewer',
    tenant: 'one',
    params: importParamsSchema,
    query: noInput,
    body: noBody,
    response: withdrawalPreviewSchema,
  }),
};
