import { expect, test } from '@jest/globals';
import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { newestFirst, resultFacts, rowsDone, summariseResult, tryOf } from './task-list.ts';

test('the attempt that began last stands first', () => {
  const tasks = ['2026-01-02', '2026-01-03', '2026-01-01'].map(
    (day) => ({ started_at: `${day}T00:00:00.000Z` }) as AgentTask,
  );
  expect(newestFirst(tasks).map(({ started_at: at }) => at.slice(0, 10))).toEqual([
    '2026-01-03',
    '2026-01-02',
    '2026-01-01',
  ]);
});

test('a result is summed up by what it counted, without what there was none of', () => {
  const result = { created: 3_210, updated: 0, is_preview: true, is_partial: false, rules: 'cleansing-1', debts: {} };
  expect(summariseResult(result)).toBe('Created 3,210 · Preview · Rules cleansing-1');
  expect(summariseResult({ cells_unsaid: 118, to_groups: 40, lifecycle_data_age_days: 97 })).toBe(
    'Cells that say nothing 118 · On names only 40 · Age of the lifecycle data in days 97',
  );
  expect(summariseResult({ created: 0, is_preview: false })).toBe('Nothing to report');
});

test('a run that was asked for after a completed one is a first try again', () => {
  const run = (attempt: number, status: AgentTask['status']) => ({
    phase: 'asset_inventory' as const,
    attempt,
    status,
  });
  const preview = run(1, 'completed');
  expect(tryOf(run(2, 'running'), [preview, run(2, 'running')])).toBe(1);
  expect(tryOf(run(3, 'running'), [preview, run(2, 'failed'), run(3, 'running')])).toBe(2);
  expect(tryOf(run(2, 'running'), [{ ...preview, phase: 'dependency_analysis' }])).toBe(2);
});

test('all of a result is said in words, what it did not find and what it holds within too', () => {
  const result = {
    cells_unsaid: 1200,
    created: 0,
    is_preview: true,
    debts: { end_of_life: 2, old_hardware: 0 },
    kinds: [],
  };
  expect(resultFacts(result)).toEqual([
    ['Cells that say nothing', '1,200'],
    ['Created', '0'],
    ['Preview', 'Yes'],
    ['Debts', 'End of life 2 · Old hardware 0'],
    ['Kinds', 'None'],
  ]);
});

test('the run at work is as far as its flow says, an earlier one as it ended', () => {
  const run = (attempt: number, status: AgentTask['status']) =>
    ({ phase: 'asset_inventory', attempt, status, rows_done: 100 }) as AgentTask;
  const flow = { phases: [{ phase: 'asset_inventory', attempt: 2, rows_done: 450 }] } as Flow;
  expect([run(1, 'failed'), run(2, 'running')].map((task) => rowsDone(task, flow))).toEqual([100, 450]);
});
