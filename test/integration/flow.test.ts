import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callEndpoint, fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { aborted } from '../harness/aborted.ts';
import { whileNothingIsQueued } from '../harness/fail-points.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { refusalOf } from '../harness/refusal.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { until } from '../harness/until.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

async function storedAndWaiting(
  client: string,
): Promise<{ connection: Connection; flowId: string; dataImportId: string }> {
  const connection = service.as(client);
  const stored = await storeImport(connection, { sheet: buildSheet({ rows: 40 }) });
  await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  return { connection, flowId: stored.flow_id, dataImportId: stored.data_import_id };
}

describe('the status of a flow', () => {
  test('names the phases in order, says that it waits for a person, and never lists one that does not exist', async () => {
    const { connection, flowId } = await storedAndWaiting('status');
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id: flowId } });
    expect(flow).toMatchObject({
      status: 'waiting_for_approval',
      awaiting_user_approval: true,
      progress_percentage: 33,
      total_records: 40,
      error: null,
    });
    expect(
      flow.phases.map(({ phase, status, rows_done, rows_total, attempt }) => [
        phase,
        status,
        rows_done,
        rows_total,
        attempt,
      ]),
    ).toEqual([
      ['data_validation', 'completed', 40, 40, 1],
      ['field_mapping', 'completed', 40, 40, 1],
      ['waiting_for_approval', 'waiting', 0, 0, 0],
      ['data_cleansing', 'not_started', 0, 40, 0],
      ['asset_inventory', 'not_started', 0, 40, 0],
      ['dependency_analysis', 'not_started', 0, 40, 0],
      ['tech_debt_assessment', 'not_started', 0, 40, 0],
    ]);
    for (const phase of flow.phases.slice(0, 2))
      expect(Date.parse(phase.finished_at ?? '')).toBeGreaterThanOrEqual(Date.parse(phase.started_at ?? ''));
  });

  test('is answered with 304 and no body while nothing changed, and says when to ask again', async () => {
    const { connection, flowId } = await storedAndWaiting('etag');
    const first = await callEndpoint(connection, endpoints.getFlow, { params: { flow_id: flowId } });
    expect(first.etag).toMatch(/^"\d+"$/);
    expect(first.retryAfterSeconds).toBe(5);
    const second = await callEndpoint(connection, endpoints.getFlow, {
      params: { flow_id: flowId },
      ifNoneMatch: first.etag ?? '',
    });
    expect(second).toEqual({ isNotModified: true, etag: first.etag, retryAfterSeconds: 5 });
  });

  test('holds a long poll until the flow changes', async () => {
    const { connection, flowId, dataImportId } = await storedAndWaiting('long-poll');
    const { etag } = await callEndpoint(connection, endpoints.getFlow, { params: { flow_id: flowId } });
    const startedAt = Date.now();
    const poll = callEndpoint(connection, endpoints.getFlow, {
      params: { flow_id: flowId },
      query: { wait_seconds: 20 },
      ifNoneMatch: etag ?? '',
    });
    await fetchEndpoint(connection, endpoints.approveFieldMappings, {
      params: { data_import_id: dataImportId },
      body: { minimum_confidence: 1 },
    });
    const answer = await poll;
    expect(answer.isNotModified ? 'waiting_for_approval' : answer.body.current_phase).not.toBe('waiting_for_approval');
    // Long before its time is over, however slow the approval was.
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });

  test('ends a long poll with 304 when nothing changes in its time', async () => {
    const { connection, flowId } = await storedAndWaiting('quiet-poll');
    const { etag } = await callEndpoint(connection, endpoints.getFlow, { params: { flow_id: flowId } });
    const answer = await callEndpoint(connection, endpoints.getFlow, {
      params: { flow_id: flowId },
      query: { wait_seconds: 1 },
      ifNoneMatch: etag ?? '',
    });
    expect(answer.isNotModified).toBe(true);
  });

  test('stays small: one poll is far below 4 KB', async () => {
    const { connection, flowId } = await storedAndWaiting('small');
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id: flowId } });
    expect(JSON.stringify(flow).length).toBeLessThan(4_096);
  });
});

describe('lists of a flow', () => {
  test('show one finished task per agent with its rows and result', async () => {
    const { connection, flowId } = await storedAndWaiting('tasks');
    const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params: { flow_id: flowId } });
    expect(
      items.map(({ agent, phase, status, attempt, rows_done, error }) => [
        agent,
        phase,
        status,
        attempt,
        rows_done,
        error,
      ]),
    ).toEqual([
      ['data-validation', 'data_validation', 'completed', 1, 40, null],
      ['field-mapping', 'field_mapping', 'completed', 1, 40, null],
    ]);
    for (const task of items) expect(Object.keys(task.result ?? {}).length).toBeGreaterThan(0);
  });

  test('page without loss or doubling', async () => {
    const { connection, flowId } = await storedAndWaiting('task-pages');
    const first = await fetchEndpoint(connection, endpoints.listTasks, {
      params: { flow_id: flowId },
      query: { limit: 1 },
    });
    const second = await fetchEndpoint(connection, endpoints.listTasks, {
      params: { flow_id: flowId },
      query: { limit: 1, cursor: first.next_cursor ?? '' },
    });
    expect([...first.items, ...second.items].map((task) => task.agent)).toEqual(['data-validation', 'field-mapping']);
    expect(second.next_cursor).toBeNull();
  });

  test("show Agenda's own jobs, done", async () => {
    const { connection, flowId } = await storedAndWaiting('jobs');
    const { items } = await fetchEndpoint(connection, endpoints.listJobs, { params: { flow_id: flowId } });
    // Delivery is at least once: the sweeper may schedule a phase that is being scheduled.
    expect([...new Set(items.map((job) => job.phase))].sort()).toEqual(['data_validation', 'field_mapping']);
    expect(items.every((job) => job.fail_count === 0)).toBe(true);
  });
});

describe('deleting a flow', () => {
  test('frees the slot, keeps the raw records, and repeating it changes nothing', async () => {
    const { connection, flowId, dataImportId } = await storedAndWaiting('deleted');
    const deleted = await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: flowId } });
    expect(deleted).toMatchObject({ status: 'deleted', records_kept: 40 });
    const again = await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: flowId } });
    expect(again.jobs_cancelled).toBe(0);
    const records = await fetchEndpoint(connection, endpoints.listRecords, {
      params: { data_import_id: dataImportId },
      query: { limit: 100 },
    });
    expect(records.items).toHaveLength(40);
    await storeImport(connection);
  });

  test('leaves what it wrote to be withdrawn, once', async () => {
    const { connection, flowId, dataImportId } = await storedAndWaiting('deleted-late');
    const params = { data_import_id: dataImportId };
    const flow = { params: { flow_id: flowId } };
    await fetchEndpoint(connection, endpoints.approveFieldMappings, { params });
    await waitForFlow(connection, flowId, ['completed']);
    await fetchEndpoint(connection, endpoints.deleteFlow, flow);
    const assets = () => service.db.collection('assets').countDocuments({ client_account_id: 'deleted-late' });
    expect(await assets()).toBeGreaterThan(0);
    await fetchEndpoint(connection, endpoints.withdrawImport, { params });
    await waitForFlow(connection, flowId, ['cancelled']);
    expect(await assets()).toBe(0);
    await fetchEndpoint(connection, endpoints.deleteFlow, flow);
    const problem = await refusalOf(fetchEndpoint(connection, endpoints.withdrawImport, { params }));
    expect([problem.status, problem.code]).toEqual([409, 'flow_state_conflict']);
  });

  test('stops an agent that runs, at its next heartbeat at the latest, and nothing of it is stored', async () => {
    const leaseMs = 24_000;
    let hasBegun = false;
    let abortedAt: number | null = null;
    const slow = await startTestService({
      settings: { LEASE_SECONDS: String(leaseMs / 1_000) },
      agentFor: disturbedAgents('data_validation', async (_input, { signal }) => {
        hasBegun = true;
        await aborted(signal);
        abortedAt = Date.now();
        signal.throwIfAborted();
      }),
    });
    try {
      const connection = slow.as('busy');
      const { flow_id } = await storeImport(connection);
      // A running flow may not have come to its agent yet.
      await until('the agent runs', () => Promise.resolve(hasBegun));
      const deletedAt = Date.now();
      await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id } });
      await until('the agent is told', () => Promise.resolve(abortedAt !== null));
      // A heartbeat comes three times a lease: this is before the second.
      expect(Number(abortedAt) - deletedAt).toBeLessThan((2 * leaseMs) / 3);
      const statuses = async () => {
        const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params: { flow_id } });
        return items.map((task) => task.status);
      };
      await until('the task has ended', async () => !(await statuses()).includes('running'));
      expect(await statuses()).toEqual(['cancelled']);
      expect(await slow.db.collection('import_column_profiles').countDocuments({})).toBe(0);
    } finally {
      await slow.stop();
    }
  });
});

describe('resuming a flow', () => {
  test('never approves: a flow that waits for its analyst is refused', async () => {
    const { connection, flowId } = await storedAndWaiting('resume-waiting');
    const problem = await refusalOf(fetchEndpoint(connection, endpoints.resumeFlow, { params: { flow_id: flowId } }));
    expect([problem.status, problem.code]).toEqual([409, 'flow_state_conflict']);
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id: flowId } });
    expect(flow.status).toBe('waiting_for_approval');
  });

  test.each(['completed', 'deleted'] as const)('is refused once the flow is %s', async (end) => {
    const { connection, flowId, dataImportId } = await storedAndWaiting(`resume-${end}`);
    if (end === 'deleted') await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: flowId } });
    else {
      const params = { data_import_id: dataImportId };
      await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: { minimum_confidence: 1 } });
      await waitForFlow(connection, flowId, ['completed']);
    }
    const problem = await refusalOf(fetchEndpoint(connection, endpoints.resumeFlow, { params: { flow_id: flowId } }));
    expect(problem.status).toBe(409);
  });
});

test('a decision is carried out although the next phase cannot be queued at once; the sweeper does it', async () => {
  const { connection, flowId, dataImportId } = await storedAndWaiting('no-queue');
  const params = { data_import_id: dataImportId };
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: { preview_inventory: true } });
  await waitForFlow(connection, flowId, ['waiting_for_approval']);
  await whileNothingIsQueued(service, () =>
    fetchEndpoint(connection, endpoints.applyInventory, { params: { flow_id: flowId } }),
  );
  await waitForFlow(connection, flowId, ['completed']);
});
