import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { callEndpoint, fetchEndpoint, type ApiFailure } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { ADMIN_KEY, startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { startServiceProcess, type ServiceProcess } from '../harness/service-process.ts';
import { until } from '../harness/until.ts';
import { storeImport } from '../harness/store-import.ts';

const started: ServiceProcess[] = [];
afterEach(async () => {
  for (const service of started.splice(0)) await service.stop();
});

async function start(database: string, apiKey: string): Promise<ServiceProcess> {
  const service = await startServiceProcess(database, { BOOTSTRAP_API_KEY: apiKey });
  started.push(service);
  return service;
}

test('the making of the first key is in the audit, once however often the service starts', async () => {
  const first = await startTestService();
  const second = await startTestService({ database: first.mongo.name });
  try {
    const { items } = await fetchEndpoint(second.as('any'), endpoints.listAuditEvents);
    const { items: keys } = await fetchEndpoint(second.as('any'), endpoints.listApiKeys);
    const details = { name: 'first admin key', role: 'admin' };
    expect(items).toMatchObject([{ action: 'api_key.create', subject: keys[0]?.key_id, actor: 'bootstrap', details }]);
  } finally {
    await second.stop();
    await first.stop();
  }
});

test('a first key whose grant the settings change is audited once, and refused what it may see no more by every process', async () => {
  const first = await startTestService();
  const others: TestService[] = [];
  const start = async () => {
    const settings = { BOOTSTRAP_CLIENT_ACCOUNT_ID: 'bound' };
    others.push(await startTestService({ database: first.mongo.name, settings }));
  };
  try {
    const { flow_id } = await storeImport(first.as('unbound'));
    await waitForFlow(first.as('unbound'), flow_id, ['waiting_for_approval']);
    const known = await callEndpoint(first.as('unbound'), endpoints.getFlow, { params: { flow_id } });
    const poll = () =>
      callEndpoint(first.as('unbound'), endpoints.getFlow, { params: { flow_id }, ifNoneMatch: known.etag ?? '' });
    for (let times = 0; times < 3; times += 1) expect((await poll()).isNotModified).toBe(true);
    await start();
    const isRefused = () =>
      poll().then(
        () => false,
        (failure: ApiFailure) => failure.problem?.status === 403,
      );
    await until('the poll is refused', isRefused, 10_000);
    await start();
    const { items } = await fetchEndpoint(first.as('bound'), endpoints.listAuditEvents);
    const { items: keys } = await fetchEndpoint(first.as('bound'), endpoints.listApiKeys);
    const before = { role_before: 'admin', granted_before: 'all clients' };
    const details = { name: 'first admin key', role: 'admin', ...before, granted: 'bound' };
    const subject = keys[0]?.key_id;
    expect(items).toMatchObject([{ action: 'api_key.change', subject, actor: 'bootstrap', details }]);
  } finally {
    for (const other of others) await other.stop({ keepsDatabase: true });
    await first.stop();
  }
});

test('a key that the settings make the first one is audited with the role and the grant it had', async () => {
  const first = await startTestService();
  const grant = { client_account_id: 'acme', engagement_id: 'move' };
  const request = { name: 'Ana Keller', role: 'analyst' as const, grant };
  const { api_key, key_id } = await fetchEndpoint(first.as('any'), endpoints.createApiKey, { body: request });
  const settings = { BOOTSTRAP_API_KEY: api_key };
  const second = await startTestService({ database: first.mongo.name, settings });
  try {
    const { items } = await fetchEndpoint(first.as('any'), endpoints.listAuditEvents);
    const before = { role_before: 'analyst', granted_before: 'acme/move' };
    const details = { name: 'Ana Keller', role: 'admin', ...before, granted: 'all clients' };
    expect(items[0]).toMatchObject({ action: 'api_key.change', subject: key_id, actor: 'bootstrap', details });
  } finally {
    await second.stop({ keepsDatabase: true });
    await first.stop();
  }
});

test('a first key beside one that is still valid is audited, and told of at every start until that one is revoked', async () => {
  const database = `first_key_${randomUUID().slice(0, 8)}`;
  const warning = /BOOTSTRAP_API_KEY: another first admin key[^"]* is still valid/;
  const before = await start(database, ADMIN_KEY);
  expect(before.said()).not.toMatch(warning);
  const apiKey = `${ADMIN_KEY}-another`;
  const after = await start(database, apiKey);
  expect(after.said()).toMatch(warning);
  const another = { ...after.as('any'), apiKey };
  const { items } = await fetchEndpoint(another, endpoints.listAuditEvents);
  expect(items.map(({ action }) => action)).toEqual(['api_key.create', 'api_key.create']);
  const { items: keys } = await fetchEndpoint(another, endpoints.listApiKeys);
  const old = keys.at(-1)?.key_id ?? '';
  expect(after.said()).toContain(old);
  await fetchEndpoint(another, endpoints.revokeApiKey, { params: { key_id: old } });
  expect((await start(database, apiKey)).said()).not.toMatch(warning);
});
