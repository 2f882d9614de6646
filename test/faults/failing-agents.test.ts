import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { MongoNetworkError } from 'mongodb';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { AgentError, type AgentContext, type AgentInput, type AgentPass } from '#service/agents/agent.ts';
import { agentFor } from '#service/agents/agent-registry.ts';
import type { AgentPhase } from '#shared/statuses.ts';
import {
  startTestService,
  waitForFlow,
  type TestService,
  type TestServiceOptions,
} from '../harness/service-harness.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import { aborted } from '../harness/aborted.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { importWhole } from '../harness/import-whole.ts';

let service: TestService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

/** The real agents, with something done before each run of one phase; runs are counted from 1. */
function disturbed(
  disturbedPhase: AgentPhase,
  before: (run: number, ...rest: [AgentInput, AgentContext]) => Promise<void> | void,
): NonNullable<TestServiceOptions['agentFor']> {
  let runs = 0;
  return disturbedAgents(disturbedPhase, (input, context) => {
    runs += 1;
    return before(runs, input, context);
  });
}

describe('an agent that fails', () => {
  test('for a passing reason is tried again, and both attempts can be read', async () => {
    service = await startTestService({
      agentFor: disturbed('field_mapping', (run) => {
        if (run === 1) throw new Error('The connection was reset.');
      }),
    });
    const connection = service.as('passing');
    const { flow_id } = await storeImport(connection);
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(flow.phases[1]).toMatchObject({ phase: 'field_mapping', status: 'completed', attempt: 2 });
    const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params: { flow_id } });
    expect(items.map(({ phase, attempt, status, error }) => [phase, attempt, status, error?.message ?? null])).toEqual([
      ['data_validation', 1, 'completed', null],
      ['field_mapping', 1, 'failed', 'Error: The connection was reset.'],
      ['field_mapping', 2, 'completed', null],
    ]);
  });

  test('for good stops the flow with agent, record and cause; resume runs on from that phase', async () => {
    let isBroken = true;
    service = await startTestService({
      agentFor: disturbed('field_mapping', () => {
        if (isBroken)
          throw new AgentError('unreadable_record', 'Row 2 has no cells.', {
            rowNumber: 2,
            isFinal: true,
            cause: new Error('cells is undefined'),
          });
      }),
    });
    const connection = service.as('final');
    const { flow_id } = await storeImport(connection);
    const failed = await waitForFlow(connection, flow_id, ['failed']);
    expect(failed.error).toEqual({
      phase: 'field_mapping',
      agent: 'field-mapping',
      code: 'unreadable_record',
      message: 'Row 2 has no cells.',
      row_number: 2,
      attempt: 1,
    });
    const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params: { flow_id } });
    expect(items.at(-1)?.error).toEqual({
      agent: 'field-mapping',
      code: 'unreadable_record',
      message: 'Row 2 has no cells.',
      cause: 'cells is undefined',
      row_number: 2,
    });

    isBroken = false;
    const resumed = await fetchEndpoint(connection, endpoints.resumeFlow, { params: { flow_id } });
    expect(resumed).toMatchObject({ status: 'running', current_phase: 'field_mapping' });
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(flow.phases.slice(0, 3).map((phase) => phase.attempt)).toEqual([1, 2, 0]);
    expect(flow.error).toBeNull();
  });

  test('every time uses its attempts up and then says so', async () => {
    service = await startTestService({
      settings: { MAX_ATTEMPTS: '2' },
      agentFor: disturbed('data_validation', () => {
        throw new Error('No luck.');
      }),
    });
    const connection = service.as('exhausted');
    const { flow_id } = await storeImport(connection);
    const failed = await waitForFlow(connection, flow_id, ['failed']);
    expect(failed.error).toMatchObject({ code: 'unexpected_error', message: 'Error: No luck.', attempt: 2 });
  });

  test('because the database was away uses up no attempt, and its tasks say so', async () => {
    service = await startTestService({
      settings: { MAX_ATTEMPTS: '1' },
      agentFor: disturbed('data_validation', (run) => {
        if (run <= 2) throw new MongoNetworkError('connection 7 to 127.0.0.1:27017 closed');
      }),
    });
    const connection = service.as('election');
    const { flow_id } = await storeImport(connection);
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(flow.phases[0]).toMatchObject({ status: 'completed', attempt: 3 });
    const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params: { flow_id } });
    const said = { code: 'database_away', message: 'The database was away. The phase is tried again by itself.' };
    expect(items.slice(0, 2).map(({ error }) => error)).toEqual([
      expect.objectContaining(said),
      expect.objectContaining(said),
    ]);
  });

  test('because the database was away as often as workers may be lost fails the flow, which says so', async () => {
    service = await startTestService({
      settings: { MAX_LOST_WORKERS: '2' },
      agentFor: disturbed('data_validation', () => {
        throw new MongoNetworkError('connection 7 to 127.0.0.1:27017 closed');
      }),
    });
    const connection = service.as('unstable');
    const { flow_id } = await storeImport(connection);
    const failed = await waitForFlow(connection, flow_id, ['failed']);
    expect(failed.error).toMatchObject({
      code: 'database_away',
      message: 'The database was away in this attempt, as in others before. Try again once it stays there.',
      attempt: 2,
    });
  });

  test('after it wrote a part of the inventory still lists what it did to every asset', async () => {
    let failures = 0;
    service = await startTestService({
      partitionRows: 40,
      agentFor: (phase) => {
        const real = agentFor(phase);
        if (phase !== 'asset_inventory') return real;
        const failOnce = (pass: AgentPass): AgentPass => ({
          ...pass,
          read: (input, partition, context) => {
            if (pass.name !== 'reconcile' || partition.range.firstRow !== 161 || failures > 0)
              return pass.read(input, partition, context);
            failures += 1;
            throw new Error('The connection was reset.');
          },
        });
        return { ...real, passes: (input, ranges) => real.passes(input, ranges).map(failOnce) };
      },
    });
    const { data_import_id } = await importWhole(service.as('listed'), { sheet: buildSheet({ rows: 200 }) });
    expect(failures).toBe(1);
    const assets = await service.db.collection('assets').countDocuments();
    expect(assets).toBeGreaterThan(0);
    expect(await service.db.collection('asset_changes').countDocuments({ data_import_id })).toBe(assets);
  });

  test('to read every row has its result refused, and nothing of it is stored', async () => {
    service = await startTestService({
      agentFor: (phase) => {
        const real = agentFor(phase);
        return {
          ...real,
          name: real.name,
          phase,
          conclude: async (...args) => ({ ...(await real.conclude(...args)), rowsDone: 2 }),
        };
      },
    });
    const connection = service.as('short');
    const { flow_id } = await storeImport(connection);
    const failed = await waitForFlow(connection, flow_id, ['failed']);
    expect(failed.error).toMatchObject({ code: 'row_count_mismatch', message: 'The agent read 2 rows of 3.' });
    expect(await service.db.collection('import_column_profiles').countDocuments({})).toBe(0);
  });
});

describe('a worker whose job the queue has lost', () => {
  test('finishes its phase, however long it takes', async () => {
    service = await startTestService({
      settings: { LEASE_SECONDS: '2' },
      agentFor: disturbed('data_validation', async (_run, _input, { signal }) => {
        await service?.db.collection('agenda_jobs').deleteMany({});
        await sleep(5_000, undefined, { signal });
      }),
    });
    const connection = service.as('unqueued');
    const { flow_id } = await storeImport(connection);
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(flow.phases[0]).toMatchObject({ status: 'completed', attempt: 1 });
  });

  test('does not take its phase from itself when it was too busy to renew its lease', async () => {
    service = await startTestService({
      settings: { LEASE_SECONDS: '5' },
      agentFor: disturbed('data_validation', async (_run, _input, { signal }) => {
        const flows = service?.db.collection('crewai_flow_state_extensions');
        for (let times = 0; times < 30; times += 1) {
          await flows?.updateOne({ status: 'running' }, { $set: { 'due.lease_until': new Date(0) } });
          await sleep(100, undefined, { signal });
        }
      }),
    });
    const connection = service.as('busy');
    const { flow_id } = await storeImport(connection);
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(flow.phases[0]).toMatchObject({ status: 'completed', attempt: 1 });
  });
});

describe('a worker that lost its phase', () => {
  test('stores nothing when it comes back after another attempt took over', async () => {
    const results: string[] = [];
    service = await startTestService({
      settings: { LEASE_SECONDS: '3' },
      agentFor: disturbed('data_validation', async (run, _input, context) => {
        if (run > 1) return;
        await takeOver();
        await aborted(context.signal);
        results.push('first run told to stop');
      }),
    });
    /** What a stopped clock or a long pause looks like from outside: the lease is over although the worker lives. */
    const takeOver = async (): Promise<void> => {
      const flows = service?.db.collection('crewai_flow_state_extensions');
      await flows?.updateOne({}, { $set: { 'due.lease_until': new Date(0) }, $inc: { 'phases.0.attempt': 1 } });
    };
    const connection = service.as('fenced');
    const { flow_id } = await storeImport(connection);
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(results).toEqual(['first run told to stop']);
    expect(flow.phases[0]).toMatchObject({ status: 'completed', attempt: 3 });
    const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params: { flow_id } });
    expect(items.filter((task) => task.phase === 'data_validation' && task.status === 'completed')).toHaveLength(1);
  });
});
