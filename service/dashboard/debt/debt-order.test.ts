import { expect, test } from '@jest/globals';
import { byBurden } from './debt-order.ts';

const asset = (asset_name: string, ...severities: ('error' | 'warning' | 'info')[]) => ({
  asset_name,
  debts: severities.map((severity) => ({ severity })),
});

test('assets stand worst first, then by how much burdens them, then by name as people count', () => {
  const assets = [
    asset('clean'),
    asset('app10', 'warning'),
    asset('app2', 'warning'),
    asset('two', 'info', 'warning'),
    asset('old', 'error'),
  ];
  expect(assets.sort(byBurden).map((one) => one.asset_name)).toEqual(['old', 'two', 'app2', 'app10', 'clean']);
});
