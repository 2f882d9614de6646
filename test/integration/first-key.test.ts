import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { ADMIN_KEY, startTestService } from '../harness/service-harness.ts';
import { startServiceProcess, type ServiceProcess } from '../harness/service-process.ts';

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
