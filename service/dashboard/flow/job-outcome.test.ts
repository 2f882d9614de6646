import { expect, test } from '@jest/globals';
import type { AgentTask, Job } from '#shared/schemas/flow.schema.ts';
import { outcomeOf } from './job-outcome.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const tasks = (['failed', 'abandoned'] as const).map(
  (status, index) =>
    ({ phase: 'asset_inventory', attempt: index + 1, status, started_at: at(10 * index) }) as AgentTask,
);
const job = (part: Partial<Job>) =>
  ({ name: 'flow.run-phase', phase: 'asset_inventory', last_run_at: at(0), last_finished_at: null, ...part }) as Job;

test('a job tells what its attempt came to, however the job itself ended', () => {
  expect(outcomeOf(job({ last_finished_at: at(5) }), tasks)).toBe('failed');
  expect(outcomeOf(job({ last_run_at: at(12), last_finished_at: at(13) }), tasks)).toBe('abandoned');
});

test('a job that waits, helps, or runs another phase has made no attempt', () => {
  expect(outcomeOf(job({ last_run_at: null }), tasks)).toBeNull();
  expect(outcomeOf(job({ name: 'flow.help-phase' }), tasks)).toBeNull();
  expect(outcomeOf(job({ phase: 'data_cleansing' }), tasks)).toBeNull();
});
