import { describe, expect, test } from '@jest/globals';
import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import { inventoryAdvice, inventoryCounts, isPairOfRows, sheetWarning } from './inventory-counts.ts';
import type { ConflictStanding } from './use-conflict-standing.ts';

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
    const none = { open: 0, decided: 3, rows: null, arePairs: false };
    expect(inventoryAdvice({ ...counts, conflict: 2, conflicts: 1 }, none)).toEqual([]);
    const held = (open: Partial<ConflictStanding>) => inventoryAdvice(counts, { ...none, ...open });
    expect(held({ open: 3, rows: 6, arePairs: true })).toEqual([
      '3 pairs of rows may be the same machine. They are not in the inventory until you decide.',
    ]);
    expect(held({ open: 2, rows: 5 })).toEqual([
      '5 rows in 2 conflicts may be the same machine as another row or an asset. They are not in the inventory until you decide.',
    ]);
    expect(held({ open: 2_000 })[0]).toMatch(/^Rows in 2,000 conflicts may be/);
    expect(held({ open: 1, rows: 1 })[0]).toMatch(/^One row may be .* It is not in/);
    const [missing] = inventoryAdvice({ ...counts, missing: 1 }, none);
    expect(inventoryAdvice({ ...counts, not_a_record: 3, headings: 1 }, none)).toEqual([
      '1 row was taken for a heading or footer and left out. The findings list it: see that it is no asset.',
    ]);
    expect(missing).toMatch(/^1 asset of an earlier import of this sheet is not in it any more\. Nothing was removed/);
    const [cutOff] = inventoryAdvice({ ...counts, missing: 161, newly_missing: 159, listed_last: 320 }, none);
    expect(cutOff).toBe(
      'The sheet may be cut off: 159 of the 320 assets that it listed last time are not in it. Nothing was removed; if rows are missing, withdraw this import and import the whole sheet.',
    );
    const [another] = inventoryAdvice({ ...counts, missing: 30, newly_missing: 30, listed_last: 30 }, none);
    expect(another).toBe(
      'The sheet lists none of the 30 assets that it listed last time: is it the same list? Nothing was removed; if it should be the same, withdraw this import and import the right sheet.',
    );
    expect(sheetWarning({ ...counts, missing: 159, newly_missing: 159, listed_last: 320 }, 'shown')).toMatch(
      / are not in it\. Nothing is written yet; if rows are missing, delete this import and import the whole sheet\.$/,
    );
    const [since] = inventoryAdvice({ ...counts, missing: 3, newly_missing: 1, listed_last: 30 }, none);
    expect(since).toMatch(
      /^3 assets of an earlier import of this sheet are not in it any more, 1 of them since the last one\./,
    );
    const [replaced] = inventoryAdvice(
      { ...counts, missing: 12, newly_missing: 12, replaced: 12, listed_last: 12 },
      none,
    );
    expect(replaced).toBe(
      '12 assets of an earlier import of this sheet are not in it any more. 12 of them have the same name as a new asset, with another serial number or id. Nothing was removed; check whether they are retired or left out by mistake.',
    );
  });
});

test('two rows are a pair where no asset and no third row is in question', () => {
  const [row, asset] = [
    { asset_id: null, row_number: 4, name: 'web01' },
    { asset_id: 'ast_1', row_number: null, name: 'web01' },
  ];
  const thing = (...row_numbers: number[]) => ({ name: 'web01', row_numbers, asset_id: null });
  const two = { row_count: 2, things: [thing(2), thing(3)] };
  expect(isPairOfRows({ ...two, candidates: [] })).toBe(true);
  expect(isPairOfRows({ ...two, candidates: [asset] })).toBe(false);
  expect(isPairOfRows({ ...two, candidates: [row] })).toBe(false);
  expect(isPairOfRows({ row_count: 2, things: [thing(2, 3)], candidates: [asset] })).toBe(false);
});
