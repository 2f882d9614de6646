import { trusted, type ClientSession } from 'mongoose';
import type { TargetField } from '#shared/target-fields.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { MappingMemoryDocument } from '../models/mapping-memory.model.ts';
import type { Clock } from '../platform/clock.ts';
import { withAnswers } from './column-answers.ts';
import { followedCorrection } from './followed-correction.ts';
import { rememberedColumn } from './remembered-column.ts';

interface ColumnsDependencies {
  /** Of all engagements of the client. */
  clientMappings: TenantCollection<ImportFieldMappingDocument>;
  clientImports: TenantCollection<DataImportDocument>;
  clientFlows: TenantCollection<FlowDocument>;
  clock: Clock;
}

/** An entry before and after its correction, with the client's target fields. */
interface Correction {
  from: MappingMemoryDocument;
  to: MappingMemoryDocument;
  fields: readonly TargetField[];
}

/** The columns that were suggested from an entry of the memory, in all imports of the client. */
export class ColumnsFromMemory {
  private readonly deps: ColumnsDependencies;

  constructor(dependencies: ColumnsDependencies) {
    this.deps = dependencies;
  }

  /**
   * Gives undecided columns the engine's own suggestion again once their entries are gone.
   *
   * @returns how many such columns there were
   */
  async restoreOwn(tenant: Tenant, memoryIds: readonly string[], session: ClientSession): Promise<number> {
    const filter = { memory_id: trusted({ $in: [...memoryIds] }), decided_by: null };
    const affected = await this.deps.clientMappings.list(tenant, filter, { _id: 1 }, session);
    const now = this.deps.clock.now();
    const changes = affected.map((mapping) => ({
      filter: { _id: mapping._id, memory_id: mapping.memory_id, decided_by: null },
      update: {
        $set: {
          ...mapping.own_suggestion,
          ...withoutRemembered(mapping),
          memory_id: null,
          own_suggestion: null,
          updated_at: now,
        },
      },
    }));
    await this.deps.clientMappings.changeEach(tenant, changes, session);
    const decided = await this.forgetMeanings(tenant, memoryIds, session);
    await this.raiseRevisions(tenant, [...affected, ...decided], session);
    return affected.length;
  }

  /** Suggests undecided columns anew once their entry is corrected, as the next import would. */
  async follow(tenant: Tenant, { from, to, fields }: Correction, session: ClientSession): Promise<void> {
    const filter = { memory_id: to._id, decided_by: null };
    const affected = await this.deps.clientMappings.list(tenant, filter, { _id: 1 }, session);
    const isOtherField = to.target_field !== from.target_field;
    const now = this.deps.clock.now();
    for (const data_import_id of importsOf(affected)) {
      const mappings = await this.deps.clientMappings.list(tenant, { data_import_id }, { column_index: 1 }, session);
      const changes = followedCorrection(mappings, rememberedColumn(to), fields).map(({ mapping, said }) => {
        const isOutdated = isOtherField && mapping.memory_id === to._id;
        const dropped = isOutdated ? withoutRemembered(mapping) : {};
        return {
          filter: { _id: mapping._id, decided_by: null },
          update: { $set: { ...said, ...dropped, updated_at: now } },
        };
      });
      await this.deps.clientMappings.changeEach(tenant, changes, session);
    }
    const decided = isOtherField ? await this.forgetMeanings(tenant, [to._id], session) : [];
    await this.raiseRevisions(tenant, [...affected, ...decided], session);
  }

  /**
   * Takes what an import taught of values' meanings from the columns of open imports, decided or not. Their entries may
   * know nothing of it any more, where another import has said otherwise since.
   */
  async dropMeaningsFrom(tenant: Tenant, dataImportId: string, session: ClientSession): Promise<void> {
    const said = { data_import_id: dataImportId };
    const open = await this.deps.clientFlows.list(tenant, { is_open: true }, { _id: 1 }, session);
    const filter = {
      data_import_id: trusted({ $in: open.map(({ data_import_id }) => data_import_id) }),
      'remembered_values.meanings.data_import_id': dataImportId,
    };
    const concerned = await this.deps.clientMappings.list(tenant, filter, { _id: 1 }, session);
    const change = { $pull: { 'remembered_values.meanings': said }, $set: { updated_at: this.deps.clock.now() } };
    await this.deps.clientMappings.changeAll(tenant, filter, change, session);
    await this.raiseRevisions(tenant, concerned, session);
  }

  /** A decided column keeps its field; the remembered meanings were only proposals. @returns the columns that had some */
  private async forgetMeanings(
    tenant: Tenant,
    memoryIds: readonly string[],
    session: ClientSession,
  ): Promise<ImportFieldMappingDocument[]> {
    const filter = { memory_id: trusted({ $in: [...memoryIds] }), remembered_values: trusted({ $ne: null }) };
    const concerned = await this.deps.clientMappings.list(tenant, filter, { _id: 1 }, session);
    await this.deps.clientMappings.changeAll(
      tenant,
      filter,
      { $set: { remembered_values: null, updated_at: this.deps.clock.now() } },
      session,
    );
    return concerned;
  }

  private async raiseRevisions(
    tenant: Tenant,
    mappings: readonly ImportFieldMappingDocument[],
    session: ClientSession,
  ): Promise<void> {
    await this.deps.clientImports.changeAll(
      tenant,
      { _id: trusted({ $in: importsOf(mappings) }) },
      { $inc: { mapping_revision: 1 }, $set: { updated_at: this.deps.clock.now() } },
      session,
    );
  }
}

const withoutRemembered = (mapping: ImportFieldMappingDocument) => ({
  answers: withAnswers(mapping, mapping.target_field, { cleansing: null }),
  remembered_values: null,
});

const importsOf = (mappings: readonly ImportFieldMappingDocument[]): string[] => [
  ...new Set(mappings.map((mapping) => mapping.data_import_id)),
];
