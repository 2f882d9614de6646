import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { AttemptLostError } from '#service/flows/flow-error.ts';
import { MasterFlowOrchestrator } from '#service/flows/master-flow-orchestrator.ts';
import type { FlowDocument } from '#service/models/flow.model.ts';
import { systemClock } from '#service/platform/clock.ts';
import { inTransaction } from '#service/platform/database/mongo.ts';
import { storeImport } from '../harness/store-import.ts';
import { startTestService, testMongoUri, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  // No worker: the test itself begins and loses attempts.
  service = await startTestService({ settings: { ROLE: 'web', MONGODB_URI: testMongoUri('unused') } });
});
afterAll(() => service?.stop());

test('an attempt whose flow was paused and resumed at once owns the phase no more, before the next one begins', async () => {
  const connection = service.as('resumed');
  const { flow_id } = await storeImport(connection);
  const orchestrator = new MasterFlowOrchestrator({
    flows: new TenantCollection(service.mongo.model<FlowDocument>('Flow')),
    clock: systemClock,
    maxAttempts: 3,
    maxLosses: 3,
    partitionRows: 1_000,
  });
  const tenant = { clientAccountId: 'resumed', engagementId: 'main' };
  const job = { tenant, flowId: flow_id, phase: 'data_validation' } as const;
  const leaseUntil = new Date(Date.now() + 60_000);
  const begin = () => inTransaction(service.mongo, (session) => orchestrator.beginAttempt(job, leaseUntil, session));

  expect(await begin()).not.toBeNull();
  const first = { ...job, attempt: 1 };
  expect(await orchestrator.renewLease(first, leaseUntil)).toBe(true);
  await fetchEndpoint(connection, endpoints.pauseFlow, { params: { flow_id } });
  await fetchEndpoint(connection, endpoints.resumeFlow, { params: { flow_id } });

  expect(await orchestrator.renewLease(first, leaseUntil)).toBe(false);
  expect(await orchestrator.reportProgress(first, 1, leaseUntil)).toBe(false);
  const complete = inTransaction(service.mongo, (session) => orchestrator.completePhase(first, session));
  await expect(complete).rejects.toThrow(AttemptLostError);
  expect(await begin()).toMatchObject({ due: { phase: 'data_validation' } });
  expect(await orchestrator.renewLease({ ...job, attempt: 2 }, leaseUntil)).toBe(true);
});

test('a worker whose phase says nothing is shown to live by every second sign of it, which alone is news', async () => {
  const connection = service.as('silent');
  const { flow_id } = await storeImport(connection);
  const from = Date.now();
  let seconds = 0;
  const now = () => new Date(from + seconds * 1_000);
  const orchestrator = new MasterFlowOrchestrator({
    flows: new TenantCollection(service.mongo.model<FlowDocument>('Flow')),
    clock: { now },
    maxAttempts: 3,
    maxLosses: 3,
    partitionRows: 1_000,
  });
  const tenant = { clientAccountId: 'silent', engagementId: 'main' };
  const job = { tenant, flowId: flow_id, phase: 'data_validation' } as const;
  const leaseEnd = () => new Date(from + (seconds + 300) * 1_000);
  const seen: { revision: number; aliveFor: number | null }[] = [];
  const look = async () => {
    const { revision, worker_alive_until: until } = await fetchEndpoint(connection, endpoints.getFlow, {
      params: { flow_id },
      query: {},
    });
    seen.push({ revision, aliveFor: until === null ? null : (Date.parse(until) - from) / 1_000 });
  };
  await look();
  await inTransaction(service.mongo, (session) => orchestrator.beginAttempt(job, leaseEnd(), session));
  await look();
  for (seconds of [100, 200, 300, 400]) {
    expect(await orchestrator.renewLease({ ...job, attempt: 1 }, leaseEnd())).toBe(true);
    await look();
  }
  expect(seen).toEqual([
    { revision: 1, aliveFor: null },
    { revision: 2, aliveFor: 300 },
    { revision: 2, aliveFor: 300 },
    { revision: 3, aliveFor: 500 },
    { revision: 3, aliveFor: 500 },
    { revision: 4, aliveFor: 700 },
  ]);
});
