import { expect, test } from '@jest/globals';
import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import { inventoryCounts } from './flow-counts.ts';

const task = (phase: AgentTask['phase'], startedAt: string, result: AgentTask['result']) =>
  ({ phase, status: 'completed', started_at: startedAt, result }) as AgentTask;

test('counts of a flow are those of the newest completed run of its inventory, and nothing before it ran', () => {
  expect(inventoryCounts([])).toBeNull();
  const counts = inventoryCounts([
    task('asset_inventory', '2026-01-02', { created: 3, updated: 1, unchanged: 0, conflicts: 2 }),
    task('asset_inventory', '2026-01-01', { created: 9, is_preview: true }),
    task('dependency_analysis', '2026-01-03', { edges: 7 }),
  ]);
  expect(counts).toEqual({ created: 3, updated: 1, unchanged: 0, isPreview: false });
});
