import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isAlive } from '#service/platform/embedded-mongod/mongod-process.ts';
import { projectRoot } from '../harness/project-root.ts';
import { SERVICE_BUNDLE } from '../harness/service-process.ts';
import { until } from '../harness/until.ts';

/** A second signal counts as another wish only after a second (service/main.ts), ms. */
const ANOTHER_WISH_MS = 1_200;

let dataDir: string;
let mongodPid: number;
let service: ChildProcess;

/** It says its version, and then starts for ever, whoever asks it to end. */
const ENDLESS_START = `#!${process.execPath}
if (process.argv.includes('--version')) console.log('db version v7.0.24');
else process.on('SIGTERM', () => undefined), setInterval(() => undefined, 1_000), console.log('starting');
`;

async function isGone(pid: number): Promise<boolean> {
  for (const deadline = Date.now() + 10_000; isAlive(pid) && Date.now() < deadline;) await sleep(50);
  return !isAlive(pid);
}

function startService(settings: Record<string, string>): ChildProcess {
  const { NODE_OPTIONS: _jest, TEST_MONGODB_URI: _ours, ...environment } = process.env;
  const own = { DATA_DIR: dataDir, PORT: '0', MONGOD_CACHE_GB: '0.25', LOG_LEVEL: 'silent' };
  return spawn(process.execPath, [SERVICE_BUNDLE], {
    cwd: projectRoot,
    env: { ...environment, ...own, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const readNoted = async (): Promise<number> =>
  (JSON.parse(await readFile(path.join(dataDir, 'mongodb/mongod.json'), 'utf8')) as { pid: number }).pid;

/** A service whose mongod does not heed SIGTERM, like one in the middle of a search through a long text. */
async function startStubborn(SHUTDOWN_SECONDS: string): Promise<void> {
  service = startService({ SHUTDOWN_SECONDS });
  await once(service.stdout as Readable, 'data');
  mongodPid = await readNoted();
  process.kill(mongodPid, 'SIGSTOP');
}

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'stubborn-'));
});
afterEach(async () => {
  service.kill('SIGKILL');
  if (isAlive(mongodPid)) process.kill(mongodPid, 'SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

test('a mongod that does not stop in time is taken along', async () => {
  await startStubborn('1');
  service.kill('SIGTERM');
  expect(await once(service, 'exit')).toEqual([expect.any(Number), null]);
  expect(isAlive(mongodPid)).toBe(false);
});

test('who asks a second time waits for no mongod and leaves none behind', async () => {
  await startStubborn('600');
  service.kill('SIGTERM');
  await sleep(ANOTHER_WISH_MS);
  service.kill('SIGTERM');
  expect(await once(service, 'exit')).toEqual([130, null]);
  expect(await isGone(mongodPid)).toBe(true);
});

test('who asks a second time while the mongod starts waits for none and leaves none behind', async () => {
  const MONGOD_BINARY = path.join(dataDir, 'endless-start');
  await writeFile(MONGOD_BINARY, ENDLESS_START, { mode: 0o755 });
  service = startService({ SHUTDOWN_SECONDS: '600', MONGOD_BINARY });
  const log = (): Promise<string> => readFile(path.join(dataDir, 'mongodb/mongod.log'), 'utf8').catch(() => '');
  await until('the mongod starts', async () => (await log()).includes('starting'), 20_000);
  mongodPid = await readNoted();
  service.kill('SIGTERM');
  await sleep(ANOTHER_WISH_MS);
  service.kill('SIGTERM');
  expect(await once(service, 'exit')).toEqual([130, null]);
  expect(await isGone(mongodPid)).toBe(true);
});
