import { expect, test } from '@jest/globals';
import { leanedWords, mostLeanedOn } from './most-leaned-on.ts';

test('an asset of both measures stands once, with what each counted', () => {
  const found = mostLeanedOn({
    most_depended_on: [
      { asset_id: 'a', name: 'esx-1', direct: 3, transitive: 9 },
      { asset_id: 'b', name: 'paydb', direct: 2, transitive: null },
    ],
    single_points_of_failure: {
      count: 2,
      min_affected: 5,
      listed: [
        { asset_id: 'c', name: 'san', affected: 20 },
        { asset_id: 'a', name: 'esx-1', affected: 9 },
      ],
    },
  } as Parameters<typeof mostLeanedOn>[0]);
  expect(found.map((one) => `${one.name}: ${leanedWords(one)}`)).toEqual([
    'san: 20 assets fall with it',
    'esx-1: 3 directly, 9 assets fall with it',
    'paydb: 2 directly, in all not counted',
  ]);
});
