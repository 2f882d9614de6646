import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { startEmbeddedMongo } from '#service/platform/embedded-mongod/embedded-mongo.ts';
import { createLogger } from '#service/platform/logger.ts';
import { startServiceProcess } from '../harness/service-process.ts';
import { startTestService, testMongoUri } from '../harness/service-harness.ts';

test.each([
  ['web', { database: true }],
  ['worker', { database: true, worker: true }],
])('a %s process says it is ready of what it does', async (role, checks) => {
  const service = await startTestService({ settings: { ROLE: role, MONGODB_URI: testMongoUri('given') } });
  const answer = await fetch(`${service.origin}/readyz`);
  await service.stop();
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready', checks }]);
});

test('while its database hangs, a process says within seconds that it is not ready, whoever asks and how often', async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'hanging-'));
  const mongo = await startEmbeddedMongo({ dataDir, cacheSizeGb: 0.25, logger: createLogger('silent') });
  const service = await startServiceProcess('hanging', { MONGODB_URI: mongo.uri, ROLE: 'web', LOG_LEVEL: 'silent' });
  try {
    process.kill(mongo.pid, 'SIGSTOP');
    for (let asked = 0; asked < 3; asked += 1) {
      const began = performance.now();
      const answers = await Promise.all([1, 2, 3].map(() => fetch(`${service.origin}/readyz`)));
      expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
      expect(performance.now() - began).toBeLessThan(8_000);
    }
  } finally {
    process.kill(mongo.pid, 'SIGCONT');
    await service.stop();
    await mongo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
