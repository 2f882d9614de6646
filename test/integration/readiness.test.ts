import { expect, test } from '@jest/globals';
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
