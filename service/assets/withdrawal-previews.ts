import { trusted, type Model } from 'mongoose';
import type { WithdrawalPreview } from '#shared/schemas/asset.schema.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import { diffStates } from '../inventory/diff.ts';
import { withoutImport } from '../inventory/fold.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { ConflictRuleDocument } from '../models/conflict-rule.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { EdgeDocument } from '../models/edge.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { MappingMemoryDocument } from '../models/mapping-memory.model.ts';
import type { GraphStore } from './graph-store.ts';
import { draftOf } from './stored-asset.ts';

/** Assets whose values are compared; a person waits for the answer. */
const COMPARED_MAX = 20_000;

interface Dependencies {
  graphStore: GraphStore;
  /** How long raw records stay afterwards; 0: for ever. */
  rawKeptDays: number;
  dataImports: TenantCollection<DataImportDocument>;
  models: {
    assets: Model<AssetDocument>;
    edges: Model<EdgeDocument>;
    findings: Model<FindingDocument>;
    mappingMemory: Model<MappingMemoryDocument>;
    conflictRules: Model<ConflictRuleDocument>;
  };
}

/** What withdrawing an import would change, in numbers; nothing is written. */
export class WithdrawalPreviews {
  private readonly deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
  }

  /** @throws AppError not_found */
  async previewOf(tenant: Tenant, dataImportId: string): Promise<WithdrawalPreview> {
    const { dataImports, models } = this.deps;
    const { flow_id } = await dataImports.get(tenant, { _id: dataImportId }, 'import');
    const owner = ownedBy(tenant);
    const ofImport = { ...owner, data_import_id: dataImportId };
    const sourced = { ...owner, 'sources.data_import_id': dataImportId };
    const restored = { ...sourced, 'sources.1': trusted({ $exists: true }) };
    const removed = { ...sourced, 'sources.1': trusted({ $exists: false }) };
    const learnedFrom = {
      client_account_id: owner.client_account_id,
      $or: [{ data_import_id: dataImportId }, { 'meanings.data_import_id': dataImportId }],
    };
    const restoredCount = await models.assets.countDocuments(restored);
    return {
      data_import_id: dataImportId,
      assets_removed: await models.assets.countDocuments(removed),
      assets_restored: restoredCount,
      values_restored: await this.changedValues(restored, dataImportId),
      values_are_exact: restoredCount <= COMPARED_MAX,
      edges: await this.edgesOf(tenant, ofImport),
      findings: await models.findings.countDocuments({ ...owner, flow_id }),
      raw_kept_days: this.deps.rawKeptDays === 0 ? null : this.deps.rawKeptDays,
      learned_mappings: await models.mappingMemory.countDocuments(learnedFrom),
      learned_decisions: await models.conflictRules.countDocuments({
        client_account_id: owner.client_account_id,
        data_import_id: dataImportId,
      }),
    };
  }

  /** Of the graph that counts; older generations wait to be removed. */
  private async edgesOf(tenant: Tenant, ofImport: { data_import_id: string }): Promise<number> {
    const current = await this.deps.graphStore.findCurrent(tenant);
    if (current === null) return 0;
    return this.deps.models.edges.countDocuments({ ...ofImport, generation: current.generation });
  }

  private async changedValues(filter: Record<string, unknown>, dataImportId: string): Promise<number> {
    let changed = 0;
    const found = this.deps.models.assets
      .find(filter)
      .sort({ _id: 1 })
      .limit(COMPARED_MAX)
      .lean<AssetDocument[]>()
      .cursor();
    for await (const document of found) {
      const asset = draftOf(document);
      const left = withoutImport(asset, dataImportId);
      if (left !== null) changed += diffStates(asset, left).length;
    }
    return changed;
  }
}
