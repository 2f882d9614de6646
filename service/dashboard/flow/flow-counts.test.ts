import { expect, test } from '@jest/globals';
import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import { flowCounts } from './flow-counts.ts';

const task = (phase: AgentTask['phase'], startedAt: string, result: AgentTask['result']) =>
  ({ phase, status: 'completed', started_at: startedAt, result }) as AgentTask;

test('counts of a flow are those of the newest completed run of each agent, and nothing before it ran', () => {
  expect(flowCounts([])).toEqual({ inventory: null, edges: null, debts: null });
  const counts = flowCounts([
    task('asset_inventory', '2026-01-02', { created: 3, updated: 1, unchanged: 0, conflicts: 2 }),
    task('asset_inventory', '2026-01-01', { created: 9, is_preview: true }),
    task('dependency_analysis', '2026-01-03', { edges: 7 }),
    task('tech_debt_assessment', '2026-01-04', { debts: { end_of_life: 2, missing_owner: 5 } }),
  ]);
  expect(counts).toMatchObject({
    inventory: { created: 3, updated: 1, unchanged: 0, conflicts: 2, is_preview: false },
    edges: 7,
    debts: 7,
  });
});
