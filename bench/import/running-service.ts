import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '#shared/call-endpoint.ts';
import { startEmbeddedMongo } from '#service/platform/embedded-mongod/embedded-mongo.ts';
import { createLogger } from '#service/platform/logger.ts';
import { peakMemory, processorMs, residentMemory } from './processes.ts';

export const KEY = 'bench-key-of-nobody-else';
/** Loaded before the service. */
export const LOOP_DELAY = './bench/import/loop-delay.mjs';
export const BUNDLE = 'dist/service/main.js';

/** A real mongod with a cache of 1 GB and the built service in front of it, each a process of its own. */
export interface RunningService {
  connection: Connection;
  mongoUri: string;
  /** Of the service. */
  pid: number | undefined;
  /** Event-loop delay since it was last asked for, ms. */
  loopDelay(): Promise<{ p50: number; p99: number; max: number }>;
  /** Peak resident memory so far, MB. */
  peakMemory(): { service: number; mongod: number };
  /** Processor time of mongod so far, ms. */
  mongodMs(): number;
  /** Of the service now: resident memory, MB, and the processor time it has used, s. */
  usage(): { memory: number; cpuSeconds: number };
  stop(): Promise<void>;
}

/** @param settings environment of the service, for example `{ ROLE: 'all' }` */
export async function startService(settings: Record<string, string> = {}): Promise<RunningService> {
  if (!existsSync(BUNDLE)) throw new Error('Build the service first: npm run build:service');
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cmdb-import-bench-'));
  const mongo = await startEmbeddedMongo({ dataDir, cacheSizeGb: 1, logger: createLogger('warn') });
  const mongoUri = mongo.uri.replace('/?', '/bench?');
  // As `npm start` does; web alone as `docker-compose.yml` does.
  const flags = settings['ROLE'] === 'all' ? ['--max-semi-space-size=32', '--heap-growing-percent=50'] : [];
  const child = spawn(process.execPath, [...flags, '--import', LOOP_DELAY, BUNDLE], {
    env: {
      ...process.env,
      ROLE: 'web',
      MONGODB_URI: mongoUri,
      PORT: '0',
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const origin = await originOf(child);
  return {
    connection: { origin, apiKey: KEY, clientAccountId: 'bench', engagementId: 'main' },
    mongoUri,
    pid: child.pid,
    loopDelay: () => askLoopDelay(child),
    peakMemory: () => ({ service: peakMemory(child.pid), mongod: peakMemory(childOf('mongod', dataDir)) }),
    mongodMs: () => processorMs(childOf('mongod', dataDir)),
    usage: () => ({ memory: residentMemory(child.pid), cpuSeconds: processorMs(child.pid) / 1_000 }),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      await mongo.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Where the service says that it is. @throws Error with all it said when it ends before that */
export async function originOf(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const part of child.stdout ?? []) {
    output += String(part);
    const found = /Task pane\s+(http:\/\/\S+)\/taskpane/.exec(output)?.[1];
    if (found) return found;
  }
  throw new Error(output);
}

async function askLoopDelay(child: ChildProcess): Promise<{ p50: number; p99: number; max: number }> {
  const answered = once(child, 'message') as Promise<[{ p50: number; p99: number; max: number }]>;
  child.send('loop-delay');
  const [delay] = await Promise.race([
    answered,
    sleep(5_000).then(() => {
      throw new Error('The service did not tell its loop delay.');
    }),
  ]);
  return delay;
}

/** The mongod that was started on this data folder. */
function childOf(name: string, dataDir: string): number | undefined {
  const file = path.join(dataDir, 'mongod.lock');
  const candidates = [file, path.join(dataDir, 'db', 'mongod.lock')].filter((one) => existsSync(one));
  const pid = candidates.map((one) => Number(readFileSync(one, 'utf8').trim())).find((one) => one > 0);
  return pid !== undefined && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name) ? pid : undefined;
}
