import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { callEndpoint, fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { API_PREFIX } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { waitForFlow } from '../harness/service-harness.ts';
import { PROCESS_APP_NAME } from '../harness/service-process.ts';
import { processesPerTest } from './processes-per-test.ts';
import { clearFailPoints, setFailPoint } from '../harness/fail-points.ts';
import { until } from '../harness/until.ts';
import { buildSheet, buildStoreRequest } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

const processes = processesPerTest();

/** ImportValidator's look for an open flow. */
const FLOW_READS_BEFORE_COMMIT = 1;

/** Holds the first agent where it stores what it measured. */
async function holdFirstAgent(): Promise<() => Promise<void>> {
  return setFailPoint(processes.db, PROCESS_APP_NAME, {
    commands: ['insert', 'update', 'findAndModify'],
    collection: 'import_column_profiles',
    blockMs: 4_000,
    times: 20,
  });
}

/** A request whose body has come by half. */
function beginImport({ origin, apiKey, clientAccountId, engagementId }: Connection) {
  const body = Buffer.from(JSON.stringify(buildStoreRequest()));
  const half = Math.floor(body.length / 2);
  const sent = request(`${origin}${API_PREFIX}${endpoints.storeImport.path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${apiKey}`,
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      'Idempotency-Key': randomUUID(),
      'X-Client-Account-Id': clientAccountId,
      'X-Engagement-Id': engagementId,
      // Asks the service to say that it has begun.
      Expect: '100-continue',
    },
  });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  const begun = once(sent, 'continue').then(
    () => new Promise<void>((resolve) => sent.write(body.subarray(0, half), () => resolve())),
  );
  sent.flushHeaders();
  const finish = async (): Promise<number | undefined> => {
    sent.end(body.subarray(half));
    const [answer] = await answered;
    answer.resume();
    return answer.statusCode;
  };
  return { begun, finish };
}

const STORED = [
  'data_imports',
  'raw_import_records',
  'import_field_mappings',
  'crewai_flow_state_extensions',
  'idempotency_records',
];

describe('a service killed with SIGKILL', () => {
  test('in the middle of its transaction leaves nothing, and the next try succeeds', async () => {
    const first = await processes.start({ ROLE: 'web' });
    const held = await setFailPoint(processes.db, PROCESS_APP_NAME, {
      commands: ['insert'],
      collection: 'import_field_mappings',
      blockMs: 3_000,
    });
    const attempt = storeImport(first.as('killed'), { sheet: buildSheet({ rows: 2_000 }) }, 'same-key');
    const outcome = attempt.then(
      () => 'answered',
      () => 'broken off',
    );
    await held();
    await first.kill();
    expect(await outcome).toBe('broken off');
    for (const name of STORED)
      expect([name, await processes.db.collection(name).countDocuments({})]).toEqual([name, 0]);
    await clearFailPoints(processes.db);

    const second = await processes.start();
    const stored = await storeImport(second.as('killed'), { sheet: buildSheet({ rows: 2_000 }) }, 'same-key');
    expect(await processes.db.collection('raw_import_records').countDocuments({})).toBe(2_000);
    await waitForFlow(second.as('killed'), stored.flow_id, ['waiting_for_approval']);
  });

  test('right after the commit has its flow started by the next process, by itself', async () => {
    const first = await processes.start({ ROLE: 'web' });
    // Held where the service reads the due phase, between its commit and the making of a job.
    await setFailPoint(processes.db, PROCESS_APP_NAME, {
      commands: ['find'],
      collection: 'crewai_flow_state_extensions',
      skip: FLOW_READS_BEFORE_COMMIT,
      blockMs: 5_000,
    });
    const attempt = storeImport(first.as('after-commit'), { sheet: buildSheet({ rows: 50 }) }, 'after-commit').then(
      () => 'answered',
      () => 'broken off',
    );
    const committed = { client_account_id: 'after-commit', status: 'discovery_initiated' };
    await until(
      'the import is committed',
      async () => (await processes.db.collection('data_imports').countDocuments(committed)) === 1,
    );
    await first.kill();
    await attempt;
    await clearFailPoints(processes.db);
    const flow = await processes.db
      .collection('crewai_flow_state_extensions')
      .findOne({ client_account_id: 'after-commit' });
    expect(flow).toMatchObject({ status: 'initialized', due: { phase: 'data_validation', scheduled_at: null } });
    expect(await processes.db.collection('agenda_jobs').countDocuments({ 'data.flow_id': flow?._id })).toBe(0);

    const second = await processes.start();
    const done = await waitForFlow(second.as('after-commit'), String(flow?._id), ['waiting_for_approval']);
    expect(done.phases.slice(0, 3).map((phase) => phase.attempt)).toEqual([1, 1, 0]);
  });

  test('while an agent runs has the phase taken over when its lease ends, at the cost of no attempt', async () => {
    const settings = { MAX_ATTEMPTS: '1' };
    const first = await processes.start(settings);
    const held = await holdFirstAgent();
    const connection = first.as('mid-agent');
    const stored = await storeImport(connection, { sheet: buildSheet({ rows: 300 }) });
    await held();
    await first.kill();
    await clearFailPoints(processes.db);

    const second = await processes.start(settings);
    const flow = await waitForFlow(second.as('mid-agent'), stored.flow_id, ['waiting_for_approval']);
    expect(flow.phases[0]).toMatchObject({ status: 'completed', attempt: 2 });
    const tasks = await processes.db
      .collection('crewai_task_execution')
      .find({ flow_id: stored.flow_id, phase: 'data_validation' })
      .sort({ attempt: 1 })
      .toArray();
    expect(tasks.map((task) => `${task['attempt']} ${task['status']}`)).toEqual(['1 abandoned', '2 completed']);
    expect(
      await processes.db.collection('import_column_profiles').countDocuments({ data_import_id: stored.data_import_id }),
    ).toBe(6);
  });

  test('as often as a phase may lose its worker fails the flow, which says so and can be retried', async () => {
    const settings = { MAX_LOST_WORKERS: '2' };
    const first = await processes.start(settings);
    const heldFirst = await holdFirstAgent();
    const { flow_id } = await storeImport(first.as('poison'), { sheet: buildSheet({ rows: 300 }) });
    await heldFirst();
    await first.kill();
    await clearFailPoints(processes.db);
    const heldSecond = await holdFirstAgent();
    const second = await processes.start(settings);
    await heldSecond();
    await second.kill();
    await clearFailPoints(processes.db);

    const third = await processes.start(settings);
    const connection = third.as('poison');
    const failed = await waitForFlow(connection, flow_id, ['failed']);
    expect(failed.error).toMatchObject({ code: 'workers_lost', agent: 'data-validation', attempt: 2 });
    expect(failed.error?.message).toMatch(/^2 attempts ended without a word, the last one when \d+ of 300 rows/);
    await fetchEndpoint(connection, endpoints.retryFlow, { params: { flow_id } });
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(flow.phases[0]).toMatchObject({ status: 'completed', attempt: 3 });
  });

  test('stops in order on SIGTERM', async () => {
    const service = await processes.start();
    expect(await service.stop()).toBe(0);
  });

  test('on SIGTERM answers a request that has begun, and whoever waits for a change at once', async () => {
    const service = await processes.start({ ROLE: 'web' });
    const waiting = service.as('waiting');
    const { flow_id } = await storeImport(waiting);
    const params = { flow_id };
    const { etag } = await callEndpoint(waiting, endpoints.getFlow, { params });
    const looks = await setFailPoint(processes.db, PROCESS_APP_NAME, {
      commands: ['find'],
      collection: 'crewai_flow_state_extensions',
      blockMs: 1,
      times: 1_000,
    });
    const waited = callEndpoint(waiting, endpoints.getFlow, {
      params,
      query: { wait_seconds: 20 },
      ...(etag === null ? {} : { ifNoneMatch: etag }),
    });
    const half = beginImport(service.as('half-sent'));
    await half.begun;
    // More than the request itself makes: changes are looked for, so somebody waits for one.
    await looks(6);
    const begunAt = Date.now();
    const stopped = service.stop();
    expect((await waited).isNotModified).toBe(true);
    // Long before the wait it had asked for.
    expect(Date.now() - begunAt).toBeLessThan(15_000);
    expect(await half.finish()).toBe(200);
    expect(await stopped).toBe(0);
  });
});
