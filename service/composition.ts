import type { Express } from 'express';
import type { Db } from 'mongodb';
import type { Connection, Model } from 'mongoose';
import { FailedLogins } from './access/failed-logins.ts';
import { agentFor } from './agents/agent-registry.ts';
import { createApp } from './app.ts';
import { ClientCatalogue } from './catalogue/client-catalogue.ts';
import { composeAccess } from './composition/compose-access.ts';
import { composeAdviser } from './composition/compose-adviser.ts';
import { composeAssets } from './composition/compose-assets.ts';
import { composeCollections } from './composition/compose-collections.ts';
import { composeFlows } from './composition/compose-flows.ts';
import { InventoryTurns } from './flows/inventory-turns.ts';
import { composeImports } from './composition/compose-imports.ts';
import type { Foundation } from './composition/foundation.ts';
import type { Config } from './config.ts';
import type { JobHandle, PhaseJob } from './flows/job-queue.ts';
import { FilesAtOnce } from './http/files-at-once.ts';
import { createRouteMaker } from './http/handle-endpoint.ts';
import { accessRoutes } from './http/routes/access.routes.ts';
import { assetRoutes } from './http/routes/asset.routes.ts';
import { conflictRoutes } from './http/routes/conflict.routes.ts';
import { assessmentRoutes } from './http/routes/assessment.routes.ts';
import { catalogueRoutes } from './http/routes/catalogue.routes.ts';
import { cleansingRoutes } from './http/routes/cleansing.routes.ts';
import { exportRoutes } from './http/routes/export.routes.ts';
import { flowRoutes } from './http/routes/flow.routes.ts';
import { graphRoutes } from './http/routes/graph.routes.ts';
import { importRoutes } from './http/routes/import.routes.ts';
import { uploadRoutes } from './http/routes/upload.routes.ts';
import { withdrawalRoutes } from './http/routes/withdrawal.routes.ts';
import { UnchangedAnswers } from './http/unchanged-answers.ts';
import { webPages } from './http/web-pages.ts';
import { CleansedRecords } from './imports/cleansed-records.ts';
import { ImportAgentWorkspace } from './imports/import-agent-workspace.ts';
import { RawRecords } from './imports/raw-records.ts';
import { AgendaJobQueue } from './jobs/agenda-job-queue.ts';
import { ColumnsFromMemory } from './memory/columns-from-memory.ts';
import { LearnedFromImport } from './memory/learned-from-import.ts';
import { MappingMemory } from './memory/mapping-memory.ts';
import { createModels } from './models/models.ts';
import { AGENDA_COLLECTION, createAgenda } from './platform/agenda.ts';
import { readFlowRevisions } from './flows/flow-revisions.ts';
import { RevisionWatch } from './platform/revision-watch.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import type { Logger } from './platform/logger.ts';
import { DatabasePresence } from './platform/database-presence.ts';
import { createCollections, DatabaseAwayError, isDatabaseAway, isWritable, SELECTION_MS } from './platform/mongo.ts';
import { processName } from './platform/process-name.ts';
import { RepeatedWork } from './platform/repeated-work.ts';

/** How long a reader of a file may take nothing before its place goes to another one, ms. */
const FILE_IDLE_MS = 60_000;

interface Service {
  app: Express;
  /** Makes the random first admin key where there is none yet, to be printed at once: it cannot be read later. */
  makeFirstKey(): Promise<string | null>;
  /** Begins to answer long polls and, as a worker, to run agents. */
  start(): Promise<void>;
  /** From now on long polls are answered at once, also those that wait. */
  endWaiting(): void;
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
  /** Rows of one partition, where a test wants small ones. */
  partitionRows?: number;
  /** By which leases are decided: of all processes the same; the computer's own where none is given. */
  clock?: Clock;
  /** Checks every answer against its schema; on in tests, off where speed counts. */
  checkAnswers?: boolean;
}

/**
 * Builds the service: its parts are made here and in composition/ alone, and get each other as constructor arguments.
 * Creates collections, indexes and the given first key; opens no port.
 */
export async function composeService(config: Config, surroundings: Surroundings): Promise<Service> {
  const foundation = await layFoundation(config, surroundings);
  const { connection, collections, access, clock, log } = foundation;
  const leaseMs = config.LEASE_SECONDS * 1_000;
  const isWorker = config.ROLE !== 'web';
  const presence = new DatabasePresence(connection.getClient(), log);
  const worker = processName;

  const db = connection.db as unknown as Db;
  const agenda = createAgenda({ db, name: worker, lockMs: leaseMs, concurrency: config.WORKER_CONCURRENCY });
  const queue = new AgendaJobQueue({ agenda, jobs: db.collection(AGENDA_COLLECTION), log });
  await queue.prepare();

  const catalogue = new ClientCatalogue({
    connection,
    clientFields: collections.clientFields,
    audit: access.audit,
    clock,
  });
  const columns = new ColumnsFromMemory({
    clientMappings: collections.clientMappings,
    clientImports: collections.clientImports,
    clock,
  });
  const memory = new MappingMemory({ connection, memory: collections.memory, columns, audit: access.audit, clock });
  const learned = new LearnedFromImport({ memory, conflictRules: collections.conflictRules });
  const rawRecords = new RawRecords(foundation.models.rawImportRecords, collections.dataImports);
  const assets = composeAssets(foundation, catalogue);
  const workspace = new ImportAgentWorkspace({
    dataImports: collections.dataImports,
    fieldMappings: collections.fieldMappings,
    columnProfiles: collections.columnProfiles,
    cleansingPlans: collections.cleansingPlans,
    findings: collections.findings,
    rawRecords,
    catalogue,
    memory,
    learned,
    inventoryOf: (tenant) => assets.assetStore.inventoryOf(tenant),
    inventoryDeskOf: assets.inventoryDeskOf,
    graphOf: (tenant) => assets.graphStore.graphOf(tenant),
    publishGraph: (owner, output, session) => assets.graphStore.publish(owner, output, session),
    assessmentStore: assets.assessmentStore,
    adviser: composeAdviser(config),
    clock,
  });
  const watch = new RevisionWatch(async (ids) => {
    const [flows, keys] = await Promise.all([
      readFlowRevisions(foundation.models.flows, ids),
      access.apiKeys.readRevisions(ids),
    ]);
    return new Map([...flows, ...keys]);
  }, log);
  const flows = composeFlows(foundation, {
    watch,
    workspace,
    queue,
    worker,
    leaseMs,
    forgetLearned: (...from) => learned.forget(...from),
    agentFor: surroundings.agentFor ?? agentFor,
    partitionRows: surroundings.partitionRows,
  });
  const imports = composeImports(foundation, { rawRecords, catalogue, memory, flows });

  const unchanged = new UnchangedAnswers(watch, (keyId) => access.keyUses.note(keyId));
  const failedLogins = new FailedLogins(config.FAILED_LOGINS_PER_MINUTE, clock);
  const routeMaker = createRouteMaker({
    unchanged,
    files: new FilesAtOnce({ most: config.EXPORTS_AT_ONCE, idleMs: FILE_IDLE_MS }),
    audit: access.audit,
    log,
    authenticate: (authorization, address) =>
      failedLogins.watch(address, () => access.apiKeys.authenticate(authorization)),
    checkAnswers: surroundings.checkAnswers ?? false,
  });
  const sweeps = [
    new RepeatedWork('a sweep of flows', (mayGoOn) => flows.flowSweeper.sweep(mayGoOn), log),
    new RepeatedWork('a sweep of uploads', (mayGoOn) => imports.uploads.sweeper.sweep(mayGoOn), log),
    new RepeatedWork('a sweep of withdrawn imports', (mayGoOn) => imports.withdrawnSweeper.sweep(mayGoOn), log),
  ];
  let isWorking = false;
  const app = createApp({
    routes: [
      ...importRoutes(routeMaker, {
        storageHandler: imports.storageHandler,
        importReader: imports.importReader,
        rawRecords,
        mappingReview: imports.mappingReview,
        largeAtOnce: imports.largeAtOnce,
      }),
      ...cleansingRoutes(routeMaker, new CleansedRecords({ cleansingPlans: collections.cleansingPlans, rawRecords })),
      ...uploadRoutes(routeMaker, imports.uploads),
      ...flowRoutes(routeMaker, flows),
      ...withdrawalRoutes(routeMaker, {
        withdrawalPreviews: assets.withdrawalPreviews,
        importReader: imports.importReader,
        flowControl: flows.flowControl,
      }),
      ...assetRoutes(routeMaker, assets),
      ...conflictRoutes(routeMaker, assets),
      ...assessmentRoutes(routeMaker, assets),
      ...catalogueRoutes(routeMaker, { catalogue, memory }),
      ...graphRoutes(routeMaker, assets.graphReader),
      ...exportRoutes(routeMaker, assets.exportDesk),
      ...accessRoutes(routeMaker, access),
    ],
    unchanged,
    pages: webPages({
      root: surroundings.root,
      officeJsUrl: config.OFFICE_JS_URL,
      frameAncestors: config.FRAME_ANCESTORS,
      version: surroundings.version,
    }),
    isReady: async () => {
      const checks = { database: await isWritable(connection), ...(isWorker ? { worker: isWorking } : {}) };
      return { isReady: Object.values(checks).every(Boolean), checks };
    },
    isDatabaseAway,
    // Who calls during an election waits for its end; who calls later would wait in vain.
    assertDatabase: () => {
      if (presence.awayForMs > SELECTION_MS) throw new DatabaseAwayError();
    },
    log,
    trustedProxies: config.TRUSTED_PROXIES,
  });

  const isKeyGiven = config.BOOTSTRAP_API_KEY !== undefined;
  if (isKeyGiven) await bootstrapKey(foundation);
  return {
    app,
    makeFirstKey: () => (isKeyGiven ? Promise.resolve(null) : bootstrapKey(foundation)),
    start: async () => {
      watch.start();
      if (!isWorker) return;
      const work = {
        runPhase: (job: PhaseJob, handle: JobHandle) => flows.background.runPhase(job, handle),
        helpPhase: (job: PhaseJob, handle: JobHandle) => flows.runner.help(job, handle),
      };
      await queue.work(work, { concurrency: config.WORKER_CONCURRENCY, lockMs: leaseMs });
      await flows.flowSweeper.sweep(() => true);
      for (const sweep of sweeps) sweep.start(config.SWEEP_SECONDS * 1_000);
      isWorking = true;
    },
    endWaiting: () => watch.endWaiting(),
    stop: async () => {
      isWorking = false;
      for (const sweep of sweeps) await sweep.stop();
      if (isWorker) await queue.drain(config.SHUTDOWN_SECONDS * 1_000);
      await watch.stop();
    },
  };
}

async function layFoundation(
  config: Config,
  { connection, log, clock = systemClock }: Surroundings,
): Promise<Foundation> {
  const models = createModels(connection);
  await createCollections(Object.values(models) as Model<never>[]);
  const collections = composeCollections(models);
  const { engagements } = models;
  const turns = new InventoryTurns({ flows: collections.flows, engagements, clock });
  return { config, connection, models, collections, access: composeAccess(models, clock, log), turns, clock, log };
}

/** A worker makes no random key: people who start web and workers at once look for it where the web process prints. */
async function bootstrapKey({ config, access, log }: Foundation): Promise<string | null> {
  const apiKey = config.BOOTSTRAP_API_KEY;
  if (config.ROLE === 'worker' && apiKey === undefined) return null;
  const keyIds = apiKey === undefined ? [] : await access.apiKeys.listOtherFirstKeys(apiKey);
  if (keyIds.length > 0)
    log.warn(
      { keyIds },
      'BOOTSTRAP_API_KEY: another first admin key, of earlier settings, is still valid; revoke it on the dashboard unless it is needed',
    );
  return access.apiKeys.bootstrap({
    apiKey,
    grant: {
      client_account_id: config.BOOTSTRAP_CLIENT_ACCOUNT_ID ?? null,
      engagement_id: config.BOOTSTRAP_ENGAGEMENT_ID ?? null,
    },
  });
}
