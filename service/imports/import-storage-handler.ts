import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoreImportResponse } from '#shared/schemas/import.schema.ts';
import { countOf } from '#shared/format.ts';
import type { AuditEvent, AuditLog } from '../access/audit-log.ts';
import type { EngagementRegister } from '../access/engagement-register.ts';
import { actorOf } from '../access/principal.ts';
import { ownedBy } from '../access/tenant.ts';
import type { DuePhaseQueue } from '../flows/due-phase-queue.ts';
import type { FlowTriggerService } from '../flows/flow-trigger-service.ts';
import type { Logger } from '../platform/logger.ts';
import type { IdempotencyRecords } from './idempotency-records.ts';
import { SUGGESTION_ROWS, type ImportDocuments, type ImportStorageManager } from './import-storage-manager.ts';
import type { ImportTransactionManager } from './import-transaction-manager.ts';
import type { ImportValidator, StoreAttempt, ValidAttempt, ValidImport } from './import-validator.ts';
import type { ActiveUploads } from './uploads/active-uploads.ts';
import type { UploadPublication } from './uploads/upload-publication.ts';

interface HandlerDependencies {
  validator: ImportValidator;
  transactions: ImportTransactionManager;
  storage: ImportStorageManager;
  flowTrigger: FlowTriggerService;
  duePhases: DuePhaseQueue;
  engagements: EngagementRegister;
  idempotency: IdempotencyRecords;
  publication: UploadPublication;
  activeUploads: ActiveUploads;
  audit: AuditLog;
  log: Logger;
}

/** The story of one import, in order; each step is told by the class that knows it. */
export class ImportStorageHandler {
  private readonly deps: HandlerDependencies;

  constructor(dependencies: HandlerDependencies) {
    this.deps = dependencies;
  }

  /** Stores a sheet with its mappings and its flow, or nothing of it. The same key gets the same answer. */
  async storeImport(attempt: StoreAttempt): Promise<StoreImportResponse> {
    if (attempt.request.upload_id !== undefined) return this.publishUpload(attempt, attempt.request.upload_id);
    const valid = this.deps.validator.validate(attempt);
    return this.storeValid(valid);
  }

  /**
   * Makes the rows of an upload an import. Its key is looked up first: once it is published, the session would refuse the
   * very attempt that published it.
   */
  private async publishUpload(attempt: StoreAttempt, uploadId: string): Promise<StoreImportResponse> {
    const valid = this.deps.validator.validateAttempt(attempt);
    const earlier = await this.deps.idempotency.findAnswer(valid);
    if (earlier !== null) {
      this.deps.activeUploads.end(uploadId);
      void this.startInBackground(valid, earlier.flow_id);
      return earlier;
    }
    const answer = await this.storeValid(await this.deps.publication.prepare(valid, uploadId, SUGGESTION_ROWS));
    this.deps.activeUploads.end(uploadId);
    return answer;
  }

  private async storeValid(valid: ValidImport): Promise<StoreImportResponse> {
    const documents = await this.deps.storage.prepare(valid);
    const answer = await this.storeOnce(valid, documents);
    const { _id: data_import_id, flow_id, total_records: rows } = documents.dataImport;
    // The same key may have stored it before.
    if (answer.flow_id === flow_id)
      this.deps.log.info({ ...ownedBy(valid.tenant), data_import_id, flow_id, rows }, 'an import was stored');
    void this.startInBackground(valid, answer.flow_id);
    return answer;
  }

  /** A lost race ends in a doubled key; the next try then finds the winner's answer or its open flow. */
  private storeOnce(valid: ValidImport, documents: ImportDocuments): Promise<StoreImportResponse> {
    return this.deps.transactions.run(async (session) => {
      const earlier = await this.deps.idempotency.findAnswer(valid, session);
      if (earlier !== null) return earlier;
      await this.deps.validator.assertNoOpenFlow(valid.tenant, session);
      await this.deps.engagements.admit(valid.tenant, valid.principal, session);
      await this.deps.storage.store(documents, valid, session);
      await this.deps.flowTrigger.startFlow(flowSubject(valid, documents), session);
      await this.deps.storage.markDiscoveryInitiated(documents, session);
      await this.deps.audit.record(storedEvent(valid, documents), session);
      const answer = await buildAnswer(documents);
      await this.deps.idempotency.remember(valid, answer, session);
      return answer;
    });
  }

  /** After the commit and the answer, and not waited for. */
  private async startInBackground(valid: ValidAttempt, flowId: string): Promise<void> {
    await nextTurn();
    await this.deps.duePhases.scheduleCommitted(valid.tenant, flowId);
  }
}

function storedEvent({ principal, tenant }: ValidImport, { dataImport }: ImportDocuments): AuditEvent {
  const { _id: subject, flow_id, filename, sheet_name: sheet, total_records: records } = dataImport;
  const details = { file: filename, sheet, records, flow_id };
  return { actor: actorOf(principal), action: 'import.store', subject, tenant, details };
}

function flowSubject(valid: ValidImport, { dataImport }: ImportDocuments) {
  return {
    flowId: dataImport.flow_id,
    tenant: valid.tenant,
    dataImportId: dataImport._id,
    filename: dataImport.filename,
    sheetName: dataImport.sheet_name,
    totalRecords: dataImport.total_records,
    createdBy: dataImport.imported_by,
  };
}

async function buildAnswer({ dataImport, fieldMappings }: ImportDocuments): Promise<StoreImportResponse> {
  const mappings = (await fieldMappings()).length;
  return {
    success: true,
    data_import_id: dataImport._id,
    flow_id: dataImport.flow_id,
    status: 'discovery_initiated',
    records_stored: dataImport.total_records,
    field_mappings_count: mappings,
    message: `Stored ${countOf(dataImport.total_records, 'record')} with ${countOf(mappings, 'suggested mapping')} and started discovery.`,
  };
}
