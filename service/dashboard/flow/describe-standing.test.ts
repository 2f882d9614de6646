import { expect, test } from '@jest/globals';
import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { flowStatuses } from '#shared/statuses.ts';
import { describeStanding } from './describe-standing.ts';

const start = Date.UTC(2026, 0, 1);
const phase = { rows_done: 0, rows_total: 0, attempt: 1, started_at: null, finished_at: null };
const flow: Flow = {
  status: 'running',
  current_phase: 'field_mapping',
  total_records: 3_503,
  created_at: new Date(start).toISOString(),
  updated_at: new Date(start + 65_000).toISOString(),
  worker_alive_until: new Date(start + 125_000).toISOString(),
  error: null,
  rebuild: null,
  withdrawal: null,
  phases: [
    { ...phase, phase: 'data_validation', status: 'completed' },
    {
      ...phase,
      phase: 'field_mapping',
      status: 'running',
      rows_done: 1_200,
      rows_total: 3_503,
      attempt: 2,
      started_at: new Date(start + 60_000).toISOString(),
    },
    { ...phase, phase: 'waiting_for_approval', status: 'not_started' },
  ],
} as unknown as Flow;

test('says what runs, how far and for how long', () => {
  expect(describeStanding(flow, start + 72_000)).toBe(
    'Field mapping has done 1,200 of 3,503 rows in 12 s, in attempt 2.',
  );
});

test('says which agent failed, on which row and why, and what that blocks', () => {
  const error = {
    phase: 'field_mapping' as const,
    agent: 'field-mapping',
    code: 'x',
    message: 'Row is torn',
    row_number: 1_201,
    attempt: 3,
  };
  expect(describeStanding({ ...flow, status: 'failed', error }, start)).toBe(
    'Field mapping failed at record 1,201 in attempt 3: Row is torn. It blocks the next import of this engagement until it is retried or deleted.',
  );
});

test.each(flowStatuses)('has a sentence for %s that names no raw status word', (status) => {
  const sentence = describeStanding({ ...flow, status }, start + 72_000);
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(sentence).not.toMatch(/_|undefined|null|NaN/);
});

const task = (part: Partial<AgentTask>): AgentTask =>
  ({
    phase: 'field_mapping',
    agent: 'field-mapping',
    attempt: 2,
    status: 'running',
    worker: 'host-1 4711',
    error: null,
    started_at: new Date(start + 60_000).toISOString(),
    heartbeat_at: new Date(start + 65_000).toISOString(),
    ...part,
  }) as AgentTask;

test('says when a worker was last heard of and what to do, once its lease is over, however long that is', () => {
  expect(describeStanding(flow, start + 120_000, [task({})])).not.toMatch(/worker/);
  const long = { ...flow, worker_alive_until: new Date(start + 365_000).toISOString() };
  expect(describeStanding(long, start + 260_000, [task({})])).not.toMatch(/worker/);
  expect(describeStanding(flow, start + 145_000, [task({})])).toBe(
    'Field mapping has done 1,200 of 3,503 rows in 1 min 25 s, in attempt 2. Its worker host-1 4711 was last heard of 1 min ago. Another one takes over, and what is stored is kept. If no worker runs, start one: npm start -- --role worker.',
  );
});

const queued = {
  ...flow,
  worker_alive_until: null,
  phases: flow.phases.map((one) => (one.phase === 'field_mapping' ? { ...one, status: 'queued' as const } : one)),
};

test('says that a phase nobody starts may lack a worker', () => {
  expect(describeStanding(queued, start + 70_000)).toBe(
    'Field mapping is queued and starts as soon as a worker is free.',
  );
  expect(describeStanding(queued, start + 140_000)).toMatch(
    / It has waited for 1 min 15 s\. If no worker runs, start one/,
  );
});

test('says why a phase runs again', () => {
  const error = { agent: 'field-mapping', code: 'x', message: 'Row is torn', cause: null, row_number: null };
  expect(describeStanding(queued, start + 70_000, [task({ status: 'failed', error })])).toBe(
    'Field mapping failed in attempt 2: Row is torn. It is tried again by itself.',
  );
});

test('names a phase as the rest of the page does', () => {
  const paused = { ...flow, status: 'paused' as const, current_phase: 'tech_debt_assessment' as const };
  expect(describeStanding(paused, start + 72_000)).toMatch(/^Paused in technical debt /);
});

test('says that a status of a later service is not known here, by its name', () => {
  expect(describeStanding({ ...flow, status: 'being_moved' as Flow['status'] }, start)).toBe(
    'The service says "Being moved", which this page does not know: it was updated since. Reload the page.',
  );
});
