import { expect, test } from '@jest/globals';
import type { AssetClass } from '#shared/statuses.ts';
import { buildAsset } from '#test/builders/agent-inputs.ts';
import type { Asset, AssetValues } from '../inventory/asset.ts';
import { identityKeys } from '../inventory/identity-keys.ts';
import { linkAssets, type LinkProblem } from './link-assets.ts';
import { NameResolver } from './name-resolver.ts';

function asset(name: string, texts: Record<string, string>, assetClass: AssetClass = 'network_device'): Asset {
  const values: AssetValues = Object.fromEntries(
    Object.entries({ asset_name: name, ...texts }).map(([field, text]) => [
      field,
      [
        {
          value: text,
          raw: text,
          rule: 'text',
          data_import_id: 'imp',
          row_number: 1,
          column_index: 0,
          decided_by: null,
        },
      ],
    ]),
  );
  return buildAsset(`ast_${name}`, { asset_class: assetClass, name, keys: identityKeys(values, assetClass), values });
}

async function link(assets: readonly Asset[]) {
  const problems: [LinkProblem, string][] = [];
  const resolver = new NameResolver((keys) =>
    Promise.resolve(assets.filter((one) => one.keys.some((key) => keys.includes(key)))),
  );
  const edges = await linkAssets(assets, resolver, (problem, text) => problems.push([problem, text]));
  return { problems, to: edges.map(({ state, to_asset_id }) => to_asset_id ?? state) };
}

test.each([
  ['FDOE5D82442', { serial_number: 'FDOE5D82442' }],
  ['fdoe5d82442', { serial_number: 'FDOE5D82442' }],
  ['VMware-51 cf d7 fe', { serial_number: 'VMware-51  cf d7 fe' }],
  ['FDO-E5D8.2442', { serial_number: 'FDO-E5D8.2442' }],
  ['P001001', { asset_tag: 'P001001' }],
  ['Tag 17', { asset_tag: 'TAG 17' }],
  ['ac09be09e9d7448b41d6e202c6b615ff', { asset_id: 'ac09be09e9d7448b41d6e202c6b615ff' }],
  ['CI0012345', { asset_id: 'ci0012345' }],
])('%s leads to the asset that it is of', async (text, known) => {
  const { to, problems } = await link([asset('a', { dependencies: text }), asset('sw1', known), asset('sw2', {})]);
  expect(to).toEqual(['ast_sw1']);
  expect(problems).toEqual([]);
});

test('a host is named by its serial number too', async () => {
  const host = asset('esx1', { serial_number: 'CZ3406' }, 'server');
  expect((await link([asset('a', { host_server: 'CZ3406' }, 'virtual_machine'), host])).to).toEqual(['ast_esx1']);
});

test.each<[string, Asset]>([
  ['dependencies', asset('ABC123', {})],
  ['dependencies', asset('b', { asset_id: 'abc123' })],
  ['dependencies', asset('b', { asset_tag: 'ABC123' })],
  ['host_server', asset('ABC123', {}, 'virtual_machine')],
])('a serial number in %s that is also what another asset goes by stays open', async (field, other) => {
  const from = asset('a', { [field]: 'ABC123' }, 'virtual_machine');
  const { to, problems } = await link([from, asset('sw1', { serial_number: 'ABC123' }, 'server'), other]);
  expect(to).toEqual(['ambiguous']);
  expect(problems).toEqual([['ambiguous_reference', 'ABC123']]);
});

test.each(['17', 'A17', 'WAREHOUSE'])('%s is anybody’s and leads nowhere', async (text) => {
  expect((await link([asset('a', { dependencies: text }), asset('sw1', { asset_tag: text })])).to).toEqual([
    'unresolved',
  ]);
});

test('an asset that is called by its own serial number is one, and two of one number stay open', async () => {
  const from = asset('a', { dependencies: 'ABC123' });
  expect((await link([from, asset('ABC123', { serial_number: 'ABC123' })])).to).toEqual(['ast_ABC123']);
  const two = ['sw1', 'sw2'].map((name) => asset(name, { serial_number: 'ABC123' }));
  expect((await link([from, ...two])).to).toEqual(['ambiguous']);
});
