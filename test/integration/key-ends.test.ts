import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callEndpoint, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { refusalOf } from '../harness/refusal.ts';
import { ADMIN_KEY, startTestService, type TestService } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';
import { storeImport } from '../harness/store-import.ts';

const HOUR_MS = 3_600_000;
let service: TestService;
/** How far the service's clock is ahead, ms. */
let aheadMs = 0;
beforeAll(async () => {
  service = await startTestService({
    clock: { now: () => new Date(Date.now() + aheadMs) },
    settings: { ROLE: 'web', MONGODB_URI: 'mongodb://the-harness/' },
  });
});
afterAll(() => service?.stop());

const admin = () => ({ origin: service.origin, apiKey: ADMIN_KEY });

async function make(name: string, expires_at: string | null = null) {
  const grant = { client_account_id: name, engagement_id: 'main' };
  const { api_key: apiKey, key_id } = await fetchEndpoint(admin(), endpoints.createApiKey, {
    body: { name, role: 'viewer', grant, expires_at },
  });
  return { apiKey, key_id, origin: service.origin, clientAccountId: name, engagementId: 'main' };
}

async function listed(keyId: string) {
  const { items } = await fetchEndpoint(admin(), endpoints.listApiKeys, { query: { limit: 100 } });
  return items.find(({ key_id: id }) => id === keyId);
}

const usedAt = async (keyId: string) => (await listed(keyId))?.last_used_at ?? null;

describe('the last use of a key', () => {
  test('is stored with the first use and then once an hour, whoever asks how often', async () => {
    const key = await make('used');
    expect(await usedAt(key.key_id)).toBeNull();
    await Promise.all([1, 2, 3].map(() => fetchEndpoint(key, endpoints.listFlows)));
    await until('it is seen', async () => (await usedAt(key.key_id)) !== null);
    const first = await usedAt(key.key_id);
    aheadMs = HOUR_MS - 60_000;
    await fetchEndpoint(key, endpoints.listFlows);
    // That nothing is stored gives no signal.
    await sleep(200);
    expect(await usedAt(key.key_id)).toBe(first);
    aheadMs = HOUR_MS + 60_000;
    await fetchEndpoint(key, endpoints.listFlows);
    await until('it is seen again', async () => (await usedAt(key.key_id)) !== first);
  });

  test('is also that of a poll that is answered from memory', async () => {
    const key = await make('polls');
    const { flow_id } = await storeImport(service.as('polls'));
    const { etag } = await callEndpoint(key, endpoints.getFlow, { params: { flow_id } });
    await until('its first use is seen', async () => (await usedAt(key.key_id)) !== null);
    const first = await usedAt(key.key_id);
    const poll = () =>
      fetch(`${service.origin}/api/v1/flows/${flow_id}`, {
        headers: {
          Authorization: `Bearer ${key.apiKey}`,
          'X-Client-Account-Id': 'polls',
          'X-Engagement-Id': 'main',
          'If-None-Match': etag ?? '',
        },
      });
    expect((await poll()).status).toBe(304);
    aheadMs += 2 * HOUR_MS;
    await until('a later one is seen', async () => {
      await poll();
      return (await usedAt(key.key_id)) !== first;
    });
  });
});

describe('a key with an end', () => {
  test('is refused from then on, and says why; its name is free again', async () => {
    const end = new Date(Date.now() + aheadMs + HOUR_MS).toISOString();
    const key = await make('ends', end);
    expect((await listed(key.key_id))?.expires_at).toBe(end);
    await fetchEndpoint(key, endpoints.listFlows);
    aheadMs += HOUR_MS + 1_000;
    expect(await refusalOf(fetchEndpoint(key, endpoints.listFlows))).toMatchObject({
      status: 401,
      detail: expect.stringContaining('has expired') as unknown,
    });
    await make('ends');
    const { items } = await fetchEndpoint(admin(), endpoints.listAuditEvents, { query: { search: key.key_id } });
    expect(items).toMatchObject([{ action: 'api_key.create', details: { name: 'ends', expires_at: end } }]);
  });

  test('cannot be made once it is over', async () => {
    expect(await refusalOf(make('late', '2020-01-01T00:00:00.000Z'))).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });
});

test('a poll that waits while its key is revoked is answered with nothing of the flow', async () => {
  const key = await make('waits');
  const { flow_id } = await storeImport(service.as('waits'));
  const { revision } = await fetchEndpoint(key, endpoints.getFlow, { params: { flow_id } });
  const wait = { params: { flow_id }, query: { wait_seconds: 2 }, ifNoneMatch: `"${revision}"` };
  const waiting = refusalOf(callEndpoint(key, endpoints.getFlow, wait));
  // That it waits gives no signal.
  await sleep(500);
  await fetchEndpoint(admin(), endpoints.revokeApiKey, { params: { key_id: key.key_id } });
  expect(await waiting).toMatchObject({ status: 401, code: 'unauthenticated' });
});
