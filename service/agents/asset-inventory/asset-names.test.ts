import { expect, test } from '@jest/globals';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

test('an asset is called what its cell shows, without what nobody sees and in the case it was written in', async () => {
  const written = ['SRV-\u00addb003', '\u200bsrv-db004', 'srv-db005\u00a0', '“srv-web006”', 'srv\u2011app007'];
  const inventory = new MemoryInventory();
  await inventory.import({ id: 'imp', fields: ['hostname'], rows: written.map((name) => [name]) });
  expect([...inventory.assets.values()].map(({ name }) => name).sort()).toEqual([
    'SRV-db003',
    'srv-app007',
    'srv-db004',
    'srv-db005',
    'srv-web006',
  ]);
});
