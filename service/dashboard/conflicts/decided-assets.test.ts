import { expect, test } from '@jest/globals';
import { decidedAssets } from './decided-assets.ts';

const thing = (name: string, asset_id: string | null = null) => ({ name, asset_id, row_numbers: [1] });
const conflict = {
  things: [thing('web01', 'w1'), thing('db01'), thing('')],
  candidates: [{ asset_id: 'w1', row_number: null, name: 'web01' }],
};

test('the records of a decided conflict are in the assets it named', () => {
  expect(decidedAssets(conflict, { action: 'leave_out', asset_id: null })).toEqual([]);
  expect(decidedAssets(conflict, { action: 'merge', asset_id: 'w1' })).toEqual([{ id: 'w1', name: 'web01' }]);
  expect(decidedAssets(conflict, { action: 'merge', asset_id: null })).toEqual([{ id: null, name: 'web01' }]);
  expect(decidedAssets(conflict, { action: 'separate', asset_id: null })).toEqual([
    { id: 'w1', name: 'web01' },
    { id: null, name: 'db01' },
  ]);
});
