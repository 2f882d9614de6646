import { afterAll, beforeAll } from '@jest/globals';
import type { Connection } from 'mongoose';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { ruleOf } from '#service/assets/conflict-rule.ts';
import { ImportInventoryDesk } from '#service/assets/import-inventory-desk.ts';
import type { AssetChangeDocument } from '#service/models/asset-change.model.ts';
import type { AssetDocument } from '#service/models/asset.model.ts';
import type { ConflictRuleDocument } from '#service/models/conflict-rule.model.ts';
import type { DataImportDocument } from '#service/models/data-import.model.ts';
import type { InventoryConflictDocument } from '#service/models/inventory-conflict.model.ts';
import { inventoryDeskContract, type DeskInventory } from '../contracts/inventory-desk-contract.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

/** Ids of imports and assets are nobody else's: what the test before stored under them goes. */
async function emptyInventory(mongo: Connection): Promise<DeskInventory> {
  const tenant = { clientAccountId: 'desk', engagementId: 'main' };
  const owner = { client_account_id: tenant.clientAccountId, engagement_id: tenant.engagementId };
  const assets = mongo.model<AssetDocument>('Asset');
  const assetChanges = mongo.model<AssetChangeDocument>('AssetChange');
  const inventoryConflicts = mongo.model<InventoryConflictDocument>('InventoryConflict');
  const conflictRules = new TenantCollection(mongo.model<ConflictRuleDocument>('ConflictRule'), 'client');
  const collections = {
    assets: new TenantCollection(assets),
    assetChanges: new TenantCollection(assetChanges),
    inventoryConflicts: new TenantCollection(inventoryConflicts),
    conflictRules,
    dataImports: new TenantCollection(mongo.model<DataImportDocument>('DataImport')),
  };
  await Promise.all([assets.deleteMany(owner), assetChanges.deleteMany(owner), inventoryConflicts.deleteMany(owner)]);
  await conflictRules.removeAll(tenant, {});
  return {
    deskFor: (dataImportId) => new ImportInventoryDesk(collections, tenant, dataImportId),
    decideBefore: async ({ conflict_id }, decision) => {
      await inventoryConflicts.updateOne({ _id: conflict_id, ...owner }, { decision });
    },
    remember: async (signature, decision) => {
      const known = { _id: '', ...owner, data_import_id: 'imp_before', signature, kind: 'name:several' };
      const listed = { reason: '', first_row: 1, row_numbers: [1], things: [], candidates: [], differing: [] };
      await conflictRules.insert(ruleOf(tenant, { ...known, ...listed, decision: null }, decision));
    },
    listed: async (data_import_id) => {
      const changes = await assetChanges
        .find({ ...owner, data_import_id })
        .sort({ _id: 1 })
        .lean()
        .exec();
      const conflicts = await inventoryConflicts
        .find({ ...owner, data_import_id })
        .sort({ _id: 1 })
        .lean()
        .exec();
      const without = {
        _id: undefined,
        client_account_id: undefined,
        engagement_id: undefined,
        data_import_id: undefined,
      };
      return {
        changes: changes.map((change) => ({ ...change, ...without })),
        conflicts: conflicts.map(({ _id, row_count = 0, decision, ...conflict }) => ({
          ...conflict,
          ...without,
          decision: decision?.action === 'asked_again' ? null : decision,
          row_count,
          conflict_id: _id,
        })),
      };
    },
  };
}

inventoryDeskContract('the inventory in the database', () => emptyInventory(service.mongo));
