import { afterEach, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { clearFailPoints, setFailPoint } from '../harness/fail-points.ts';
import { refusalOf } from '../harness/refusal.ts';
import { ADMIN_KEY, startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
afterEach(async () => {
  await clearFailPoints(service.db);
  await service?.stop();
});

test('of many guesses at once, no more are looked up than may fail in a minute, though the right one is among them', async () => {
  service = await startTestService({ settings: { FAILED_LOGINS_PER_MINUTE: '3' } });
  // So that all have come before the first is answered.
  const point = { commands: ['find'], collection: 'api_keys', blockMs: 1_000, times: 100 };
  await setFailPoint(service.db, service.appName, point);
  const guess = async (apiKey: string): Promise<number> =>
    (await refusalOf(fetchEndpoint({ origin: service.origin, apiKey }, endpoints.getSession))).status;
  const guesses = Array.from({ length: 20 }, (_, at) => guess(`guess-${at}`));
  const statuses = await Promise.all([...guesses, guess(ADMIN_KEY)]);
  expect(statuses.filter((status) => status === 401)).toHaveLength(3);
  expect(statuses.filter((status) => status === 429)).toHaveLength(18);
});
