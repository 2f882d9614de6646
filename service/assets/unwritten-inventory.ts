import type { ClientSession, Connection } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssetChangeDocument } from '../models/asset-change.model.ts';
import type { CleansingPlanDocument } from '../models/cleansing-plan.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import { inTransaction } from '../platform/database/mongo.ts';

/** Removed in one transaction. */
const REMOVED_AT_ONCE = 2_000;

interface Dependencies {
  connection: Connection;
  findings: TenantCollection<FindingDocument>;
  cleansingPlans: TenantCollection<CleansingPlanDocument>;
  assetChanges: TenantCollection<AssetChangeDocument>;
  inventoryConflicts: TenantCollection<InventoryConflictDocument>;
  /** Names of the agents that read records with the mappings, up to the inventory. */
  agents: readonly string[];
}

/** What agents made of an import's mappings while no asset is written. */
export class UnwrittenInventory {
  private readonly deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
  }

  /** How cells were to be read, and what was found with that. */
  async forget(tenant: Tenant, flow: FlowDocument, session: ClientSession): Promise<void> {
    await this.deps.cleansingPlans.removeAll(tenant, { _id: flow.data_import_id }, session);
    for (const agent of this.deps.agents)
      await this.deps.findings.removeAll(tenant, { flow_id: flow._id, agent }, session);
  }

  /**
   * What the inventory lists, but for what was decided on held records. `isStale` is asked in the transaction of each part:
   * what the next inventory lists under the same ids conflicts with it, and stays.
   */
  async forgetListed(
    tenant: Tenant,
    { data_import_id }: FlowDocument,
    isStale: (session: ClientSession) => Promise<boolean>,
  ): Promise<void> {
    const { assetChanges, inventoryConflicts } = this.deps;
    const whileAny = async (remove: (session: ClientSession) => Promise<number>): Promise<void> => {
      const removeSome = async (session: ClientSession) => ((await isStale(session)) ? remove(session) : 0);
      while ((await inTransaction(this.deps.connection, removeSome)) > 0);
    };
    await whileAny((session) => assetChanges.removeSome(tenant, { data_import_id }, REMOVED_AT_ONCE, session));
    const open = { data_import_id, decision: null };
    await whileAny((session) => inventoryConflicts.removeSome(tenant, open, REMOVED_AT_ONCE, session));
  }
}
