import { expect, test } from '@jest/globals';
import { assetFilterOf, assetQueryOf, isNarrowed, narrowedWords } from './asset-filter.ts';

const all = { assetClass: null, environment: null, dataImport: null, search: null };
const filterOf = (said: object) => assetFilterOf({ ...all, ...said } as never);

test('the address narrows the list by what the API knows', () => {
  const filter = filterOf({ assetClass: 'server', environment: 'none', dataImport: 'imp_1', search: 'web' });
  expect(assetQueryOf(filter)).toEqual({
    class: 'server',
    environment: 'none',
    data_import_id: 'imp_1',
    search: 'web',
  });
  expect(narrowedWords(filter)).toBe('this class and no environment and this import and this name or key');
  const unknown = filterOf({ assetClass: 'toaster', environment: 'live' });
  expect([assetQueryOf(unknown), isNarrowed(unknown)]).toEqual([{}, false]);
});
