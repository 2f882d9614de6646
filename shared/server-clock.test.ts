import { afterEach, expect, jest, test } from '@jest/globals';
import { fetchEndpoint } from './call-endpoint.ts';
import { endpoints } from './endpoints.ts';
import { quietMs } from './pages/quiet-flow.ts';
import { serverNow, takeServerTime } from './server-clock.ts';

const HOUR_MS = 3_600_000;

afterEach(() => {
  jest.restoreAllMocks();
  takeServerTime(new Date().toUTCString());
});

test.each([
  ['ahead', -HOUR_MS],
  ['behind', HOUR_MS],
])('a flow with news is not quiet on a computer whose clock is an hour %s', async (_what, awayMs) => {
  const atService = new Date(Date.now() + awayMs);
  jest
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(Response.json({}, { status: 503, headers: { Date: atService.toUTCString() } }));
  await fetchEndpoint({ origin: 'http://127.0.0.1', apiKey: 'key' }, endpoints.getSession).catch(() => undefined);
  expect(Math.abs(serverNow() - atService.getTime())).toBeLessThan(10_000);
  const flow = { status: 'running', worker_alive_until: null } as const;
  const updated_at = new Date(atService.getTime() - 30_000).toISOString();
  expect(quietMs({ ...flow, updated_at }, serverNow())).toBeNull();
  const long_ago = new Date(atService.getTime() - 120_000).toISOString();
  expect(quietMs({ ...flow, updated_at: long_ago }, serverNow())).toBeGreaterThan(60_000);
});

test('an answer that says no time leaves what is known', () => {
  takeServerTime(new Date(Date.now() + HOUR_MS).toUTCString());
  takeServerTime(null);
  expect(serverNow() - Date.now()).toBeGreaterThan(HOUR_MS - 10_000);
});
