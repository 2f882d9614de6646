import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import type { Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { StoreImportResponse } from '#shared/schemas/import.schema.ts';
import { createLogger } from '#service/platform/logger.ts';
import { findMongod } from '#service/platform/embedded-mongod/mongod-binary.ts';
import { storeImport } from '../harness/store-import.ts';
import { waitForFlow } from '../harness/service-harness.ts';
import { startServiceProcess, type ServiceProcess } from '../harness/service-process.ts';
import { startThreeMemberSet, type ThreeMemberSet } from '../harness/three-member-set.ts';

/** The set of docker-compose.yml without Docker: three mongods, one web process, two workers, all of them real processes. */
const CLIENTS = 12;
let mongods: ThreeMemberSet | undefined;
const processes: ServiceProcess[] = [];
beforeAll(async () => {
  mongods = await startThreeMemberSet(await findMongod({ logger: createLogger('warn') }));
});
afterAll(async () => {
  await Promise.all(processes.map((service) => service.kill()));
  await mongods?.stop();
});

async function start(role: 'web' | 'worker', set: ThreeMemberSet): Promise<ServiceProcess> {
  const service = await startServiceProcess('three_members', { MONGODB_URI: set.uriOf('three_members'), ROLE: role });
  processes.push(service);
  return service;
}

/** As the pane does when the service says 503: once more with the same key, until the set has a primary again. */
async function storeThroughElection(connection: Connection, key: string): Promise<StoreImportResponse> {
  for (const deadline = Date.now() + 60_000; ; await sleep(500)) {
    try {
      return await storeImport(connection, {}, key);
    } catch (error) {
      const isPassing = error instanceof ApiFailure && error.problem?.status === 503;
      if (!isPassing || Date.now() > deadline) throw error;
    }
  }
}

test('an import waits for a worker, and imports stored while the primary changes are there once each', async () => {
  if (!mongods) throw new Error('The set did not start.');
  const web = await start('web', mongods);
  const acme = web.as('acme');
  const first = await storeImport(acme);
  const waiting = await fetchEndpoint(acme, endpoints.getFlow, { params: { flow_id: first.flow_id }, query: {} });
  expect(waiting.status).toBe('initialized');

  const workers = await Promise.all([start('worker', mongods), start('worker', mongods)]);
  await waitForFlow(acme, first.flow_id, ['waiting_for_approval']);

  const oldPrimary = await mongods.primary();
  const primaryChanged = mongods.changePrimary();
  const storing: Promise<StoreImportResponse>[] = [];
  for (let client = 0; client < CLIENTS; client += 1) {
    storing.push(storeThroughElection(web.as(`client-${client}`), 'during-the-election'));
    await sleep(200);
  }
  expect(await primaryChanged).not.toBe(oldPrimary);
  const stored = await Promise.all(storing);

  for (const [client, { data_import_id, flow_id }] of stored.entries()) {
    const connection = web.as(`client-${client}`);
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval'], 60_000);
    expect(flow.data_import_id).toBe(data_import_id);
    const { items } = await fetchEndpoint(connection, endpoints.listImports, { query: {} });
    expect(items.map((item) => item.data_import_id)).toEqual([data_import_id]);
  }
  for (const service of [web, ...workers]) expect((await fetch(`${service.origin}/readyz`)).status).toBe(200);
  for (const service of [web, ...workers]) expect(await service.stop()).toBe(0);
});
