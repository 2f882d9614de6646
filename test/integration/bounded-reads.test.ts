import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import type { Endpoint } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storeImport } from '../harness/store-import.ts';
import { clearFailPoints, setFailPoint } from '../harness/fail-points.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, testMongoUri, waitForFlow, type TestService } from '../harness/service-harness.ts';

const MAX_TIME_EXPIRED = 50;

/** Requests come to the one, and all else is done by the other. */
let service: TestService;
let worker: TestService;
let owner: Connection;
beforeAll(async () => {
  const database = `test_${randomUUID().slice(0, 8)}`;
  const MONGODB_URI = testMongoUri(database);
  service = await startTestService({ database, settings: { ROLE: 'web', MONGODB_URI } });
  worker = await startTestService({ database, settings: { ROLE: 'worker', MONGODB_URI } });
  owner = service.as('bounded');
});
afterEach(() => clearFailPoints(service.db));
afterAll(async () => {
  await worker?.stop({ keepsDatabase: true });
  await service?.stop();
});

/** What one asked the database for while `work` ran: what reads, and where. */
async function readsOf(reader: TestService, work: () => Promise<unknown>) {
  await service.db.command({ profile: 2 });
  try {
    await work();
  } finally {
    await service.db.command({ profile: 0 });
  }
  const commands = ['find', 'count', 'aggregate', 'distinct'].map((name) => ({
    [`command.${name}`]: { $exists: true, $nin: ['agenda_jobs', 'system.profile'] },
  }));
  const read = await service.db.collection('system.profile').find({ appName: reader.appName, $or: commands }).toArray();
  return read.map(({ op, ns, command }) => ({ what: `${op} ${ns}`, isBounded: 'maxTimeMS' in (command as object) }));
}

test('every read that a request causes is bounded', async () => {
  const { data_import_id, flow_id } = await storeImport(owner);
  await waitForFlow(owner, flow_id, ['waiting_for_approval']);
  const reading = Object.values(endpoints as Record<string, Endpoint>).filter(
    (endpoint) => endpoint.method === 'GET' && !('file' in endpoint),
  );
  const ids: Record<string, string> = { data_import_id, flow_id };
  const reads = await readsOf(service, async () => {
    for (const endpoint of reading) {
      const params = Object.fromEntries(
        [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, ids[name] ?? 'ast_none']),
      );
      const query = Object.hasOwn((endpoint.query as { shape?: object }).shape ?? {}, 'search')
        ? { search: 'x y' }
        : {};
      await fetchEndpoint(owner, endpoint, { params, query }).catch(() => undefined);
    }
  });
  expect(reading.length).toBeGreaterThan(20);
  expect(reads.filter(({ isBounded }) => !isBounded)).toEqual([]);
});

test('what agents and other jobs read is not, as no request waits for it', async () => {
  const reads = await readsOf(worker, async () => {
    const second = service.as('bounded', 'second');
    const { flow_id } = await storeImport(second);
    await waitForFlow(second, flow_id, ['waiting_for_approval']);
  });
  expect(reads.length).toBeGreaterThan(20);
  expect(reads.filter(({ isBounded }) => isBounded)).toEqual([]);
});

test('a read that the database gave up is answered with what to do', async () => {
  await setFailPoint(service.db, service.appName, {
    commands: ['find'],
    collection: 'mapping_memory',
    errorCode: MAX_TIME_EXPIRED,
  });
  const refused = await refusalOf(fetchEndpoint(owner, endpoints.listMappingMemory, { query: { search: 'a' } }));
  expect(refused).toMatchObject({ status: 503, code: 'service_unavailable' });
  expect(refused.detail).toBe(
    'The database was still reading after 20 seconds, so this was stopped; nothing was changed. Ask for less, or try again later.',
  );
});
