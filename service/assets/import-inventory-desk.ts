import { trusted, type Model } from 'mongoose';
import { TenantCollection, type TenantOwned } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { AssetIdentity, AssetWrites, InventoryDesk } from '../agents/agent-ports.ts';
import type { AssetChange } from '../inventory/asset-change.ts';
import type { AssetDraft } from '../inventory/asset.ts';
import type { ConflictDecision, InventoryConflict } from '../inventory/conflict.ts';
import { assetChangeId, type AssetChangeDocument } from '../models/asset-change.model.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { ConflictRuleDocument } from '../models/conflict-rule.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import { insertIfAbsent } from '../platform/insert-command.ts';
import { readAhead } from '../platform/read-ahead.ts';
import { removeInBatches } from '../platform/remove-in-batches.ts';
import { draftOf, storedAsset } from './stored-asset.ts';

const READ_BATCH = 1_000;

interface InventoryCollections {
  assets: Model<AssetDocument>;
  assetChanges: Model<AssetChangeDocument>;
  inventoryConflicts: Model<InventoryConflictDocument>;
  /** Shared by the engagements of a client account. */
  conflictRules: TenantCollection<ConflictRuleDocument>;
}

/**
 * The inventory as one import changes it. Past mongoose: assets are written by the hundred thousand. Every write is whole
 * and under an id that follows from import and row, so that a worker that died in between is repeated, not repaired.
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
    const cursor = this.collections.assets.collection
      .find<AssetDocument>(this.owned({}) as never)
      .project<AssetDocument>({
        name: 1,
        asset_class: 1,
        class_rule: 1,
        'sources.data_import_id': 1,
        'sources.lineage': 1,
        'sources.keys': 1,
      })
      .sort({ _id: 1 })
      .batchSize(READ_BATCH);
    for await (const assets of readAhead(cursor))
      yield assets.map(({ _id, name, asset_class, class_rule, sources }) => ({
        asset_id: _id,
        name,
        asset_class,
        class_rule,
        sources,
      }));
  }

  async getAssets(ids: readonly string[]): Promise<AssetDraft[]> {
    const filter = this.owned({ _id: { $in: [...ids] } });
    const found = await this.collections.assets.collection.find<AssetDocument>(filter as never).toArray();
    return found.map(draftOf);
  }

  async begin(): Promise<void> {
    await removeInBatches(this.collections.assetChanges, this.ofImport({}));
    await removeInBatches(this.collections.inventoryConflicts, this.ofImport({ decision: null }));
  }

  async decisionsOn(signatures: readonly string[]): Promise<ReadonlyMap<string, ConflictDecision>> {
    const known = { signature: trusted({ $in: [...signatures] }) };
    const rules = await this.collections.conflictRules.list(this.tenant, known, { _id: 1 });
    const found = new Map(rules.map((rule) => [rule.signature, ruleDecision(rule)]));
    const decided = await this.collections.inventoryConflicts
      .find(this.ofImport({ ...known, decision: trusted({ $ne: null }) }))
      .lean<InventoryConflictDocument[]>()
      .exec();
    for (const { signature, decision } of decided) if (decision !== null) found.set(signature, decision);
    return found;
  }

  async list(changes: readonly AssetChange[], conflicts: readonly InventoryConflict[]): Promise<void> {
    const owner = this.ofImport({});
    await this.insertOrReplace(
      this.collections.assetChanges,
      changes.map((change) => ({ _id: assetChangeId(this.dataImportId, change.first_row), ...owner, ...change })),
    );
    await this.insertOrReplace(
      this.collections.inventoryConflicts,
      conflicts.map(({ conflict_id, ...conflict }) => ({ _id: conflict_id, ...owner, ...conflict })),
    );
  }

  async write({ created, changed, removedIds }: AssetWrites): Promise<void> {
    const stored = (asset: AssetDraft): AssetDocument => storedAsset(this.tenant, asset);
    await this.insertOrReplace(this.collections.assets, created.map(stored));
    await new TenantCollection(this.collections.assets).replaceAll(this.tenant, changed.map(stored));
    if (removedIds.length > 0)
      await this.collections.assets.deleteMany(this.owned({ _id: trusted({ $in: [...removedIds] }) }));
  }

  /** By id from after the last one read: what is written meanwhile neither repeats nor is missed. */
  async *readAssetsOfImport(): AsyncGenerator<AssetDraft[]> {
    let after = '';
    for (;;) {
      const filter = this.owned({ 'sources.data_import_id': this.dataImportId, _id: { $gt: after } });
      const found = await this.collections.assets.collection
        .find<AssetDocument>(filter as never)
        .sort({ _id: 1 })
        .limit(READ_BATCH)
        .toArray();
      if (found.length > 0) yield found.map(draftOf);
      if (found.length < READ_BATCH) return;
      after = found.at(-1)?._id ?? '';
    }
  }

  async forgetListed(): Promise<void> {
    await removeInBatches(this.collections.assetChanges, this.ofImport({}));
    await removeInBatches(this.collections.inventoryConflicts, this.ofImport({}));
  }

  /** Inserts; where something is there already, as after a crash, it is replaced. */
  private async insertOrReplace<Document extends TenantOwned>(
    model: Model<Document>,
    documents: readonly Document[],
  ): Promise<void> {
    await new TenantCollection(model).replaceAll(this.tenant, await insertIfAbsent(model, documents));
  }

  private owned<Filter extends object>(filter: Filter) {
    return { ...ownedBy(this.tenant), ...filter };
  }

  private ofImport<Filter extends object>(filter: Filter) {
    return { ...ownedBy(this.tenant), data_import_id: this.dataImportId, ...filter };
  }
}

/** The rule shows wherever its decision does. */
function ruleDecision({ _id, decision }: ConflictRuleDocument): ConflictDecision {
  const on = decision.decided_at.toISOString().slice(0, 10);
  return { ...decision, decided_by: `${decision.decided_by} (remembered since ${on})`, rule_id: _id };
}
