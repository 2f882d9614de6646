import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Connection } from '#shared/call-endpoint.ts';
import { ADMIN_KEY, testMongoUri } from './service-harness.ts';
import { projectRoot } from './project-root.ts';
import { until } from './until.ts';

/** The name every service process gives its connections (service/main.ts); fail points are set on it. */
export const PROCESS_APP_NAME = 'cmdb-import';
/** What an operator runs, built before the integration tests; it is up in a third of the time the sources take. */
export const SERVICE_BUNDLE = 'dist/service/main.js';

export interface ServiceProcess {
  origin: string;
  /** All it printed so far, stdout and stderr. */
  said(): string;
  as(clientAccountId: string, engagementId?: string): Connection;
  /** SIGKILL: no handler runs, nothing is cleaned up. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

/** The service as an operator runs it: a process of its own that can be killed. Ready when `/readyz` says so. */
export async function startServiceProcess(
  database: string,
  settings: Record<string, string> = {},
): Promise<ServiceProcess> {
  const { TEST_MONGODB_URI: _ours, NODE_OPTIONS: _jest, ...environment } = process.env;
  const child = spawn(process.execPath, [SERVICE_BUNDLE], {
    cwd: projectRoot,
    env: {
      ...environment,
      MONGODB_URI: testMongoUri(database),
      PORT: '0',
      BOOTSTRAP_API_KEY: ADMIN_KEY,
      LOG_LEVEL: 'warn',
      SWEEP_SECONDS: '1',
      LEASE_SECONDS: '5',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const read = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const said = (): string => output;
  const origin = await originOf(child, said);
  await untilReady(origin);
  return {
    origin,
    said,
    as: (clientAccountId, engagementId = 'main') => ({ origin, apiKey: ADMIN_KEY, clientAccountId, engagementId }),
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
  return child.exitCode;
}

/** Reads the address from what the service prints for people. */
function originOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /Task pane\s+(http:\/\/\S+)\/taskpane\.html/.exec(said())?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The service ended with ${code} before it was ready:\n${said()}`)));
  });
}

async function untilReady(origin: string): Promise<void> {
  await until(`${origin}/readyz answers 200`, async () => (await fetch(`${origin}/readyz`)).status === 200);
}
