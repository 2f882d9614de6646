import type { Express } from 'express';
import { targetFields } from '#shared/target-fields.ts';
import { makeFirstKey } from './access/first-key.ts';
import { agentFor } from './agents/agent-registry.ts';
import { composeAgentWorkspace } from './composition/compose-agent-workspace.ts';
import { composeAssets } from './composition/compose-assets.ts';
import { composeClient } from './composition/compose-client.ts';
import { composeFlows } from './composition/compose-flows.ts';
import { composeHttp } from './composition/compose-http.ts';
import { composeImports } from './composition/compose-imports.ts';
import { composeQueue } from './composition/compose-queue.ts';
import { composeWatch } from './composition/compose-watch.ts';
import { layFoundation, type Surroundings } from './composition/foundation.ts';
import type { Config } from './config.ts';
import { inTurns } from './engine-parts/steps.ts';
import type { JobHandle, PhaseJob } from './flows/job-queue.ts';
import { RawRecords } from './imports/raw-records.ts';
import { readNames } from './mapping/mapping-engine.ts';
import { DatabasePresence } from './platform/database/database-presence.ts';
import { isWritable } from './platform/database/mongo.ts';
import { RepeatedWork } from './platform/repeated-work.ts';

interface Service {
  app: Express;
  /** Makes the random first admin key where there is none yet, to be printed at once: it cannot be read later. */
  makeFirstKey(): Promise<string | null>;
  /** Begins to answer long polls and, as a worker, to run agents. */
  start(): Promise<void>;
  /**
   * Reads the names of the fields between other work, after the start, which need not wait for it: the first import
   * would, and all calls beside it.
   */
  warmUp(): Promise<void>;
  /** From now on long polls are answered at once, also those that wait. */
  endWaiting(): void;
  /** Ends both; running agents get their grace. The connection stays with its owner. */
  stop(): Promise<void>;
}

/**
 * Builds the service: its parts are made here and in composition/ alone, and get each other as constructor arguments.
 * Creates collections, indexes and the given first key; opens no port.
 */
export async function composeService(config: Config, surroundings: Surroundings): Promise<Service> {
  const foundation = await layFoundation(config, surroundings);
  const { connection, collections, models, access, log } = foundation;
  const leaseMs = config.LEASE_SECONDS * 1_000;
  const isWorker = config.ROLE !== 'web';
  const presence = new DatabasePresence(connection.getClient(), log);
  const queue = await composeQueue(foundation, leaseMs);
  const watch = composeWatch(foundation);

  const client = composeClient(foundation);
  const rawRecords = new RawRecords(models.rawImportRecords, collections.dataImports);
  const assets = composeAssets(foundation);
  const flows = composeFlows(foundation, {
    watch,
    workspace: composeAgentWorkspace(foundation, { ...client, rawRecords, assets }),
    queue,
    leaseMs,
    forgetLearned: (...from) => client.learned.forget(...from),
    openUnanswered: (...from) => assets.repeatedQuestions.openUnanswered(...from),
    agentFor: surroundings.agentFor ?? agentFor,
    partitionRows: surroundings.partitionRows,
  });
  const imports = composeImports(foundation, { ...client, rawRecords, flows });
  const sweeps = [
    new RepeatedWork('a sweep of flows', (mayGoOn) => flows.flowSweeper.sweep(mayGoOn), log),
    new RepeatedWork('a sweep of uploads', (mayGoOn) => imports.uploads.sweeper.sweep(mayGoOn), log),
    new RepeatedWork('a sweep of withdrawn imports', (mayGoOn) => imports.withdrawnSweeper.sweep(mayGoOn), log),
    new RepeatedWork('a sweep of assessments', (mayGoOn) => assets.assessmentSweeper.sweep(mayGoOn), log),
  ];

  let isWorking = false;
  const isReady = async () => {
    const checks = { database: await isWritable(connection), ...(isWorker ? { worker: isWorking } : {}) };
    return { isReady: Object.values(checks).every(Boolean), checks };
  };
  const served = { client, rawRecords, assets, flows, imports, watch, presence, isReady };
  const app = composeHttp(foundation, surroundings, served);

  const isKeyGiven = config.BOOTSTRAP_API_KEY !== undefined;
  const makeKey = () => makeFirstKey(access.apiKeys, config, log);
  if (isKeyGiven) await makeKey();
  return {
    app,
    makeFirstKey: () => (isKeyGiven ? Promise.resolve(null) : makeKey()),
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
    warmUp: () => inTurns(readNames(targetFields)),
    endWaiting: () => watch.endWaiting(),
    stop: async () => {
      isWorking = false;
      for (const sweep of sweeps) await sweep.stop();
      if (isWorker) await queue.drain(config.SHUTDOWN_SECONDS * 1_000);
      await watch.stop();
    },
  };
}
