import type { ClientSession } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { ConflictRuleDocument } from '../models/conflict-rule.model.ts';
import type { MappingMemory } from './mapping-memory.ts';

/** The part of a client's memory that one import taught: mappings with the meanings of values, decisions on held records. */
export class LearnedFromImport {
  private readonly memory: MappingMemory;
  private readonly conflictRules: TenantCollection<ConflictRuleDocument>;

  constructor(dependencies: { memory: MappingMemory; conflictRules: TenantCollection<ConflictRuleDocument> }) {
    this.memory = dependencies.memory;
    this.conflictRules = dependencies.conflictRules;
  }

  /** Un-learns all of it, in the transaction that ends the import. */
  async forget(tenant: Tenant, dataImportId: string, session: ClientSession): Promise<void> {
    await this.memory.forgetLearnedFrom(tenant, dataImportId, session);
    await this.conflictRules.removeAll(tenant, { data_import_id: dataImportId }, session);
  }
}
