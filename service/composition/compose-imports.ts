import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import { FlowTriggerService } from '../flows/flow-trigger-service.ts';
import { IdempotencyRecords } from '../imports/idempotency-records.ts';
import { ImportReader } from '../imports/import-reader.ts';
import { ImportStorageHandler } from '../imports/import-storage-handler.ts';
import { ImportStorageManager } from '../imports/import-storage-manager.ts';
import { ImportTransactionManager } from '../imports/import-transaction-manager.ts';
import { ImportValidator } from '../imports/import-validator.ts';
import { MappingReview } from '../review/mapping-review.ts';
import type { RawRecords } from '../imports/raw-records.ts';
import { ColumnValues } from '../review/column-values.ts';
import { WithdrawnSweeper } from '../imports/withdrawn-sweeper.ts';
import { InFlightLimit } from '../platform/in-flight-limit.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { Flows } from './compose-flows.ts';
import { composeUploads } from './compose-uploads.ts';
import type { Foundation } from './foundation.ts';

/** Imports of one large request, 8 MB each, that a process receives at once, and that it parses and stores at once. */
const LARGE_AT_ONCE = 8;
const LARGE_WORKED_ON = 2;

export type Imports = ReturnType<typeof composeImports>;

/** Storing an import, in one request or by upload, reading it back and reviewing its mappings. */
export function composeImports(
  foundation: Foundation,
  base: { rawRecords: RawRecords; catalogue: ClientCatalogue; memory: MappingMemory; flows: Flows },
) {
  const { config, connection, models, collections, access, clock, log } = foundation;
  const { rawRecords, catalogue, memory, flows } = base;
  const { dataImports, fieldMappings, columnProfiles } = collections;
  const validator = new ImportValidator(collections.flows);
  const uploads = composeUploads(config, {
    connection,
    models,
    uploadSessions: collections.uploadSessions,
    rawRecords,
    validator,
    engagements: access.engagements,
    clock,
    log,
  });
  return {
    uploads,
    withdrawnSweeper: new WithdrawnSweeper({
      connection,
      models,
      dataImports,
      columnProfiles,
      fieldMappings,
      rawRecords,
      audit: access.audit,
      clock,
      log,
      retentionDays: config.WITHDRAWN_RETENTION_DAYS,
    }),
    largeAtOnce: new InFlightLimit(LARGE_AT_ONCE, LARGE_WORKED_ON),
    importReader: new ImportReader(dataImports),
    storageHandler: new ImportStorageHandler({
      validator,
      transactions: new ImportTransactionManager(connection, log),
      storage: new ImportStorageManager({
        dataImports,
        fieldMappings,
        rawRecords,
        uploads: uploads.sessions,
        catalogue,
        memory,
        clock,
      }),
      flowTrigger: new FlowTriggerService(flows.orchestrator),
      duePhases: flows.duePhases,
      engagements: access.engagements,
      idempotency: new IdempotencyRecords(collections.idempotencyRecords, clock),
      publication: uploads.publication,
      activeUploads: uploads.active,
      audit: access.audit,
      log,
    }),
    mappingReview: new MappingReview({
      connection,
      dataImports,
      fieldMappings,
      columnValues: new ColumnValues({ fieldMappings, columnProfiles, catalogue, clock }),
      catalogue,
      memory,
      flowReader: flows.flowReader,
      flowDecisions: flows.flowDecisions,
      duePhases: flows.duePhases,
      audit: access.audit,
      log,
      clock,
    }),
  };
}
