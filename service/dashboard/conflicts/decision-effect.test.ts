import { expect, test } from '@jest/globals';
import type { AssetChangeView } from '#shared/schemas/asset.schema.ts';
import { effectLine } from './decision-effect.ts';

const change = (kind: AssetChangeView['kind'], name: string) =>
  ({ kind, name, row_numbers: [4], changes: [{}, {}] }) as unknown as AssetChangeView;
const preview = (isKept: boolean, ...changes: AssetChangeView[]) => ({ changes, is_kept_until_applied: isKept });
const conflict = { row_numbers: [4, 7], row_count: 2, header_row: 3 };

test('a decision says in one line what it does, and when', () => {
  expect(effectLine(preview(false, change('created', 'mail01')), 'merge', conflict)).toBe(
    'Creates mail01 with 2 values, from row 7. Written at once.',
  );
  expect(effectLine(preview(true, change('updated', 'web01')), 'merge', conflict)).toBe(
    'Changes 2 values of web01, by row 7. Done when the inventory is applied.',
  );
  expect(effectLine(preview(false, change('created', 'a'), change('created', 'b')), 'separate', conflict)).toBe(
    'Creates 2 assets. Written at once.',
  );
  expect(effectLine(preview(false), 'leave_out', conflict)).toBe(
    'Leaves rows 7, 10 out of the inventory. Written at once.',
  );
});
