import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '#shared/call-endpoint.ts';
import { freePorts } from '#test/harness/free-ports.ts';
import { createLogger } from '#service/platform/logger.ts';
import { findMongod } from '#service/platform/mongod-binary.ts';
import { startMongod, type Mongod } from '#service/platform/mongod-process.ts';
import { becomePrimary } from '#service/platform/replica-set-of-one.ts';

export const victims = ['web', 'worker', 'mongod'] as const;
export type Victim = (typeof victims)[number];

const KEY = 'kill-bench-key';
const SET = 'kill';
const BUNDLE = 'dist/service/main.js';
const READY_MS = 120_000;

/** mongod, one web process and one worker, each of which can be killed and comes back on its old port. */
export interface KillableStack {
  mongoUri: string;
  as(engagementId: string): Connection;
  /** SIGKILL: no handler runs, nothing is cleaned up. */
  kill(victim: Victim): Promise<void>;
  start(victim: Victim): Promise<void>;
  stop(): Promise<void>;
}

export async function startStack(): Promise<KillableStack> {
  if (!existsSync(BUNDLE)) throw new Error('Build the service first: npm run build:service');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cmdb-import-kill-'));
  const dbPath = path.join(folder, 'db');
  mkdirSync(dbPath);
  const binary = await findMongod({ logger: createLogger('warn') });
  const [mongoPort = 0, webPort = 0, workerPort = 0] = await freePorts(3);
  const mongoUri = `mongodb://127.0.0.1:${mongoPort}/kill?replicaSet=${SET}`;
  const ports = { web: webPort, worker: workerPort };
  const services = new Map<'web' | 'worker', ChildProcess>();
  let mongod: Mongod | undefined;

  const start = async (victim: Victim): Promise<void> => {
    if (victim === 'mongod') {
      const args = ['--replSet', SET, '--wiredTigerCacheSizeGB', '0.5'];
      const lifetime = ['--setParameter', 'transactionLifetimeLimitSeconds=15'];
      mongod = await startMongod({ binary, folder: dbPath, port: mongoPort, args: [...args, ...lifetime] });
      await becomePrimary(mongoPort, SET);
    } else {
      services.set(victim, startService(victim, ports[victim], mongoUri));
      await untilReady(ports[victim]);
    }
  };
  const kill = async (victim: Victim): Promise<void> => {
    if (victim !== 'mongod') return end(services.get(victim));
    if (!mongod) return;
    process.kill(mongod.pid, 'SIGKILL');
    await mongod.ended;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...services.values()].map(end));
    await mongod?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const victim of ['mongod', 'web', 'worker'] as const) await start(victim);
  } catch (error) {
    await stop();
    throw error;
  }
  const origin = `http://127.0.0.1:${webPort}`;
  return {
    mongoUri,
    as: (engagementId) => ({ origin, apiKey: KEY, clientAccountId: 'kill', engagementId }),
    kill,
    start,
    stop,
  };
}

function startService(role: 'web' | 'worker', port: number, mongoUri: string): ChildProcess {
  const settings = { ROLE: role, PORT: String(port), MONGODB_URI: mongoUri, BOOTSTRAP_API_KEY: KEY };
  const speed = { SWEEP_SECONDS: '1', LEASE_SECONDS: '15', UPLOADS_AT_ONCE: '100', LOG_LEVEL: 'silent' };
  const args = ['--import', './bench/import/loop-delay.mjs', BUNDLE];
  return spawn(process.execPath, args, {
    env: { ...process.env, ...settings, ...speed },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function untilReady(port: number): Promise<void> {
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error(`The service on port ${port} did not become ready.`);
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
