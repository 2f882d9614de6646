import { trusted, type ClientSession, type Connection } from 'mongoose';
import type { TargetField } from '#shared/target-fields.ts';
import type { AuditEvent, AuditLog } from '../access/audit-log.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, tenantOf, type Tenant } from '../access/tenant.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import type { DuePhaseQueue } from '../flows/due-phase-queue.ts';
import type { FlowDecisions } from '../flows/flow-decisions.ts';
import type { FlowProgressReader } from '../flows/flow-progress-reader.ts';
import { flowStateConflict } from '../flows/flow-error.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { AppError, notFound } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { inTransaction } from '../platform/database/mongo.ts';
import { assertUnitOf } from './cleansing-choice.ts';
import { fieldsAfter, type ColumnChange } from './column-change.ts';
import type { ColumnValues, ValuesOfColumns } from './column-values.ts';
import { assertNoDoubledTarget } from './mapping-rules.ts';

interface ReviewDependencies {
  connection: Connection;
  dataImports: TenantCollection<DataImportDocument>;
  fieldMappings: TenantCollection<ImportFieldMappingDocument>;
  columnValues: ColumnValues;
  catalogue: ClientCatalogue;
  memory: MappingMemory;
  flowReader: FlowProgressReader;
  flowDecisions: FlowDecisions;
  duePhases: DuePhaseQueue;
  audit: AuditLog;
  clock: Clock;
  log: Logger;
}

/** An act of a person's on the mappings of one import. */
interface ReviewRequest {
  tenant: Tenant;
  dataImportId: string;
  actor: Actor;
  /** The revision of the mappings that the person read; an approval may come without. */
  ifMatch: number | undefined;
}

export interface MappingsOfImport extends ValuesOfColumns {
  mappings: ImportFieldMappingDocument[];
  revision: number;
}

interface ApprovalRequest {
  minimumConfidence?: number | undefined;
  /** `apply`: the inventory is written as soon as it is known; `preview`: it is shown first. */
  inventory: 'apply' | 'preview';
}

/** How many columns an approval takes over and leaves out; rejected ones are left out too. */
interface Counts {
  approved: number;
  rejected: number;
  leftOut: number;
}

/** The analyst's side of the mappings: read them, change single ones, approve once. */
export class MappingReview {
  private readonly deps: ReviewDependencies;

  constructor(dependencies: ReviewDependencies) {
    this.deps = dependencies;
  }

  async list(tenant: Tenant, dataImportId: string): Promise<MappingsOfImport> {
    const dataImport = await this.getImport(tenant, dataImportId);
    return this.withValues(dataImport, await this.read(tenant, dataImportId), dataImport.mapping_revision);
  }

  /**
   * Stores all changes, or none.
   *
   * @throws AppError precondition_required or precondition_failed for the revision; not_found for an id; invalid_request
   *   for an unknown target field; flow_state_conflict once the mappings were approved
   */
  async change(request: ReviewRequest, changes: readonly ColumnChange[]): Promise<MappingsOfImport> {
    if (request.ifMatch === undefined) {
      throw new AppError(
        'precondition_required',
        'Send If-Match with the revision of the mappings you read, so that nobody overwrites another person.',
      );
    }
    assertKnownFields(changes, await this.deps.catalogue.activeFields(request.tenant));
    const { dataImport, mappings, revision } = await inTransaction(this.deps.connection, async (session) => {
      const dataImport = await this.getImport(request.tenant, request.dataImportId, session);
      await this.assertOpen(request.tenant, dataImport);
      const revision = await this.raiseRevision(request, session);
      const mappings = await this.read(request.tenant, request.dataImportId, session);
      const before = new Map(mappings.map((mapping) => [mapping._id, mapping]));
      for (const change of changes) {
        const mapping = before.get(change.id);
        if (mapping === undefined) throw notFound('field mapping');
        await this.changeOne(request, { change, before: mapping }, session);
      }
      await this.deps.audit.record(changeEvent(request, { changes: changes.length, revision }), session);
      return { dataImport, mappings: await this.read(request.tenant, request.dataImportId, session), revision };
    });
    return this.withValues(dataImport, mappings, revision);
  }

  /**
   * Approves the open suggestions at or above `minimumConfidence`, or all without one, and lets the flow go on.
   *
   * @throws AppError flow_state_conflict when the flow does not wait for it; mapping_conflict for doubled target fields
   */
  async approve(request: ReviewRequest, approval: ApprovalRequest): Promise<FlowDocument> {
    const flow = await this.decide(request, approval);
    const { tenant, dataImportId: data_import_id } = request;
    this.deps.log.info({ ...ownedBy(tenant), data_import_id, flow_id: flow._id }, 'the mappings were approved');
    await this.deps.duePhases.scheduleCommitted(request.tenant, flow._id);
    return flow;
  }

  private decide(request: ReviewRequest, { minimumConfidence, inventory }: ApprovalRequest): Promise<FlowDocument> {
    const { tenant, dataImportId, actor } = request;
    return inTransaction(this.deps.connection, async (session) => {
      const { flow_id } = await this.getImport(tenant, dataImportId, session);
      await this.raiseRevision(request, session);
      await this.approveSuggested(request, minimumConfidence ?? 0, session);
      const mappings = await this.read(tenant, dataImportId, session);
      assertNoDoubledTarget(mappings, await this.deps.catalogue.activeFields(tenant, session));
      await this.deps.columnValues.approve(request, mappings, session);
      const learned = await this.learn(request, mappings, session);
      const approval = { ...countApproval(mappings), by: actor.name, inventory };
      const flow = await this.deps.flowDecisions.markApproved(tenant, flow_id, approval, session);
      await this.deps.audit.record(approvalEvent(request, { ...approval, learned }), session);
      return flow;
    });
  }

  private async approveSuggested(
    { tenant, dataImportId, actor }: ReviewRequest,
    minimumConfidence: number,
    session: ClientSession,
  ): Promise<void> {
    const now = this.deps.clock.now();
    const sureEnough = {
      data_import_id: dataImportId,
      status: 'suggested',
      target_field: trusted({ $ne: null }),
      confidence_score: trusted({ $gte: minimumConfidence }),
    } as const;
    const approved = {
      status: 'approved',
      decided_by: actor.name,
      decided_at: now,
      decided_in_bulk: true,
      updated_at: now,
    } as const;
    await this.deps.fieldMappings.changeAll(tenant, sureEnough, { $set: approved }, session);
  }

  /** Learns the answers of people; the proposals that an approval takes over are not in `mappings` yet. */
  private async learn(
    { tenant, actor }: ReviewRequest,
    mappings: readonly ImportFieldMappingDocument[],
    session: ClientSession,
  ): Promise<number> {
    const profiles = await this.deps.columnValues.profilesOf(tenant, mappings, session);
    const decided = mappings.map((mapping) => ({ mapping, profile: profiles.get(mapping.column_index) }));
    return this.deps.memory.learn(tenant, decided, actor.name, session);
  }

  private async withValues(
    dataImport: DataImportDocument,
    mappings: ImportFieldMappingDocument[],
    revision: number,
  ): Promise<MappingsOfImport> {
    const workbook = { dateSystem: dataImport.date_system ?? '1900', sheetName: dataImport.sheet_name };
    const values = await this.deps.columnValues.valuesOf(tenantOf(dataImport), mappings, workbook);
    return { mappings, revision, ...values };
  }

  private async changeOne(
    { tenant, dataImportId, actor }: ReviewRequest,
    { change, before }: { change: ColumnChange; before: ImportFieldMappingDocument },
    session: ClientSession,
  ): Promise<void> {
    const by = { actor: actor.name, at: this.deps.clock.now() };
    const changed = await this.deps.fieldMappings.change(
      tenant,
      { _id: change.id, data_import_id: dataImportId },
      { $set: fieldsAfter(change, before, by) },
      session,
    );
    if (changed === null) throw notFound('field mapping');
    assertUnitOf(changed.target_field, change.cleansing);
    if (changed.status === 'approved' && changed.target_field === null) {
      throw new AppError(
        'invalid_request',
        `"${changed.source_field}" has no target field to approve. Name one, or reject it.`,
      );
    }
  }

  private async raiseRevision(request: ReviewRequest, session: ClientSession): Promise<number> {
    const expected = request.ifMatch === undefined ? {} : { mapping_revision: request.ifMatch };
    const raised = await this.deps.dataImports.change(
      request.tenant,
      { _id: request.dataImportId, ...expected },
      { $inc: { mapping_revision: 1 }, $set: { updated_at: this.deps.clock.now() } },
      session,
    );
    if (raised === null)
      throw new AppError(
        'precondition_failed',
        'The mappings were changed since you read them. Read them again and repeat your change.',
      );
    return raised.mapping_revision;
  }

  private async assertOpen(tenant: Tenant, dataImport: DataImportDocument): Promise<void> {
    const flow = await this.deps.flowReader.getFlow(tenant, dataImport.flow_id);
    if (flow.is_open && flow.approved_at === null) return;
    const why = flow.is_open ? 'The mappings were approved' : `The flow of this import is ${flow.status}`;
    throw flowStateConflict(`${why}; the mappings can no longer be changed.`);
  }

  private read(tenant: Tenant, dataImportId: string, session?: ClientSession): Promise<ImportFieldMappingDocument[]> {
    return this.deps.fieldMappings.list(tenant, { data_import_id: dataImportId }, { column_index: 1 }, session);
  }

  private getImport(tenant: Tenant, dataImportId: string, session?: ClientSession): Promise<DataImportDocument> {
    return this.deps.dataImports.get(tenant, { _id: dataImportId }, 'import', session);
  }
}

function countApproval(mappings: readonly ImportFieldMappingDocument[]): Counts {
  const isApproved = ({ status, target_field }: ImportFieldMappingDocument) =>
    status === 'approved' && target_field !== null;
  const approved = mappings.filter(isApproved).length;
  const rejected = mappings.filter(({ status }) => status === 'rejected').length;
  return { approved, rejected, leftOut: mappings.length - approved };
}

function approvalEvent(
  { tenant, dataImportId, actor }: ReviewRequest,
  { approved, rejected, leftOut, learned }: Counts & { learned: number },
): AuditEvent {
  const details = { approved, rejected, left_out: leftOut, learned };
  return { actor, action: 'field_mappings.approve', subject: dataImportId, tenant, details };
}

function changeEvent(
  { tenant, dataImportId, actor }: ReviewRequest,
  details: { changes: number; revision: number },
): AuditEvent {
  return { actor, action: 'field_mappings.change', subject: dataImportId, tenant, details };
}

function assertKnownFields(changes: readonly ColumnChange[], fields: readonly TargetField[]): void {
  const names = new Set(fields.map(({ name }) => name));
  const problems = changes
    .filter((change) => typeof change.target_field === 'string' && !names.has(change.target_field))
    .map((change) => ({
      code: 'unknown_target_field',
      field: change.id,
      row: null,
      column: null,
      message: `"${change.target_field}" is no target field; GET /target-fields lists them.`,
    }));
  if (problems.length > 0)
    throw new AppError('invalid_request', 'Some target fields do not exist; nothing was changed.', {
      problems,
      problems_total: problems.length,
    });
}
