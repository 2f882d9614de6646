import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '#shared/call-endpoint.ts';
import { freePorts } from '#test/harness/free-ports.ts';
import { createLogger } from '#service/platform/logger.ts';
import { findMongod } from '#service/platform/embedded-mongod/mongod-binary.ts';
import { startMongod, type Mongod } from '#service/platform/embedded-mongod/mongod-process.ts';
import { becomePrimary } from '#service/platform/embedded-mongod/replica-set-of-one.ts';

type Service = 'web' | 'worker' | 'second worker';
type Victim = Service | 'mongod';

const KEY = 'kill-bench-key-of-nobody-else';
const SET = 'kill';
const BUNDLE = 'dist/service/main.js';
const READY_MS = 120_000;

/** mongod, one web process and one worker or two, each of which can be killed and comes back on its old port. */
export interface KillableStack {
  mongoUri: string;
  as(engagementId: string): Connection;
  /** Null while it is not running. */
  pidOf(service: Service): number | null;
  /** SIGKILL: no handler runs, nothing is cleaned up. */
  kill(victim: Victim): Promise<void>;
  start(victim: Victim): Promise<void>;
  stop(): Promise<void>;
}

/** @param settings of all services */
export async function startStack(
  services: readonly Service[],
  settings: Record<string, string>,
): Promise<KillableStack> {
  if (!existsSync(BUNDLE)) throw new Error('Build the service first: npm run build:service');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cmdb-import-kill-'));
  const dbPath = path.join(folder, 'db');
  mkdirSync(dbPath);
  const binary = await findMongod({ logger: createLogger('warn') });
  const [mongoPort = 0, ...servicePorts] = await freePorts(1 + services.length);
  const mongoUri = `mongodb://127.0.0.1:${mongoPort}/kill?replicaSet=${SET}`;
  const portOf = (service: Service): number => servicePorts[services.indexOf(service)] ?? 0;
  const running = new Map<Service, ChildProcess>();
  let mongod: Mongod | undefined;

  const start = async (victim: Victim): Promise<void> => {
    if (victim === 'mongod') {
      const args = ['--replSet', SET, '--wiredTigerCacheSizeGB', '0.5'];
      const lifetime = ['--setParameter', 'transactionLifetimeLimitSeconds=15'];
      mongod = await startMongod({ binary, folder: dbPath, port: mongoPort, args: [...args, ...lifetime] });
      await becomePrimary(mongoPort, SET);
    } else {
      running.set(victim, startService(victim, portOf(victim), { ...settings, MONGODB_URI: mongoUri }));
      await untilReady(portOf(victim));
    }
  };
  const kill = async (victim: Victim): Promise<void> => {
    if (victim !== 'mongod') return end(running.get(victim));
    if (!mongod) return;
    process.kill(mongod.pid, 'SIGKILL');
    await mongod.ended;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].map(end));
    await mongod?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const victim of ['mongod', ...services] as const) await start(victim);
  } catch (error) {
    await stop();
    throw error;
  }
  const origin = `http://127.0.0.1:${portOf('web')}`;
  return {
    mongoUri,
    as: (engagementId) => ({ origin, apiKey: KEY, clientAccountId: 'kill', engagementId }),
    pidOf: (service) => pidOf(running.get(service)),
    kill,
    start,
    stop,
  };
}

function startService(service: Service, port: number, settings: Record<string, string>): ChildProcess {
  const own = { ROLE: service === 'web' ? 'web' : 'worker', PORT: String(port), BOOTSTRAP_API_KEY: KEY };
  const standard = { SWEEP_SECONDS: '1', UPLOADS_AT_ONCE: '100', LOG_LEVEL: 'silent' };
  const args = ['--import', './bench/import/loop-delay.mjs', BUNDLE];
  return spawn(process.execPath, args, {
    env: { ...process.env, ...standard, ...settings, ...own },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function pidOf(child: ChildProcess | undefined): number | null {
  return child && child.exitCode === null && child.signalCode === null ? (child.pid ?? null) : null;
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
