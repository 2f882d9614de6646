import { describe, expect, test } from '@jest/globals';
import { AssetIdSet } from './asset-id-set.ts';
import { assetId } from './asset-id.ts';

describe('a set of asset ids', () => {
  test('holds what was added and nothing beside it, of several imports and of any form', () => {
    const set = new AssetIdSet();
    const rows = [0, 1, 7, 8, 9, 1_000, 1_048_575];
    for (const row of rows) set.add(assetId('imp_a', row));
    set.add('ast_host');
    const found = Array.from({ length: 1_100 }, (_, row) => row).filter((row) => set.has(assetId('imp_a', row)));
    expect(found).toEqual(rows.slice(0, -1));
    expect(set.has(assetId('imp_a', 1_048_575))).toBe(true);
    expect(set.has(assetId('imp_b', 1))).toBe(false);
    expect([set.has('ast_host'), set.has('ast_other')]).toEqual([true, false]);
  });
});
