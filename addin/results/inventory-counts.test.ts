import { describe, expect, test } from '@jest/globals';
import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import { inventoryAdvice, inventoryCounts } from './inventory-counts.ts';

const task = (changes: Partial<AgentTask>): AgentTask => ({
  task_id: 'tsk_1',
  phase: 'asset_inventory',
  agent: 'asset-inventory',
  attempt: 1,
  status: 'completed',
  rows_done: 4,
  rows_total: 4,
  worker: 'here 1',
  state: {},
  result: null,
  error: null,
  queued_at: null,
  started_at: '2026-11-25T10:00:00.000Z',
  finished_at: null,
  heartbeat_at: '2026-11-25T10:00:00.000Z',
  ...changes,
});

describe('the counts of the inventory', () => {
  test('are those of the run that wrote, not of a preview, a failure or another agent', () => {
    const counts = inventoryCounts([
      task({ result: { created: 9, is_preview: true } }),
      task({
        result: { created: 4, conflict: 2, conflicts: 1, is_preview: false },
        started_at: '2026-11-25T11:00:00.000Z',
      }),
      task({ status: 'failed', result: null, started_at: '2026-11-25T12:00:00.000Z' }),
      task({ phase: 'data_cleansing', result: { created: 7 }, started_at: '2026-11-25T13:00:00.000Z' }),
    ]);
    expect(counts).toMatchObject({ created: 4, updated: 0, conflict: 2, conflicts: 1, missing: 0 });
    expect(inventoryCounts([task({ result: { created: 9, is_preview: true } })], 'shown')).toMatchObject({
      created: 9,
    });
    expect(inventoryCounts([task({ phase: 'data_cleansing', result: { created: 7 } })])).toBeNull();
  });

  test('say what to do about held records and missing assets, and nothing where nothing is to be done', () => {
    const counts = inventoryCounts([task({ result: { created: 4 } })]);
    if (counts === null) throw new Error('no counts');
    expect(inventoryAdvice(counts)).toEqual([]);
    const [held, missing] = inventoryAdvice({ ...counts, conflict: 2, conflicts: 1, missing: 1 });
    expect(held).toMatch(/^2 records in 1 conflict are held, .* import it again\.$/);
    expect(inventoryAdvice({ ...counts, not_a_record: 3, headings: 1 })).toEqual([
      '1 row was taken for a heading or footer and left out. The findings list it: see that it is no asset.',
    ]);
    expect(missing).toMatch(/^1 asset of an earlier import of this sheet is not in it any more\. Nothing was removed/);
  });
});
