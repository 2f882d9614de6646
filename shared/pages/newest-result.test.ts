import { expect, test } from '@jest/globals';
import { newestResult } from './newest-result.ts';
import type { AgentTask } from '../schemas/flow.schema.ts';

const task = (phase: AgentTask['phase'], startedAt: string, result: AgentTask['result']) =>
  ({ phase, status: 'completed', started_at: startedAt, result }) as AgentTask;

test('the newest result is that of the newest completed run of the phase, and none before it ran', () => {
  expect(newestResult([], 'asset_inventory')).toBeNull();
  const tasks = [
    task('asset_inventory', '2026-01-02', { created: 3 }),
    task('asset_inventory', '2026-01-01', { created: 9 }),
    { ...task('asset_inventory', '2026-01-03', null), status: 'failed' as const },
    task('dependency_analysis', '2026-01-03', { edges: 7 }),
  ];
  expect(newestResult(tasks, 'asset_inventory')).toEqual({ created: 3 });
  expect(newestResult(tasks, 'asset_inventory', ({ result }) => result?.['created'] === 9)).toEqual({ created: 9 });
});
