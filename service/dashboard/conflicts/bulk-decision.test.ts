import { expect, test } from '@jest/globals';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { decidedBy, requestsOf, leftWords, sumOf, wordsOf } from './bulk-decision.ts';

interface Made {
  flow?: string;
  things?: number[][];
  candidates?: (string | null)[];
  rows?: number[];
}

const held = (id: number, { flow = 'flow_1', things = [[1]], candidates = [], rows = things.flat() }: Made = {}) =>
  ({
    conflict_id: `c${id}`,
    origin: { flow_id: flow },
    things: things.map((row_numbers) => ({ row_numbers })),
    candidates: candidates.map((asset_id) => ({ asset_id })),
    row_numbers: rows.slice(0, 2),
    row_count: rows.length,
  }) as HeldCase;

test('things of their own become an asset each, one thing becomes one', () => {
  const [request] = requestsOf('create', [held(1), held(2, { things: [[1], [2, 3]] })]);
  expect(request?.decisions).toEqual([
    { conflict_id: 'c1', action: 'merge' },
    { conflict_id: 'c2', action: 'separate' },
  ]);
});

test('only what may be one asset of the inventory, and nothing else, is merged', () => {
  const cases = [
    held(1, { candidates: ['ast_1'] }),
    held(2, { candidates: ['ast_1', 'ast_2'] }),
    held(3, { candidates: ['ast_1', null] }),
    held(4, { candidates: [null] }),
    held(5),
  ];
  expect(requestsOf('merge', cases)).toEqual([
    { flowId: 'flow_1', decisions: [{ conflict_id: 'c1', action: 'merge', asset_id: 'ast_1' }] },
  ]);
});

test('what has more records than are listed is left alone', () => {
  expect(decidedBy('create', [held(1, { things: [[1], [2]], rows: [1, 2, 3] })])).toEqual([]);
});

test('a request carries conflicts of one flow, and a hundred at most', () => {
  const cases = Array.from({ length: 230 }, (_, at) => held(at, { flow: at < 20 ? 'flow_2' : 'flow_1' }));
  expect(requestsOf('create', cases).map(({ flowId, decisions }) => [flowId, decisions.length])).toEqual([
    ['flow_2', 20],
    ['flow_1', 100],
    ['flow_1', 100],
    ['flow_1', 10],
  ]);
});

test('what changed meanwhile is told with what was decided before it', () => {
  const detail = 'The conflict of row 8: since it was listed, the inventory has got ftp01. Look at it again.';
  expect(leftWords(2, 5, detail)).toBe(
    `2 decided, 3 not. ${detail} The others were only not decided with it: look at it or leave it out, and decide again.`,
  );
  expect(leftWords(0, 1, detail)).toBe(`0 decided, 1 not. ${detail}`);
});

test('impacts are added up, and said without what does not happen', () => {
  const impact = { assets_created: 2, assets_changed: 0, values_changed: 0, assets_unchanged: 0 };
  const sum = sumOf([
    { ...impact, is_kept_until_applied: false },
    { ...impact, assets_changed: 1, values_changed: 1, is_kept_until_applied: false },
  ]);
  expect(wordsOf(sum, 2)).toEqual([
    'At most 4 assets are created.',
    '1 value changes, in 1 asset.',
    'If several of these conflicts change the same asset, it is counted more than once here.',
    'It is written at once, and taken back only by withdrawing the import.',
  ]);
  expect(wordsOf({ ...impact, assets_created: 1, is_kept_until_applied: true }, 1)).toEqual([
    '1 asset is created.',
    'For an import that waits with its preview, it is carried out when the inventory is applied.',
  ]);
});
