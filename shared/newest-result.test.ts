import { expect, test } from '@jest/globals';
import { newestResult } from './newest-result.ts';
import type { AgentTask } from './schemas/flow.schema.ts';
import { inventoryResultSchema, isPreview } from './schemas/inventory-result.schema.ts';

const run = (startedAt: string, result: AgentTask['result'], status: AgentTask['status'] = 'completed') =>
  ({ phase: 'asset_inventory', status, started_at: startedAt, result }) as AgentTask;

test('the newest result is that of the completed run that began last, of those that are wanted', () => {
  const tasks = [
    run('2026-01-03', { created: 3 }),
    run('2026-01-04', { created: 4, is_preview: true }),
    run('2026-01-05', null, 'failed'),
    run('2026-01-02', { created: 2 }),
  ];
  expect(newestResult(tasks, 'asset_inventory')).toMatchObject({ created: 4 });
  expect(newestResult(tasks, 'asset_inventory', (task) => !isPreview(task))).toMatchObject({ created: 3 });
  expect(newestResult(tasks, 'data_cleansing')).toBeNull();
});

test('an inventory result that lacks a count, or has no number there, counts nothing', () => {
  expect(inventoryResultSchema.parse({ created: 2, missing: 'many', is_preview: 1 })).toMatchObject({
    created: 2,
    missing: 0,
    unidentified: 0,
    is_preview: false,
  });
});
