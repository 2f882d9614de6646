import { trusted } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { AssetIdentity, AssetWrites, InventoryDesk } from '../agents/agent-ports.ts';
import type { AssetChange } from '../inventory/asset-change.ts';
import type { AssetDraft } from '../inventory/asset.ts';
import type { ConflictDecision, InventoryConflict } from '../inventory/conflict.ts';
import { assetChangeId, type AssetChangeDocument } from '../models/asset-change.model.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { ConflictRuleDocument } from '../models/conflict-rule.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import { draftOf, storedAsset } from './stored-asset.ts';

const READ_BATCH = 1_000;

interface InventoryCollections {
  assets: TenantCollection<AssetDocument>;
  assetChanges: TenantCollection<AssetChangeDocument>;
  inventoryConflicts: TenantCollection<InventoryConflictDocument>;
  /** Shared by the engagements of a client account. */
  conflictRules: TenantCollection<ConflictRuleDocument>;
  dataImports: TenantCollection<DataImportDocument>;
}

/**
 * The inventory as one import changes it. Every write is whole and under an id that follows from import and row, so that
 * a worker that died in between is repeated, not repaired.
 */
export class ImportInventoryDesk implements InventoryDesk {
  private readonly collections: InventoryCollections;
  private readonly tenant: Tenant;
  private readonly dataImportId: string;

  constructor(collections: InventoryCollections, tenant: Tenant, dataImportId: string) {
    this.collections = collections;
    this.tenant = tenant;
    this.dataImportId = dataImportId;
  }

  async *readIdentities(): AsyncGenerator<AssetIdentity[]> {
    const parts = ['sources.data_import_id', 'sources.imported_at', 'sources.lineage', 'sources.keys'] as const;
    const assets = this.collections.assets.readAll<'name' | 'asset_class' | 'class_rule' | 'sources'>(
      this.tenant,
      {},
      { fields: ['name', 'asset_class', 'class_rule', ...parts] },
    );
    for await (const batch of assets)
      yield batch.map(({ _id, name, asset_class, class_rule, sources }) => ({
        asset_id: _id,
        name,
        asset_class,
        class_rule,
        sources,
      }));
  }

  async getAssets(ids: readonly string[]): Promise<AssetDraft[]> {
    const found: AssetDraft[] = [];
    const assets = this.collections.assets.readAll<keyof AssetDocument>(this.tenant, {
      _id: trusted({ $in: [...ids] }),
    });
    for await (const batch of assets) found.push(...batch.map(draftOf));
    return found;
  }

  async findFilename(dataImportId: string): Promise<string | null> {
    return (await this.collections.dataImports.find(this.tenant, { _id: dataImportId }))?.filename ?? null;
  }

  async begin(): Promise<void> {
    await this.forget({ decision: null });
  }

  async decisionsOn(signatures: readonly string[]): Promise<ReadonlyMap<string, ConflictDecision>> {
    const { conflictRules, inventoryConflicts } = this.collections;
    const known = { signature: trusted({ $in: [...signatures] }) };
    const rules = await conflictRules.list(this.tenant, known, { _id: 1 });
    const found = new Map(rules.map((rule) => [rule.signature, ruleDecision(rule)]));
    const ofImport = { ...known, data_import_id: this.dataImportId, decision: trusted({ $ne: null }) };
    for (const { signature, decision } of await inventoryConflicts.list(this.tenant, ofImport, { _id: 1 }))
      if (decision !== null && decision.action !== 'asked_again') found.set(signature, decision);
    return found;
  }

  async list(changes: readonly AssetChange[], conflicts: readonly InventoryConflict[]): Promise<void> {
    const owner = { ...ownedBy(this.tenant), data_import_id: this.dataImportId };
    await this.collections.assetChanges.storeAll(
      this.tenant,
      changes.map((change) => ({ _id: assetChangeId(this.dataImportId, change.first_row), ...owner, ...change })),
    );
    await this.collections.inventoryConflicts.storeAll(
      this.tenant,
      conflicts.map(({ conflict_id, ...conflict }) => ({ _id: conflict_id, ...owner, ...conflict })),
    );
  }

  async write({ created, changed, removedIds }: AssetWrites): Promise<void> {
    const { assets } = this.collections;
    const stored = (asset: AssetDraft): AssetDocument => storedAsset(this.tenant, asset);
    await assets.storeAll(this.tenant, created.map(stored));
    await assets.replaceAll(this.tenant, changed.map(stored));
    if (removedIds.length > 0) await assets.removeAll(this.tenant, { _id: trusted({ $in: [...removedIds] }) });
  }

  /** By id from after the last one read: what is written meanwhile neither repeats nor is missed. */
  async *readAssetsOfImport(): AsyncGenerator<AssetDraft[]> {
    const filter = { 'sources.data_import_id': this.dataImportId };
    let after: string | null = '';
    while (after !== null) {
      const { items, nextCursor } = await this.collections.assets.page(this.tenant, filter, {
        cursor: after,
        limit: READ_BATCH,
      });
      if (items.length > 0) yield items.map(draftOf);
      after = nextCursor;
    }
  }

  async forgetListed(): Promise<void> {
    await this.forget({});
  }

  /** What was listed of the import: all changes, and these conflicts. */
  private async forget(conflicts: { decision?: null }): Promise<void> {
    const ofImport = { data_import_id: this.dataImportId };
    await this.collections.assetChanges.removeInBatches(this.tenant, ofImport);
    await this.collections.inventoryConflicts.removeInBatches(this.tenant, { ...ofImport, ...conflicts });
  }
}

/** The rule shows wherever its decision does. */
function ruleDecision({ _id, decision }: ConflictRuleDocument): ConflictDecision {
  const day = decision.decided_at.toISOString().slice(0, 10);
  return { ...decision, decided_by: `${decision.decided_by} (remembered since ${day})`, rule_id: _id };
}
