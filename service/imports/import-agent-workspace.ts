import { trusted, type ClientSession } from 'mongoose';
import type { Adviser } from '../adviser/adviser.ts';
import type { AgentInput, AgentOutput, RowRange, SheetRecord } from '../agents/agent.ts';
import type { AgentAssessments, AgentGraph, AgentInventory, InventoryDesk } from '../agents/agent-ports.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { AgentWorkspace, OutputOwner } from '../flows/agent-workspace.ts';
import { ENGINE } from '../mapping/mapping-engine.ts';
import { fieldMappingId, type ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { CleansingPlan } from '../cleansing/cleansing-plan.ts';
import type { CleansingPlanDocument } from '../models/cleansing-plan.model.ts';
import type { ColumnProfileDocument } from '../models/column-profile.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import type { LearnedFromImport } from '../memory/learned-from-import.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { RawRecords } from './raw-records.ts';
import { approvedMappings } from '../review/approved-mappings.ts';
import { fieldsOfSuggestion } from '../memory/stored-suggestion.ts';
import { answersWith, byId, rememberedValues } from '../review/suggestion-fields.ts';

interface WorkspaceDependencies {
  dataImports: TenantCollection<DataImportDocument>;
  rawRecords: RawRecords;
  fieldMappings: TenantCollection<ImportFieldMappingDocument>;
  columnProfiles: TenantCollection<ColumnProfileDocument>;
  cleansingPlans: TenantCollection<CleansingPlanDocument>;
  findings: TenantCollection<FindingDocument>;
  catalogue: ClientCatalogue;
  memory: MappingMemory;
  learned: LearnedFromImport;
  inventoryOf(tenant: Tenant): AgentInventory;
  inventoryDeskOf(tenant: Tenant, dataImportId: string): InventoryDesk;
  graphOf(tenant: Tenant): AgentGraph;
  assessmentStore: {
    stagingFor(tenant: Tenant, dataImportId: string): AgentAssessments;
    publish(
      owner: { tenant: Tenant; flowId: string; dataImportId: string },
      assessments: NonNullable<AgentOutput['assessments']>,
      session: ClientSession,
    ): Promise<void>;
  };
  adviser: Adviser | null;
  publishGraph(
    owner: { tenant: Tenant; flowId: string },
    graph: NonNullable<AgentOutput['graph']>,
    session: ClientSession,
  ): Promise<void>;
  clock: Clock;
}

/** The input of agents from an import, and the documents their output becomes. */
export class ImportAgentWorkspace implements AgentWorkspace {
  private readonly deps: WorkspaceDependencies;

  constructor(dependencies: WorkspaceDependencies) {
    this.deps = dependencies;
  }

  async openInput(tenant: Tenant, flow: FlowDocument): Promise<AgentInput | null> {
    const dataImportId = flow.data_import_id;
    const dataImport = await this.deps.dataImports.find(tenant, { _id: dataImportId });
    if (dataImport === null) return null;
    const byColumn = { column_index: 1 } as const;
    const profiles = await this.deps.columnProfiles.list(tenant, { data_import_id: dataImportId }, byColumn);
    const mappings = await this.deps.fieldMappings.list(tenant, { data_import_id: dataImportId }, byColumn);
    const targetFields = await this.deps.catalogue.activeFields(tenant);
    const cleansing = await this.deps.cleansingPlans.find(tenant, { _id: dataImportId });
    return {
      facts: {
        dataImportId: dataImport._id,
        importedAt: dataImport.created_at,
        assessedAt: assessedAt(flow) ?? dataImport.created_at,
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
      memory: await this.deps.memory.recallFor(
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
      cleansingPlan: (cleansing?.plan as CleansingPlan | undefined) ?? null,
      inventory: this.deps.inventoryOf(tenant),
      inventoryDesk: this.deps.inventoryDeskOf(tenant, dataImportId),
      inventoryDecision: flow.inventory_decision ?? 'apply',
      graph: this.deps.graphOf(tenant),
      assessments: this.deps.assessmentStore.stagingFor(tenant, dataImportId),
      adviser: this.deps.adviser,
    };
  }

  async storeOutput(owner: OutputOwner, output: AgentOutput, session: ClientSession): Promise<void> {
    if (output.columnProfiles) await this.storeProfiles(owner, output.columnProfiles, session);
    // What is derived anew without a withdrawn import is no finding of that import.
    if (output.findings && owner.flow.withdrawal === null) await this.storeFindings(owner, output.findings, session);
    if (output.settles) await this.settleFindings(owner, output.settles, session);
    if (output.suggestions) await this.storeSuggestions(owner, output, session);
    const publisher = { tenant: owner.tenant, flowId: owner.flow._id, dataImportId: owner.flow.data_import_id };
    if (output.assessments) await this.deps.assessmentStore.publish(publisher, output.assessments, session);
    if (output.graph) await this.deps.publishGraph(publisher, output.graph, session);
    if (output.cleansingPlan) await this.storePlan(owner, output.cleansingPlan, session);
    if (output.withdrawsImport) await this.withdrawImport(owner, session);
  }

  /** Findings go, and on request the memory learned from it; import and raw records stay, marked as withdrawn. */
  private async withdrawImport({ tenant, flow }: OutputOwner, session: ClientSession): Promise<void> {
    const { withdrawal, data_import_id: dataImportId } = flow;
    await this.deps.findings.removeAll(tenant, { flow_id: flow._id }, session);
    if (withdrawal?.forget_mappings) await this.deps.learned.forget(tenant, dataImportId, session);
    const now = this.deps.clock.now();
    await this.deps.dataImports.change(
      tenant,
      { _id: dataImportId },
      { $set: { withdrawn_at: now, withdrawn_by: withdrawal?.requested_by ?? null, updated_at: now } },
      session,
    );
  }

  private async *readRecords(dataImport: DataImportDocument, range?: RowRange): AsyncGenerator<SheetRecord[]> {
    for await (const batch of this.deps.rawRecords.readAll(dataImport, range)) {
      yield batch.map((record) => ({ rowNumber: record.row_number, cells: record.cells }));
    }
  }

  private async storeProfiles(
    owner: OutputOwner,
    profiles: readonly ColumnProfile[],
    session: ClientSession,
  ): Promise<void> {
    const documents = profiles.map((profile) => ({
      _id: fieldMappingId(owner.flow.data_import_id, profile.columnIndex),
      ...ownedBy(owner.tenant),
      data_import_id: owner.flow.data_import_id,
      column_index: profile.columnIndex,
      profile,
    }));
    await this.deps.columnProfiles.replaceAll(owner.tenant, documents, session);
    await this.raiseMappingRevision(owner, session);
  }

  private async storePlan(owner: OutputOwner, plan: CleansingPlan, session: ClientSession): Promise<void> {
    const document = {
      _id: owner.flow.data_import_id,
      ...ownedBy(owner.tenant),
      plan,
      created_at: this.deps.clock.now(),
    };
    await this.deps.cleansingPlans.replaceAll(owner.tenant, [document], session);
  }

  private async storeFindings(
    owner: OutputOwner,
    findings: NonNullable<AgentOutput['findings']>,
    session: ClientSession,
  ): Promise<void> {
    const dataImport = await this.deps.dataImports.find(owner.tenant, { _id: owner.flow.data_import_id }, session);
    await this.deps.findings.removeAll(owner.tenant, { flow_id: owner.flow._id, agent: owner.agent }, session);
    const documents = findings.map((finding, index) => ({
      // Numbered, so that lists keep the agent's order: errors first.
      _id: `${owner.flow._id}:${owner.agent}:${String(index).padStart(6, '0')}`,
      ...ownedBy(owner.tenant),
      flow_id: owner.flow._id,
      data_import_id: owner.flow.data_import_id,
      agent: owner.agent,
      severity: finding.severity,
      code: finding.code,
      message: finding.message,
      column_index: finding.columnIndex,
      source_field: finding.columnIndex === null ? null : (dataImport?.columns[finding.columnIndex]?.header ?? null),
      count: finding.count,
      cells: finding.cells.map((cell) => ({ row_number: cell.rowNumber, address: cell.address, value: cell.value })),
    }));
    await this.deps.findings.insertAll(documents, session);
  }

  private async settleFindings(
    { tenant, flow, agent }: OutputOwner,
    { codes, columns }: NonNullable<AgentOutput['settles']>,
    session: ClientSession,
  ): Promise<void> {
    const filter = {
      flow_id: flow._id,
      agent: trusted({ $ne: agent }),
      code: trusted({ $in: [...codes] }),
      column_index: trusted({ $in: [...columns] }),
    };
    await this.deps.findings.removeAll(tenant, filter, session);
  }

  /** Only columns without a decision meanwhile: a person's decision is never overwritten. */
  private async storeSuggestions(
    owner: OutputOwner,
    { suggestions = [], advised }: AgentOutput,
    session: ClientSession,
  ): Promise<void> {
    const advisedColumns = new Set(advised?.columns);
    const now = this.deps.clock.now();
    const headers = suggestions.map(({ sourceField }) => sourceField);
    const memory = byId(await this.deps.memory.recallFor(owner.tenant, headers));
    const stored = await this.deps.fieldMappings.list(
      owner.tenant,
      { data_import_id: owner.flow.data_import_id },
      { column_index: 1 },
      session,
    );
    const before = new Map(stored.map((mapping) => [mapping.column_index, mapping]));
    const changes = suggestions.flatMap((suggestion) => {
      const mapping = before.get(suggestion.columnIndex);
      if (mapping === undefined) return [];
      const isAdvised = advisedColumns.has(suggestion.columnIndex);
      const suggested = {
        ...fieldsOfSuggestion(suggestion),
        answers: answersWith(suggestion, mapping, memory),
        remembered_values: rememberedValues(suggestion, memory),
        suggested_by: `${owner.agent} (${ENGINE})${isAdvised ? `, ${advised?.by}` : ''}`,
        updated_at: now,
      };
      return [{ filter: { _id: mapping._id, decided_by: null }, update: { $set: suggested } }];
    });
    await this.deps.fieldMappings.changeEach(owner.tenant, changes, session);
    await this.raiseMappingRevision(owner, session);
  }

  /** Mappings are answered with the measures of their columns: both make another answer. */
  private async raiseMappingRevision({ tenant, flow }: OutputOwner, session: ClientSession): Promise<void> {
    await this.deps.dataImports.change(
      tenant,
      { _id: flow.data_import_id },
      { $inc: { mapping_revision: 1 }, $set: { updated_at: this.deps.clock.now() } },
      session,
    );
  }
}

/** Of a flow that opened again: when that was asked for. A repeated run says the same. */
function assessedAt({ withdrawal, rebuild }: FlowDocument): Date | undefined {
  return withdrawal?.requested_at ?? rebuild?.requested_at;
}
