import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { callEndpoint, fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { clearFailPoints, setFailPoint } from '../harness/fail-points.ts';
import { until } from '../harness/until.ts';
import { AGENDA_COLLECTION } from '#service/platform/agenda.ts';
import { storeImport } from '../harness/store-import.ts';

/** The role asks for an address; the harness has its own. */
const asWeb = { ROLE: 'web', MONGODB_URI: 'mongodb://the-harness/' };
/** Two processes of one service, as far as the database can tell. Neither runs agents, so that flows stand still. */
let service: TestService;
let other: TestService;
beforeAll(async () => {
  service = await startTestService({ settings: asWeb });
  other = await startTestService({ settings: asWeb, database: service.mongo.name });
});
afterEach(() => clearFailPoints(service.db));
afterAll(async () => {
  await other?.stop();
  await service?.stop();
});

/** An error no driver repeats. */
const BROKEN = 8;

async function poll(connection: Connection, flowId: string, tag: string): Promise<number> {
  const response = await fetch(`${connection.origin}/api/v1/flows/${flowId}`, {
    headers: {
      Authorization: `Bearer ${connection.apiKey}`,
      'X-Client-Account-Id': connection.clientAccountId ?? '',
      'X-Engagement-Id': connection.engagementId ?? '',
      'If-None-Match': tag,
    },
  });
  await response.arrayBuffer();
  return response.status;
}

/** A flow of a tenant of its own, polled often enough to be known: the database is not asked any more. */
async function polled(client: string) {
  const key = await service.keyFor('analyst', client, 'main');
  const { flow_id: flowId } = await storeImport(service.as(client));
  const { etag } = await callEndpoint(key, endpoints.getFlow, { params: { flow_id: flowId } });
  const tag = etag ?? '';
  await until('it is answered without the database', () => isKnown(key, flowId, tag));
  return { key, flowId, tag };
}

async function isKnown(key: Connection, flowId: string, tag: string): Promise<boolean> {
  await poll(key, flowId, tag);
  await setFailPoint(service.db, service.appName, { commands: ['find'], errorCode: BROKEN, times: 20 });
  const status = await poll(key, flowId, tag);
  await clearFailPoints(service.db);
  return status === 304;
}

const keys = () => service.db.collection<{ _id: string }>('api_keys');
const revokeInDatabase = (client: string) =>
  keys().updateOne({ client_account_id: client }, { $set: { revoked_at: new Date() } });

describe('a poll that is known to be unchanged', () => {
  test('carries the headers of the 304 it repeats, and a request id', async () => {
    const { key, flowId, tag } = await polled('headers');
    const response = await fetch(`${key.origin}/api/v1/flows/${flowId}`, {
      headers: {
        Authorization: `Bearer ${key.apiKey}`,
        'X-Client-Account-Id': 'headers',
        'X-Engagement-Id': 'main',
        'If-None-Match': tag,
        'X-Request-Id': 'mine',
      },
    });
    const named = ['etag', 'retry-after', 'cache-control', 'x-request-id'].map((name) => response.headers.get(name));
    expect([response.status, ...named]).toEqual([304, tag, '1', 'no-cache, private', 'mine']);
  });

  test.each([
    ['weak', (tag: string) => `W/${tag}`],
    ['one of a list', (tag: string) => `"x", ${tag}`],
    ['any', () => '*'],
  ])('is one as well where the tag is %s, asked at once or in a long poll', async (name, written) => {
    const { key, flowId, tag } = await polled(`written-${name.replaceAll(' ', '-')}`);
    expect(await poll(key, flowId, written(tag))).toBe(304);
    expect(await poll(key, `${flowId}?wait_seconds=1`, written(tag))).toBe(304);
  });

  test('is answered anew as soon as its flow changes, whoever changes it', async () => {
    const { key, flowId, tag } = await polled('changed');
    await service.db
      .collection<{ _id: string }>('crewai_flow_state_extensions')
      .updateOne({ _id: flowId }, { $inc: { revision: 1 } });
    await until('the change is seen', async () => (await poll(key, flowId, tag)) === 200);
  });

  test('shows the caller his own change at once', async () => {
    const { key, flowId, tag } = await polled('own-change');
    await fetchEndpoint(key, endpoints.deleteFlow, { params: { flow_id: flowId } });
    expect(await poll(key, flowId, tag)).toBe(200);
  });

  test('shows a deletion at once whose jobs cannot be cancelled: it was committed, and is answered so', async () => {
    const { key, flowId, tag } = await polled('jobs-left');
    const jobs = { commands: ['delete'], collection: AGENDA_COLLECTION, errorCode: BROKEN, times: 20 };
    await setFailPoint(service.db, service.appName, jobs);
    const deleted = await fetchEndpoint(key, endpoints.deleteFlow, { params: { flow_id: flowId } });
    expect(deleted).toMatchObject({ flow_id: flowId, jobs_cancelled: 0 });
    expect(await poll(key, flowId, tag)).toBe(200);
  });

  test('is refused at once to a key that this process revokes', async () => {
    const { key, flowId, tag } = await polled('revoked-here');
    const found = await keys().findOne({ client_account_id: 'revoked-here' });
    await fetchEndpoint(service.as('x'), endpoints.revokeApiKey, { params: { key_id: found?._id ?? '' } });
    expect(await poll(key, flowId, tag)).toBe(401);
  });

  test('is refused to a key that another process revokes', async () => {
    const { key, flowId, tag } = await polled('revoked-there');
    const found = await keys().findOne({ client_account_id: 'revoked-there' });
    await fetchEndpoint(other.as('x'), endpoints.revokeApiKey, { params: { key_id: found?._id ?? '' } });
    await until('the key is refused', async () => (await poll(key, flowId, tag)) === 401);
    expect(await poll(key, flowId, tag)).toBe(401);
  });

  test('is nobody else’s: another key, tenant or tag goes the whole way', async () => {
    const { key, flowId, tag } = await polled('mine');
    const foreign = await service.keyFor('analyst', 'foreign', 'main');
    expect(await poll(foreign, flowId, tag)).toBe(404);
    expect(await poll({ ...foreign, clientAccountId: 'mine' }, flowId, tag)).toBe(403);
    expect(await poll({ ...key, apiKey: 'wrong' }, flowId, tag)).toBe(401);
    expect(await poll(key, flowId, '"0"')).toBe(200);
  });

  test('is not answered from memory when nobody has seen for long whether it changed', async () => {
    const { key, flowId, tag } = await polled('silent');
    // Every look from now on takes too long to be trusted; a key is looked up in another collection.
    const held = await setFailPoint(service.db, service.appName, {
      commands: ['find'],
      collection: 'crewai_flow_state_extensions',
      blockMs: 4_000,
      times: 50,
    });
    await held();
    // What the look before it saw is trusted for a second and a half, and nothing but time ends that.
    await sleep(1_700);
    await revokeInDatabase('silent');
    expect(await poll(key, flowId, tag)).toBe(401);
  });
});
