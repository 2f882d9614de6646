import { trusted, type ClientSession } from 'mongoose';
import type { AgentOutput } from '../agents/agent.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy } from '../access/tenant.ts';
import type { AssessmentStore } from '../assets/assessment-store.ts';
import type { GraphStore } from '../assets/graph-store.ts';
import type { RepeatedQuestions } from '../assets/repeated-questions.ts';
import type { CleansingPlan } from '../cleansing/cleansing-plan.ts';
import type { OutputOwner } from '../flows/agent-workspace.ts';
import { ENGINE } from '../mapping/mapping-engine.ts';
import type { LearnedFromImport } from '../memory/learned-from-import.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import { fieldsOfSuggestion } from '../memory/stored-suggestion.ts';
import { answersWith, byId, rememberedValues } from '../memory/suggestion-fields.ts';
import type { CleansingPlanDocument } from '../models/cleansing-plan.model.ts';
import type { ColumnProfileDocument } from '../models/column-profile.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import { fieldMappingId, type ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { Clock } from '../platform/clock.ts';

interface AgentOutputsDependencies {
  dataImports: TenantCollection<DataImportDocument>;
  fieldMappings: TenantCollection<ImportFieldMappingDocument>;
  columnProfiles: TenantCollection<ColumnProfileDocument>;
  cleansingPlans: TenantCollection<CleansingPlanDocument>;
  findings: TenantCollection<FindingDocument>;
  memory: MappingMemory;
  learned: LearnedFromImport;
  graphStore: GraphStore;
  assessmentStore: AssessmentStore;
  repeatedQuestions: RepeatedQuestions;
  clock: Clock;
}

/** The documents that agents' output becomes. */
export class AgentOutputs {
  private readonly deps: AgentOutputsDependencies;

  constructor(dependencies: AgentOutputsDependencies) {
    this.deps = dependencies;
  }

  async store(owner: OutputOwner, output: AgentOutput, session: ClientSession): Promise<void> {
    if (output.columnProfiles) await this.storeProfiles(owner, output, session);
    // What is derived anew without a withdrawn import is no finding of that import.
    if (output.findings && owner.flow.withdrawal === null) await this.storeFindings(owner, output.findings, session);
    if (output.settles) await this.settleFindings(owner, output.settles, session);
    if (output.suggestions) await this.storeSuggestions(owner, output, session);
    const publisher = { tenant: owner.tenant, flowId: owner.flow._id, dataImportId: owner.flow.data_import_id };
    if (output.assessments) await this.deps.assessmentStore.publish(publisher, output.assessments, session);
    if (output.graph) await this.deps.graphStore.publish(publisher, output.graph, session);
    if (output.cleansingPlan) await this.storePlan(owner, output.cleansingPlan, session);
    if (output.writesInventory) await this.deps.repeatedQuestions.close(owner.tenant, owner.flow, session);
    if (output.withdrawsImport) await this.withdrawImport(owner, session);
  }

  /** Findings go, and on request the memory learned from it; import and raw records stay, marked as withdrawn. */
  private async withdrawImport({ tenant, flow }: OutputOwner, session: ClientSession): Promise<void> {
    const { withdrawal, data_import_id: dataImportId } = flow;
    await this.deps.findings.removeAll(tenant, { flow_id: flow._id }, session);
    await this.deps.repeatedQuestions.openAll(tenant, flow, session);
    if (withdrawal?.forget_mappings) await this.deps.learned.forget(tenant, dataImportId, session);
    const now = this.deps.clock.now();
    await this.deps.dataImports.change(
      tenant,
      { _id: dataImportId },
      { $set: { withdrawn_at: now, withdrawn_by: withdrawal?.requested_by ?? null, updated_at: now } },
      session,
    );
  }

  private async storeProfiles(
    owner: OutputOwner,
    { columnProfiles = [], columnEvidence = [] }: AgentOutput,
    session: ClientSession,
  ): Promise<void> {
    const documents = columnProfiles.map((profile) => ({
      _id: fieldMappingId(owner.flow.data_import_id, profile.columnIndex),
      ...ownedBy(owner.tenant),
      data_import_id: owner.flow.data_import_id,
      column_index: profile.columnIndex,
      profile,
      evidence: columnEvidence.find(({ columnIndex }) => columnIndex === profile.columnIndex) ?? null,
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
