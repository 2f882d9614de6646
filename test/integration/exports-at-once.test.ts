import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiFailure, fetchFile, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storeImport } from '../harness/store-import.ts';
import { startServiceProcess } from '../harness/service-process.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
let owner: Connection;
beforeAll(async () => {
  service = await startTestService({ settings: { EXPORTS_AT_ONCE: '2' } });
  owner = service.as('hurried');
  await storeImport(owner);
});
afterAll(() => service.stop());

/** Status of one export; a refusal has to say when to come again. */
async function exportOnce(): Promise<number> {
  try {
    await fetchFile(owner, endpoints.exportAssetsXlsx);
    return 200;
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    expect([error.problem?.code, error.retryAfterSeconds]).toEqual(['too_many_requests', 5]);
    return error.status ?? 0;
  }
}

test('exports of one key beyond its places are refused, and none of them keeps its place', async () => {
  const statuses = await Promise.all(Array.from({ length: 30 }, exportOnce));
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(await exportOnce()).toBe(200);
});

test('a file leaves no warning in what the service prints', async () => {
  const running = await startServiceProcess(service.mongo.name);
  await fetchFile(running.as('hurried'), endpoints.exportAssetsXlsx);
  await running.stop();
  expect(running.said()).not.toContain('Warning');
});
