/**
 * The troubleshooting table of the flow this project re-does (docs/conformity.md): for each of its five rows, how an
 * operator finds the cause here, with nothing but the API.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { callEndpoint, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { AgentError } from '#service/agents/agent.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { clearFailPoints, setFailPoint } from '../harness/fail-points.ts';
import { refusalOf } from '../harness/refusal.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({
    agentFor: disturbedAgents('field_mapping', (input) => {
      if (input.facts.filename === 'poison.xlsx')
        throw new AgentError('unreadable_record', 'Row 3 cannot be read.', { rowNumber: 3, isFinal: true });
    }),
  });
});
afterEach(() => clearFailPoints(service.db));
afterAll(() => service?.stop());

describe('an operator finds out why', () => {
  test('an upload fails with 409: the answer names the open flow, how far it is and both ways on, and both work', async () => {
    const connection = service.as('conflict');
    const first = await storeImport(connection);
    const waiting = await waitForFlow(connection, first.flow_id, ['waiting_for_approval']);
    const problem = await refusalOf(storeImport(connection));
    expect(problem).toMatchObject({
      status: 409,
      code: 'open_flow_exists',
      actions: ['continue', 'delete'],
      existing_flow: {
        flow_id: first.flow_id,
        data_import_id: first.data_import_id,
        status: 'waiting_for_approval',
        current_phase: 'waiting_for_approval',
        filename: 'servers.xlsx',
        progress_percentage: waiting.progress_percentage,
      },
    });
    const continued = await fetchEndpoint(connection, endpoints.getFlow, {
      params: { flow_id: problem.existing_flow?.flow_id ?? '' },
    });
    expect(continued.awaiting_user_approval).toBe(true);
    await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: first.flow_id } });
    await storeImport(connection);
  });

  test("a flow doesn't start: there is no answer without a flow_id, only an error with a request id and nothing stored", async () => {
    const connection = service.as('not-started');
    await setFailPoint(service.db, service.appName, {
      commands: ['insert'],
      collection: 'crewai_flow_state_extensions',
      errorCode: 8,
    });
    const problem = await refusalOf(storeImport(connection));
    expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
    expect(problem.request_id).not.toBe('');
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'not-started' })).toBe(0);
    await clearFailPoints(service.db);
    const stored = await storeImport(connection);
    expect(stored.flow_id).toMatch(/^flow_/);
  });

  test('a status does not change: a poll says when it was changed last, in which phase it is, and 304 means "as you know it"', async () => {
    const connection = service.as('quiet');
    const { flow_id } = await storeImport(connection);
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    const poll = await callEndpoint(connection, endpoints.getFlow, { params: { flow_id } });
    if (poll.isNotModified) throw new Error('304 without If-None-Match');
    expect(poll.body.phases.find((phase) => phase.status === 'waiting')?.phase).toBe('waiting_for_approval');
    expect(Date.now() - Date.parse(poll.body.updated_at)).toBeLessThan(60_000);
    expect(
      (await callEndpoint(connection, endpoints.getFlow, { params: { flow_id }, ifNoneMatch: poll.etag ?? '' }))
        .isNotModified,
    ).toBe(true);
    const wrongId = await refusalOf(
      fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id: 'flow_of_somebody_else' } }),
    );
    expect(wrongId.status).toBe(404);
  });

  test('data does not appear: the raw records of the import can be read as JSON, all or one by its row', async () => {
    const connection = service.as('records');
    const { data_import_id } = await storeImport(connection, { sheet: buildSheet({ rows: 5 }) });
    const params = { data_import_id };
    const all = await fetchEndpoint(connection, endpoints.listRecords, { params });
    expect(all.items.map((record) => record.row_number)).toEqual([1, 2, 3, 4, 5]);
    const third = await fetchEndpoint(connection, endpoints.listRecords, { params, query: { row_number: 3 } });
    expect(third.items).toEqual([
      {
        row_number: 3,
        raw_data: {
          Hostname: 'srv-2',
          'IP Address': '10.0.0.2',
          'Operating System': 'Windows Server 2019',
          'CPU Cores': 6,
          'RAM (GB)': 16,
          Environment: null,
        },
      },
    ]);
  });

  test('an agent failed: the task names the agent, the record and the reason, and so does the flow', async () => {
    const connection = service.as('agent-error');
    const { flow_id } = await storeImport(connection, { metadata: { filename: 'poison.xlsx', size: 1, type: 'x' } });
    const flow = await waitForFlow(connection, flow_id, ['failed']);
    expect(flow.error).toMatchObject({
      agent: 'field-mapping',
      phase: 'field_mapping',
      code: 'unreadable_record',
      row_number: 3,
      message: 'Row 3 cannot be read.',
    });
    const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params: { flow_id } });
    const failed = items.find((task) => task.status === 'failed');
    expect(failed).toMatchObject({
      agent: 'field-mapping',
      result: null,
      error: { code: 'unreadable_record', row_number: 3 },
    });
    expect(failed?.state).toBeDefined();
  });
});
