import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { startEmbeddedMongo, type EmbeddedMongo } from '#service/platform/embedded-mongod/embedded-mongo.ts';
import { createLogger } from '#service/platform/logger.ts';
import { storeImport } from '../harness/store-import.ts';
import { waitForFlow } from '../harness/service-harness.ts';
import { startServiceProcess, type ServiceProcess } from '../harness/service-process.ts';
import { until } from '../harness/until.ts';

/** How long the database is away: some failures a second would be a hundred lines, ms. */
const AWAY_MS = 20_000;
const ERROR = 50;

let dataDir: string;
let mongo: EmbeddedMongo;
let service: ServiceProcess | undefined;
const startMongo = () => startEmbeddedMongo({ dataDir, cacheSizeGb: 0.25, logger: createLogger('silent') });
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'lost-database-'));
  mongo = await startMongo();
  service = await startServiceProcess('lost_database', { MONGODB_URI: mongo.uri });
});
afterEach(async () => {
  await service?.stop();
  await mongo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Line {
  level: number;
  msg: string;
  /** A text where it came of a lost database. */
  err?: unknown;
}
const linesOf = (process: ServiceProcess): Line[] =>
  process
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

test('a database that is away for a while makes a few short lines and wakes nobody', async () => {
  const running = service;
  if (running === undefined) throw new Error('The service did not start.');
  const connection = running.as('acme');
  const { flow_id } = await storeImport(connection);
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const asking = () => fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id }, query: {} });

  await mongo.stop();
  const awayAt = performance.now();
  const refused = await asking().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiFailure);
  expect((refused as ApiFailure).problem?.status).toBe(503);
  // What is away longer than a call would wait for it is not waited for any more.
  while (performance.now() - awayAt < AWAY_MS) await sleep(100);
  const askedAt = performance.now();
  await expect(asking()).rejects.toThrow('The database does not answer.');
  expect(performance.now() - askedAt).toBeLessThan(5_000);
  mongo = await startMongo();
  await until('it answers again', () =>
    asking()
      .then(() => true)
      .catch(() => false),
  );

  const lines = linesOf(running);
  const said = (part: string) => lines.filter(({ msg }) => msg.includes(part));
  expect([said('the database is away since'), said('the database is back after')].map(({ length }) => length)).toEqual([
    1, 1,
  ]);
  expect(lines.filter(({ level }) => level >= ERROR)).toEqual([]);
  expect(lines.filter(({ err }) => typeof err === 'object')).toEqual([]);
  expect(lines.length).toBeLessThan(12);
});

test('a call to a server that hangs is answered as soon as its monitor knows', async () => {
  const running = service;
  if (running === undefined) throw new Error('The service did not start.');
  const connection = running.as('acme');
  const asking = () => fetchEndpoint(connection, endpoints.listImports, { query: {} });
  await asking();
  process.kill(mongo.pid, 'SIGSTOP');
  try {
    const askedAt = performance.now();
    await expect(asking()).rejects.toThrow('The database does not answer.');
    expect(performance.now() - askedAt).toBeLessThan(22_000);
  } finally {
    process.kill(mongo.pid, 'SIGCONT');
  }
});
