import type { ClientSession } from 'mongoose';
import type { AgentInput, AgentOutput, RowRange, SheetRecord } from '../agents/agent.ts';
import type { AgentGraph, AgentInventory } from '../agents/agent-ports.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AgentWorkspace, OutputOwner } from '../flows/agent-workspace.ts';
import { ENGINE } from '../mapping/mapping-engine.ts';
import { fieldMappingId, type ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { ColumnProfileDocument } from '../models/column-profile.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { RawRecords } from './raw-records.ts';
import { approvedMappings } from './approved-mappings.ts';
import { fieldsOfSuggestion } from './suggestion-fields.ts';

interface WorkspaceDependencies {
  dataImports: TenantCollection<DataImportDocument>;
  rawRecords: RawRecords;
  fieldMappings: TenantCollection<ImportFieldMappingDocument>;
  columnProfiles: TenantCollection<ColumnProfileDocument>;
  findings: TenantCollection<FindingDocument>;
  catalogue: ClientCatalogue;
  memory: MappingMemory;
  inventoryOf(tenant: Tenant): AgentInventory;
  graphOf(tenant: Tenant): AgentGraph;
  publishGraph(owner: OutputOwner, graph: NonNullable<AgentOutput['graph']>, session: ClientSession): Promise<void>;
  clock: Clock;
}

/** What agents read of an import, and the documents their output becomes. */
export class ImportAgentWorkspace implements AgentWorkspace {
  private readonly it: WorkspaceDependencies;

  constructor(dependencies: WorkspaceDependencies) {
    this.it = dependencies;
  }

  async openInput(tenant: Tenant, dataImportId: string): Promise<AgentInput | null> {
    const dataImport = await this.it.dataImports.find(tenant, { _id: dataImportId });
    if (dataImport === null) return null;
    const byColumn = { column_index: 1 } as const;
    const profiles = await this.it.columnProfiles.list(tenant, { data_import_id: dataImportId }, byColumn);
    const mappings = await this.it.fieldMappings.list(tenant, { data_import_id: dataImportId }, byColumn);
    const targetFields = await this.it.catalogue.activeFields(tenant);
    return {
      facts: {
        dataImportId: dataImport._id,
        importedAt: dataImport.created_at,
        filename: dataImport.filename,
        sheetName: dataImport.sheet_name,
        range: dataImport.range,
        headerRow: dataImport.header_row,
        dateSystem: dataImport.date_system ?? '1900',
        totalRecords: dataImport.total_records,
        columns: dataImport.columns,
      },
      readRecords: (range) => this.readRecords(dataImport, range),
      targetFields,
      memory: await this.it.memory.recallFor(
        tenant,
        dataImport.columns.map(({ header }) => header),
      ),
      columnProfiles: profiles.map((document) => document.profile as ColumnProfile),
      decidedColumns: new Map(
        mappings
          .filter((mapping) => mapping.decided_by !== null)
          .map((mapping) => [mapping.column_index, mapping.status]),
      ),
      approvedMappings: approvedMappings(mappings, targetFields),
      cleansingPlan: null,
      inventory: this.it.inventoryOf(tenant),
      graph: this.it.graphOf(tenant),
    };
  }

  async storeOutput(owner: OutputOwner, output: AgentOutput, session: ClientSession): Promise<void> {
    if (output.columnProfiles) await this.storeProfiles(owner, output.columnProfiles, session);
    if (output.findings) await this.storeFindings(owner, output.findings, session);
    if (output.suggestions) await this.storeSuggestions(owner, output.suggestions, session);
    if (output.graph) await this.it.publishGraph(owner, output.graph, session);
  }

  private async *readRecords(dataImport: DataImportDocument, range?: RowRange): AsyncGenerator<SheetRecord[]> {
    for await (const batch of this.it.rawRecords.readAll(dataImport, range)) {
      yield batch.map((record) => ({ rowNumber: record.row_number, cells: record.cells }));
    }
  }

  private async storeProfiles(
    owner: OutputOwner,
    profiles: readonly ColumnProfile[],
    session: ClientSession,
  ): Promise<void> {
    const documents = profiles.map((profile) => ({
      _id: fieldMappingId(owner.dataImportId, profile.columnIndex),
      client_account_id: owner.tenant.clientAccountId,
      engagement_id: owner.tenant.engagementId,
      data_import_id: owner.dataImportId,
      column_index: profile.columnIndex,
      profile,
    }));
    await this.it.columnProfiles.replaceAll(owner.tenant, documents, session);
  }

  private async storeFindings(
    owner: OutputOwner,
    findings: NonNullable<AgentOutput['findings']>,
    session: ClientSession,
  ): Promise<void> {
    const dataImport = await this.it.dataImports.find(owner.tenant, { _id: owner.dataImportId }, session);
    await this.it.findings.removeAll(owner.tenant, { flow_id: owner.flowId, agent: owner.agent }, session);
    const documents = findings.map((finding, index) => ({
      // Numbered, so that lists keep the agent's order: errors first.
      _id: `${owner.flowId}:${owner.agent}:${String(index).padStart(6, '0')}`,
      client_account_id: owner.tenant.clientAccountId,
      engagement_id: owner.tenant.engagementId,
      flow_id: owner.flowId,
      data_import_id: owner.dataImportId,
      agent: owner.agent,
      severity: finding.severity,
      code: finding.code,
      message: finding.message,
      column_index: finding.columnIndex,
      source_field: finding.columnIndex === null ? null : (dataImport?.columns[finding.columnIndex]?.header ?? null),
      count: finding.count,
      cells: finding.cells.map((cell) => ({ row_number: cell.rowNumber, address: cell.address, value: cell.value })),
    }));
    await this.it.findings.insertAll(documents, session);
  }

  /** Only where nobody decided meanwhile: a person's decision is never overwritten. */
  private async storeSuggestions(
    owner: OutputOwner,
    suggestions: NonNullable<AgentOutput['suggestions']>,
    session: ClientSession,
  ): Promise<void> {
    const now = this.it.clock.now();
    for (const suggestion of suggestions) {
      await this.it.fieldMappings.change(
        owner.tenant,
        { _id: fieldMappingId(owner.dataImportId, suggestion.columnIndex), decided_by: null },
        {
          $set: {
            ...fieldsOfSuggestion(suggestion),
            suggested_by: `${owner.agent} (${ENGINE})`,
            updated_at: now,
          },
        },
        session,
      );
    }
    await this.it.dataImports.change(
      owner.tenant,
      { _id: owner.dataImportId },
      { $inc: { mapping_revision: 1 }, $set: { updated_at: now } },
      session,
    );
  }
}
