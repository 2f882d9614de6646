import { hostname } from 'node:os';
import type { Express } from 'express';
import type { Db } from 'mongodb';
import type { Connection, Model } from 'mongoose';
import { ApiKeys } from './access/api-keys.ts';
import { AuditLog } from './access/audit-log.ts';
import { EngagementRegister } from './access/engagement-register.ts';
import { TenantCollection } from './access/tenant-collection.ts';
import { agentFor } from './agents/agent-registry.ts';
import { createApp } from './app.ts';
import { AssetStore } from './assets/asset-store.ts';
import { ExportDesk } from './assets/export-desk.ts';
import { GraphEdges } from './assets/graph-edges.ts';
import { GraphReader } from './assets/graph-reader.ts';
import { GraphStore } from './assets/graph-store.ts';
import { ClientCatalogue } from './catalogue/client-catalogue.ts';
import type { Config } from './config.ts';
import { BackgroundExecutionService } from './flows/background-execution-service.ts';
import { FlowChangeFeed } from './flows/flow-change-feed.ts';
import { FlowControl } from './flows/flow-control.ts';
import { FlowProgressReader } from './flows/flow-progress-reader.ts';
import { FlowSweeper } from './flows/flow-sweeper.ts';
import { FlowTriggerService } from './flows/flow-trigger-service.ts';
import { MasterFlowOrchestrator } from './flows/master-flow-orchestrator.ts';
import { createRouteMaker } from './http/handle-endpoint.ts';
import { buildOpenApi } from './http/openapi.ts';
import { accessRoutes } from './http/routes/access.routes.ts';
import { catalogueRoutes } from './http/routes/catalogue.routes.ts';
import { flowRoutes } from './http/routes/flow.routes.ts';
import { graphRoutes } from './http/routes/graph.routes.ts';
import { importRoutes } from './http/routes/import.routes.ts';
import { uploadRoutes } from './http/routes/upload.routes.ts';
import { webPages } from './http/web-pages.ts';
import { IdempotencyRecords } from './imports/idempotency-records.ts';
import { ImportAgentWorkspace } from './imports/import-agent-workspace.ts';
import { ImportReader } from './imports/import-reader.ts';
import { ImportStorageHandler } from './imports/import-storage-handler.ts';
import { ImportStorageManager } from './imports/import-storage-manager.ts';
import { ImportTransactionManager } from './imports/import-transaction-manager.ts';
import { ImportValidator } from './imports/import-validator.ts';
import { MappingReview } from './imports/mapping-review.ts';
import { RawRecords } from './imports/raw-records.ts';
import { ValueReviews } from './imports/value-reviews.ts';
import { ActiveUploads } from './imports/uploads/active-uploads.ts';
import { ChunkClaims } from './imports/uploads/chunk-claims.ts';
import { ChunkStore } from './imports/uploads/chunk-store.ts';
import { UploadDesk } from './imports/uploads/upload-desk.ts';
import { UploadPublication } from './imports/uploads/upload-publication.ts';
import { UploadSessions } from './imports/uploads/upload-sessions.ts';
import { UploadSweeper } from './imports/uploads/upload-sweeper.ts';
import { AgendaJobQueue } from './jobs/agenda-job-queue.ts';
import { MappingMemory } from './memory/mapping-memory.ts';
import { createModels, type Models } from './models/models.ts';
import { AGENDA_COLLECTION, createAgenda } from './platform/agenda.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { InFlightLimit } from './platform/in-flight-limit.ts';
import type { Logger } from './platform/logger.ts';
import { createCollections, isDatabaseAway, isWritable } from './platform/mongo.ts';

/** Chunks parsed and written at once: with one the database waits for the next, with three the loop gets no faster. */
const CHUNKS_WORKED_ON = 2;

export interface Service {
  app: Express;
  /** The random first admin key, to be printed once; null when there is none to print. */
  firstKey: string | null;
  /** Begins to answer long polls and, as a worker, to run agents. */
  start(): Promise<void>;
  /** Ends both; running agents get their grace. The connection stays with its owner. */
  stop(): Promise<void>;
}

export interface Surroundings {
  connection: Connection;
  log: Logger;
  /** Folder with package.json. */
  root: string;
  version: string;
  agentFor?: typeof agentFor;
  /** Checks every answer against its schema; on in tests, off where speed counts. */
  checkAnswers?: boolean;
}

/** Builds the service: the only place that says `new`. Creates collections, indexes and the first key; opens no port. */
export async function composeService(config: Config, surroundings: Surroundings): Promise<Service> {
  const { connection, log } = surroundings;
  const clock = systemClock;
  const models = createModels(connection);
  await createCollections(Object.values(models) as Model<never>[]);
  const access = composeAccess(models, clock);
  const collections = composeCollections(models);
  const leaseMs = config.LEASE_SECONDS * 1_000;
  const isWorker = config.ROLE !== 'web';
  const worker = `${hostname()}:${process.pid}`;

  const db = connection.db as unknown as Db;
  const agenda = createAgenda({ db, name: worker, lockMs: leaseMs, concurrency: config.WORKER_CONCURRENCY, isWorker });
  const queue = new AgendaJobQueue({ agenda, jobs: db.collection(AGENDA_COLLECTION), log });
  await queue.prepare();

  const orchestrator = new MasterFlowOrchestrator({
    flows: collections.flows,
    clock,
    maxAttempts: config.MAX_ATTEMPTS,
  });
  const catalogue = new ClientCatalogue({ connection, ...collections, audit: access.audit, clock });
  const memory = new MappingMemory({ connection, ...collections, audit: access.audit, clock });
  const rawRecords = new RawRecords(models.rawImportRecords, collections.dataImports);
  const assets = new AssetStore(collections.assets);
  const graph = composeGraph(models, collections, catalogue, clock);
  const workspace = new ImportAgentWorkspace({
    ...collections,
    rawRecords,
    catalogue,
    memory,
    inventoryOf: (tenant) => assets.inventoryOf(tenant),
    graphOf: (tenant) => graph.store.graphOf(tenant),
    publishGraph: (owner, output, session) => graph.store.publish(owner, output, session),
    clock,
  });
  const background = new BackgroundExecutionService({
    connection,
    ...collections,
    orchestrator,
    workspace,
    queue,
    clock,
    log,
    worker,
    leaseMs,
    agentFor: surroundings.agentFor ?? agentFor,
  });
  const sweeper = new FlowSweeper({ flows: models.flows, background, clock, log });
  const feed = new FlowChangeFeed(models.flows, log);
  const flowReader = new FlowProgressReader({ ...collections, queue, feed });
  const control = new FlowControl({
    connection,
    ...collections,
    orchestrator,
    background,
    queue,
    audit: access.audit,
    clock,
  });
  const validator = new ImportValidator(collections.flows);
  const uploads = composeUploads(config, {
    models,
    rawRecords,
    validator,
    engagements: access.engagements,
    clock,
    log,
  });
  const handler = new ImportStorageHandler({
    validator,
    transactions: new ImportTransactionManager(connection, log),
    storage: new ImportStorageManager({
      ...collections,
      rawRecords,
      uploads: uploads.sessions,
      catalogue,
      memory,
      clock,
    }),
    flowTrigger: new FlowTriggerService(orchestrator),
    background,
    engagements: access.engagements,
    idempotency: new IdempotencyRecords(new TenantCollection(models.idempotencyRecords), clock),
    publication: uploads.publication,
    activeUploads: uploads.active,
    log,
  });
  const review = new MappingReview({
    connection,
    ...collections,
    values: new ValueReviews({ ...collections, clock }),
    catalogue,
    memory,
    flows: flowReader,
    orchestrator,
    audit: access.audit,
    clock,
  });

  const routeMaker = createRouteMaker({
    authenticate: (authorization) => access.apiKeys.authenticate(authorization),
    checkAnswers: surroundings.checkAnswers ?? false,
  });
  let isWorking = !isWorker;
  const app = createApp({
    routes: [
      ...importRoutes(routeMaker, { handler, reader: new ImportReader(collections.dataImports), rawRecords, review }),
      ...uploadRoutes(routeMaker, uploads),
      ...flowRoutes(routeMaker, { reader: flowReader, control }),
      ...catalogueRoutes(routeMaker, { catalogue, memory }),
      ...graphRoutes(routeMaker, graph),
      ...accessRoutes(routeMaker, access),
    ],
    pages: webPages({
      root: surroundings.root,
      officeJsUrl: config.OFFICE_JS_URL,
      frameAncestors: config.FRAME_ANCESTORS,
      openApi: buildOpenApi(surroundings.version),
    }),
    isReady: async () => {
      const checks = { database: await isWritable(connection), indexes: true, worker: isWorking };
      return { isReady: Object.values(checks).every(Boolean), checks };
    },
    isDatabaseAway,
    log,
    trustedProxies: config.TRUSTED_PROXIES,
    failedLoginsPerMinute: config.FAILED_LOGINS_PER_MINUTE,
  });
  const firstKey = await access.apiKeys.bootstrap({
    apiKey: config.BOOTSTRAP_API_KEY,
    grant: {
      client_account_id: config.BOOTSTRAP_CLIENT_ACCOUNT_ID ?? null,
      engagement_id: config.BOOTSTRAP_ENGAGEMENT_ID ?? null,
    },
  });

  return {
    app,
    firstKey,
    start: async () => {
      feed.start();
      if (!isWorker) return;
      await queue.work((job, handle) => background.runPhase(job, handle), {
        concurrency: config.WORKER_CONCURRENCY,
        lockMs: leaseMs,
      });
      await sweeper.start(config.SWEEP_SECONDS * 1_000);
      uploads.sweeper.start(config.SWEEP_SECONDS * 1_000);
      isWorking = true;
    },
    stop: async () => {
      isWorking = false;
      await sweeper.stop();
      await uploads.sweeper.stop();
      if (isWorker) await queue.drain(config.SHUTDOWN_SECONDS * 1_000);
      await feed.stop();
    },
  };
}

function composeAccess(models: Models, clock: Clock) {
  const audit = new AuditLog(models.auditEvents, clock);
  const engagements = new EngagementRegister({
    clientAccounts: models.clientAccounts,
    engagements: models.engagements,
    clock,
  });
  return { audit, engagements, apiKeys: new ApiKeys({ model: models.apiKeys, engagements, audit, clock }) };
}

function composeUploads(
  config: Config,
  base: {
    models: Models;
    rawRecords: RawRecords;
    validator: ImportValidator;
    engagements: EngagementRegister;
    clock: Clock;
    log: Logger;
  },
) {
  const { models, rawRecords, clock, log } = base;
  const documents = new TenantCollection(models.uploadSessions);
  const expiryMs = config.UPLOAD_EXPIRY_SECONDS * 1_000;
  const sessions = new UploadSessions(documents, { clock, expiryMs });
  const limits = { most: config.UPLOADS_AT_ONCE, idleMs: config.UPLOAD_IDLE_SECONDS * 1_000 };
  const active = new ActiveUploads(limits, clock);
  const claims = new ChunkClaims({ documents, sessions, rawRecords, clock });
  return {
    sessions,
    active,
    desk: new UploadDesk({ sessions, active, validator: base.validator, engagements: base.engagements }),
    chunks: new ChunkStore({ sessions, claims, rawRecords, active }),
    chunksInFlight: new InFlightLimit(config.UPLOAD_CHUNKS_IN_FLIGHT, CHUNKS_WORKED_ON),
    publication: new UploadPublication({ sessions, rawRecords }),
    sweeper: new UploadSweeper({
      sessions: models.uploadSessions,
      dataImports: models.dataImports,
      rawRecords,
      clock,
      log,
    }),
  };
}

function composeGraph(
  models: Models,
  collections: ReturnType<typeof composeCollections>,
  catalogue: ClientCatalogue,
  clock: Clock,
) {
  const edges = new GraphEdges(models.edges);
  const store = new GraphStore({ ...collections, edges, clock });
  const reader = new GraphReader({ ...collections, store, edges });
  return { store, reader, exports: new ExportDesk({ ...collections, store, edges, reader, catalogue }) };
}

function composeCollections(models: Models) {
  return {
    flows: new TenantCollection(models.flows),
    tasks: new TenantCollection(models.agentTasks),
    findings: new TenantCollection(models.findings),
    dataImports: new TenantCollection(models.dataImports),
    fieldMappings: new TenantCollection(models.importFieldMappings),
    columnProfiles: new TenantCollection(models.columnProfiles),
    memory: new TenantCollection(models.mappingMemory, 'client'),
    clientFields: new TenantCollection(models.clientTargetFields, 'client'),
    clientMappings: new TenantCollection(models.importFieldMappings, 'client'),
    assets: new TenantCollection(models.assets),
    engagementGraphs: new TenantCollection(models.engagementGraphs),
    clientImports: new TenantCollection(models.dataImports, 'client'),
  };
}
