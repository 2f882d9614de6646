import { expect, test } from '@jest/globals';
import { buildAsset } from '../builders/agent-inputs.ts';
import { storedAsset } from '#service/assets/stored-asset.ts';

const tenant = { clientAccountId: 'client', engagementId: 'main' };

test('a database is stored under its bare name too, which later references have, and identifies nothing', () => {
  const { keys } = storedAsset(tenant, buildAsset('ast_1', { asset_class: 'database', keys: ['name:orcl@n1'] }));
  expect(keys).toEqual(['name:orcl@n1', 'database:orcl']);
  expect(storedAsset(tenant, buildAsset('ast_2', { asset_class: 'server', keys: ['name:a@b'] })).keys).toEqual([
    'name:a@b',
  ]);
});
