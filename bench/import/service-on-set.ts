import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Connection } from '#shared/call-endpoint.ts';
import { peakMemory, processorMs, residentMemory } from './processes.ts';
import { BUNDLE, KEY, LOOP_DELAY, originOf } from './running-service.ts';

/** As `docker-compose.yml` starts them. */
const FLAGS = { web: [], worker: ['--max-semi-space-size=32', '--heap-growing-percent=50'] } as const;

/** One process of the built service on a database that is there already. */
export interface ServiceOnSet {
  as(clientAccountId: string): Connection;
  /** High-water mark of resident memory, MB. */
  peakMemory(): number;
  /** Resident memory now, MB. */
  memory(): number;
  /** Processor time so far, ms. */
  processorMs(): number;
  stop(): Promise<void>;
}

export async function startServiceOn(mongoUri: string, role: 'web' | 'worker'): Promise<ServiceOnSet> {
  const settings = { ROLE: role, MONGODB_URI: mongoUri, PORT: '0', BOOTSTRAP_API_KEY: KEY, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [...FLAGS[role], '--import', LOOP_DELAY, BUNDLE], {
    env: { ...process.env, ...settings, SWEEP_SECONDS: '1' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const origin = await originOf(child);
  return {
    as: (clientAccountId) => ({ origin, apiKey: KEY, clientAccountId, engagementId: 'main' }),
    peakMemory: () => peakMemory(child.pid),
    memory: () => residentMemory(child.pid),
    processorMs: () => processorMs(child.pid),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
