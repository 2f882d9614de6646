import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { cellText } from '#shared/schemas/cell.schema.ts';
import { AgentError, type Agent, type AgentContext, type AgentPass, type Partition } from '#service/agents/agent.ts';
import { agentFor } from '#service/agents/agent-registry.ts';
import { allOf } from '#service/agents/all-of.ts';
import type { AgentPhase } from '#shared/statuses.ts';
import { aborted } from '../harness/aborted.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

const running: TestService[] = [];
afterEach(async () => {
  while (running.length > 0) await running.pop()?.stop();
});

type Disturb = (pass: string, partition: Partition, context: AgentContext) => Promise<void> | void;

/** Reads everything twice: counts characters, then checks that each partition was given what the first pass counted. */
function countingAgent(phase: AgentPhase, disturb: Disturb): Agent {
  const charactersOf: AgentPass['read'] = async (input, { range }, context) => {
    let characters = 0;
    let rows = 0;
    for await (const records of input.readRecords(range)) {
      for (const { cells } of records) for (const cell of cells) characters += cellText(cell).length;
      rows += records.length;
      context.reportProgress(rows);
    }
    return new Map([['characters', characters]]);
  };
  const count: AgentPass = {
    name: 'count',
    read: async (input, partition, context) => {
      await disturb('count', partition, context);
      return charactersOf(input, partition, context);
    },
  };
  const repeat: AgentPass = {
    name: 'repeat',
    prepare: async (_input, { parts }) => {
      const counts = await allOf<Map<string, number>>(parts);
      return counts.map((part) => part.get('characters'));
    },
    read: async (input, partition, context) => {
      await disturb('repeat', partition, context);
      const again = (await charactersOf(input, partition, context)) as Map<string, number>;
      return { given: partition.given, counted: again.get('characters'), range: partition.range };
    },
  };
  return {
    name: agentFor(phase).name,
    phase,
    passes: () => [count, repeat],
    conclude: (_input, parts) => {
      const counted = parts as { given: number; counted: number; range: { firstRow: number; lastRow: number } }[];
      return Promise.resolve({
        rowsDone: counted.reduce((sum, { range }) => sum + range.lastRow - range.firstRow + 1, 0),
        result: {
          characters: counted.reduce((sum, part) => sum + part.counted, 0),
          given: counted.map((part) => part.given === part.counted),
          first_rows: counted.map((part) => part.range.firstRow),
        },
      });
    },
  };
}

async function start(
  disturb: Disturb,
  database: string,
  settings: Record<string, string> = {},
  partitionRows = 40,
): Promise<TestService> {
  const service = await startTestService({
    database,
    partitionRows,
    settings: { LEASE_SECONDS: '3', ...settings },
    agentFor: (phase) => (phase === 'data_validation' ? countingAgent(phase, disturb) : agentFor(phase)),
  });
  running.push(service);
  return service;
}

const sheet = buildSheet({ rows: 200 });
const characters = sheet.rows.flat().reduce<number>((sum, cell) => sum + cellText(cell).length, 0);

/** The task that completed the phase. */
async function resultOf(service: TestService, client: string, flowId: string) {
  const { items } = await fetchEndpoint(service.as(client), endpoints.listTasks, { params: { flow_id: flowId } });
  return items.find((task) => task.phase === 'data_validation' && task.status === 'completed');
}

describe('the partitions of a phase', () => {
  test('are read by every worker there is, each once, and put together in row order', async () => {
    const database = `test_${randomUUID().slice(0, 8)}`;
    const reads: { what: string; worker: string }[] = [];
    const readers = () => new Set(reads.map(({ worker }) => worker));
    /** Each waits for the other to begin: the one that is quicker does not read everything by itself. */
    const together =
      (worker: string): Disturb =>
      async (pass, { range }, { signal }) => {
        reads.push({ what: `${pass} ${range.firstRow}`, worker });
        while (readers().size < 2) await sleep(50, undefined, { signal });
      };
    // Of a lease that ends on a slow machine, a partition would be read again.
    const lasting = { LEASE_SECONDS: '30' };
    const first = await start(together('first'), database, lasting);
    await start(together('second'), database, lasting);
    const { flow_id } = await storeImport(first.as('together'), { sheet });
    await waitForFlow(first.as('together'), flow_id, ['waiting_for_approval']);
    const task = await resultOf(first, 'together', flow_id);
    expect(task?.result).toEqual({
      characters,
      given: [true, true, true, true, true],
      first_rows: [1, 41, 81, 121, 161],
    });
    expect(reads.map(({ what }) => what).sort()).toEqual(
      ['count', 'repeat'].flatMap((pass) => [1, 121, 161, 41, 81].map((row) => `${pass} ${row}`)),
    );
    expect(readers()).toEqual(new Set(['first', 'second']));
    expect(await first.db.collection('agent_partitions').countDocuments()).toBe(0);
    expect(await first.db.collection('agent_partition_data').countDocuments()).toBe(0);
  });

  test('that were read are kept when one fails; the next attempt reads the others only', async () => {
    const reads: string[] = [];
    let isBroken = true;
    const service = await start(
      (pass, { range }) => {
        reads.push(`${pass} ${range.firstRow}`);
        if (isBroken && pass === 'repeat' && range.firstRow === 81)
          throw new AgentError('unreadable_record', 'Row 90 cannot be read.', { rowNumber: 90, isFinal: true });
      },
      `test_${randomUUID().slice(0, 8)}`,
    );
    const connection = service.as('kept');
    const { flow_id } = await storeImport(connection, { sheet });
    const failed = await waitForFlow(connection, flow_id, ['failed']);
    expect(failed.error).toMatchObject({ code: 'unreadable_record', row_number: 90, agent: 'data-validation' });
    isBroken = false;
    reads.length = 0;
    await fetchEndpoint(connection, endpoints.retryFlow, { params: { flow_id } });
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(reads).toContain('repeat 81');
    expect(reads.filter((read) => !read.endsWith(' 81'))).toEqual([]);
    expect((await resultOf(service, 'kept', flow_id))?.result).toMatchObject({ characters });
  });

  test.each([
    ['release', { parts_version: 0 }],
    ['pass', { pass_name: 'something else' }],
  ])('that another %s read are read anew', async (what, other) => {
    const reads: string[] = [];
    let isBroken = true;
    const service = await start(
      (pass, { range }) => {
        reads.push(`${pass} ${range.firstRow}`);
        if (isBroken && pass === 'repeat' && range.firstRow === 81)
          throw new AgentError('unreadable_record', 'Not now.', { isFinal: true });
      },
      `test_${randomUUID().slice(0, 8)}`,
    );
    const connection = service.as(`other-${what}`);
    const { flow_id } = await storeImport(connection, { sheet });
    await waitForFlow(connection, flow_id, ['failed']);
    await service.db.collection('agent_partitions').updateMany({ flow_id }, { $set: other });
    isBroken = false;
    reads.length = 0;
    await fetchEndpoint(connection, endpoints.retryFlow, { params: { flow_id } });
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(reads.sort()).toEqual(
      ['count', 'repeat'].flatMap((pass) => [1, 121, 161, 41, 81].map((row) => `${pass} ${row}`)),
    );
    expect((await resultOf(service, `other-${what}`, flow_id))?.result).toMatchObject({ characters });
    expect(await service.db.collection('agent_partition_data').countDocuments()).toBe(0);
  });

  test('are those the flow began with, whatever a worker that goes on with it is set to', async () => {
    const database = `test_${randomUUID().slice(0, 8)}`;
    const before = await start((_pass, { range }) => {
      if (range.firstRow === 81) throw new AgentError('unreadable_record', 'Not now.', { isFinal: true });
    }, database);
    const { flow_id } = await storeImport(before.as('set-anew'), { sheet });
    await waitForFlow(before.as('set-anew'), flow_id, ['failed']);
    await running.pop()?.stop({ keepsDatabase: true });
    const after = await start(() => undefined, database, {}, 100);
    await fetchEndpoint(after.as('set-anew'), endpoints.retryFlow, { params: { flow_id } });
    await waitForFlow(after.as('set-anew'), flow_id, ['waiting_for_approval']);
    expect((await resultOf(after, 'set-anew', flow_id))?.result).toEqual({
      characters,
      given: [true, true, true, true, true],
      first_rows: [1, 41, 81, 121, 161],
    });
  });

  test('that no worker comes back from fail their flow by their rows, and are read again on retry', async () => {
    let isDeadly = true;
    const service: TestService = await start(
      async (pass, { range }, { signal }) => {
        if (!isDeadly || pass !== 'count' || range.firstRow !== 81) return;
        const lost = { claim: 'a lost worker', claims: 2, lease_until: new Date(0) };
        await service.db.collection('agent_partitions').updateOne({ first_row: 81 }, { $set: lost });
        await sleep(20_000, undefined, { signal });
      },
      `test_${randomUUID().slice(0, 8)}`,
      { MAX_LOST_WORKERS: '2' },
    );
    const connection = service.as('deadly');
    const { flow_id } = await storeImport(connection, { sheet });
    const failed = await waitForFlow(connection, flow_id, ['failed']);
    expect(failed.error).toMatchObject({ code: 'partition_lost', agent: 'data-validation', attempt: 1 });
    expect(failed.error?.message).toContain('2 workers began to read rows 81 to 120 and ended without a word');
    isDeadly = false;
    await fetchEndpoint(connection, endpoints.retryFlow, { params: { flow_id } });
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect((await resultOf(service, 'deadly', flow_id))?.result).toMatchObject({ characters });
  });

  test('of a flow that is deleted are given up, and nothing of them stays', async () => {
    let begun = 0;
    let told = 0;
    const service = await start(
      async (_pass, _partition, { signal }) => {
        begun += 1;
        await aborted(signal);
        told += 1;
        signal.throwIfAborted();
      },
      `test_${randomUUID().slice(0, 8)}`,
    );
    const connection = service.as('deleted');
    const { flow_id } = await storeImport(connection, { sheet });
    await until('a worker reads', () => Promise.resolve(begun > 0));
    await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id } });
    await until('whoever reads is told', () => Promise.resolve(told === begun));
    await until('its partitions are gone', async () => {
      return (await service.db.collection('agent_partitions').countDocuments()) === 0;
    });
  });
});

describe('a flow', () => {
  test('that is paused stops, says so, and resumed goes on to its end', async () => {
    let isSlow = true;
    const service = await start(
      async (_pass, _partition, { signal }) => {
        if (!isSlow) return;
        await aborted(signal);
        signal.throwIfAborted();
      },
      `test_${randomUUID().slice(0, 8)}`,
    );
    const connection = service.as('paused');
    const { flow_id } = await storeImport(connection, { sheet });
    await waitForFlow(connection, flow_id, ['running']);
    const paused = await fetchEndpoint(connection, endpoints.pauseFlow, { params: { flow_id } });
    expect(paused).toMatchObject({ status: 'paused', current_phase: 'data_validation' });
    const partitions = service.db.collection('agent_partitions');
    await until('what was being read is free, and no worker counts as lost', async () => {
      return (await partitions.countDocuments({ $or: [{ status: 'running' }, { claims: { $ne: 0 } }] })) === 0;
    });
    isSlow = false;
    await fetchEndpoint(connection, endpoints.resumeFlow, { params: { flow_id } });
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(flow.phases[0]).toMatchObject({ status: 'completed' });
  });
});
