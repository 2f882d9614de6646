import { describe, expect, test } from '@jest/globals';
import type { AssetClass } from '#shared/statuses.ts';
import { buildAsset } from '#test/builders/agent-inputs.ts';
import type { Asset, AssetValue } from '../inventory/asset.ts';
import { bareDatabaseKeys } from '../inventory/database-keys.ts';
import { nameKeys } from './names.ts';
import { NameResolver } from './name-resolver.ts';
import { linkAssets, type LinkProblem } from './link-assets.ts';

let row = 0;
type Values = Record<string, AssetValue['value'] | AssetValue['value'][]>;

const textOf = (value: Values[string] | undefined): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'fqdn' in value ? value.fqdn : '';
};

function asset(assetClass: AssetClass, values: Values): Asset {
  row += 1;
  const rowNumber = row;
  const valuesOf = (given: Values[string]): AssetValue[] =>
    (Array.isArray(given) ? given : [given]).map((value, index) => ({
      value,
      raw: JSON.stringify(value),
      rule: 'text',
      data_import_id: 'imp',
      row_number: rowNumber,
      column_index: index,
      decided_by: null,
    }));
  const name = textOf(values['asset_name'] ?? values['fqdn']);
  const named = ['asset_name', 'hostname', 'fqdn', 'ip_address', 'asset_id'].flatMap((field) => values[field] ?? []);
  return buildAsset(`ast_${name}_${assetClass}_${rowNumber}`, {
    asset_class: assetClass,
    name,
    keys: named.flatMap((one) => nameKeys(textOf(one))),
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, valuesOf(value)])),
  });
}

async function link(assets: readonly Asset[]) {
  const problems: [LinkProblem, string][] = [];
  const resolver = new NameResolver((keys) =>
    Promise.resolve(assets.filter((one) => [...one.keys, ...bareDatabaseKeys(one)].some((key) => keys.includes(key)))),
  );
  const edges = await linkAssets(assets, resolver, (problem, text) => problems.push([problem, text]));
  const nameOf = (id: string): string => assets.find((one) => one._id === id)?.name ?? id;
  return {
    problems,
    edges: edges.map((edge) => [
      nameOf(edge.from_asset_id),
      edge.relation,
      edge.to_asset_id === null ? `${edge.state} ${edge.to_name}` : nameOf(edge.to_asset_id),
    ]),
  };
}

const vm = (name: string, values: Values = {}): Asset => asset('virtual_machine', { asset_name: name, ...values });
const host = (values: Values): Asset => asset('server', values);

describe('edges', () => {
  test('join a machine to its host and its cluster, and the cluster is a group when no asset is it', async () => {
    const { edges } = await link([
      vm('web-1', { host_server: 'ESX-1', cluster: 'Prod' }),
      host({ asset_name: 'esx-1', cluster: 'Prod' }),
    ]);
    expect(edges).toEqual([
      ['web-1', 'member_of', 'group Prod'],
      ['web-1', 'runs_on', 'esx-1'],
      ['esx-1', 'member_of', 'group Prod'],
    ]);
  });

  test('lead to the cluster and the application that are assets, and never to a machine of their name', async () => {
    const { edges } = await link([
      vm('payroll', { cluster: 'dmz', application_name: 'Payroll' }),
      vm('dmz'),
      asset('cluster', { asset_name: 'DMZ' }),
      asset('application', { asset_name: 'Payroll', application_name: 'Payroll' }),
    ]);
    expect(edges).toEqual([
      ['payroll', 'part_of', 'Payroll'],
      ['payroll', 'member_of', 'DMZ'],
    ]);
  });

  test.each([
    ['esx-1.corp.local', { asset_name: 'esx-1' }, 'a host whose domain nobody knows'],
    ['esx-1', { asset_name: 'esx-1.corp.local' }, 'the one host of that short name'],
    ['ESX-1.corp.local.', { fqdn: { fqdn: 'esx-1.corp.local', host: 'esx-1', domain: 'corp.local' } }, 'case and dot'],
    ['2001:DB8:0:0::2', { asset_name: 'esx-1', ip_address: '2001:db8::2' }, 'an address in another form'],
    ['10.0.0.7', { asset_name: 'esx-1', ip_address: ['10.0.0.7', '10.0.0.8'] }, 'an address'],
  ] as [string, Values, string][])('resolve %s: %#', async (name, values) => {
    const { edges } = await link([vm('a', { host_server: name }), host(values)]);
    expect(edges[0]?.slice(0, 2)).toEqual(['a', 'runs_on']);
    expect(edges[0]?.[2]).not.toContain('unresolved');
  });

  test('never lead to a host of another domain, or of a name that is only alike', async () => {
    const { edges, problems } = await link([
      vm('a', { host_server: 'esx-1.other.net' }),
      vm('b', { host_server: 'boesx-1' }),
      host({ asset_name: 'esx-1.corp.local' }),
    ]);
    expect(edges.map(([, , to]) => to)).toEqual(['unresolved esx-1.other.net', 'unresolved boesx-1']);
    expect(problems).toEqual([
      ['unresolved_reference', 'esx-1.other.net'],
      ['unresolved_reference', 'boesx-1'],
    ]);
  });

  test('stay open where several assets have the name, and name them', async () => {
    const { edges, problems } = await link([
      vm('a', { host_server: 'esx' }),
      host({ asset_name: 'esx.one.net' }),
      host({ asset_name: 'esx.two.net' }),
    ]);
    expect(edges).toEqual([['a', 'runs_on', 'ambiguous esx']]);
    expect(problems).toEqual([['ambiguous_reference', 'esx']]);
  });

  test('part lists of names, leave out blanks and the asset itself, and count an edge once', async () => {
    const { edges, problems } = await link([
      vm('a', { dependencies: 'b; B,\n ; a ;c' }),
      vm('b'),
      asset('database', { asset_name: 'c' }),
    ]);
    expect(edges).toEqual([
      ['a', 'depends_on', 'b'],
      ['a', 'uses_database', 'c'],
    ]);
    expect(problems).toEqual([['self_reference', 'a']]);
  });

  test('lead to a database whose host is known, by its name or with its host, unless two hosts have one', async () => {
    const on = (name: string, at: string): Asset => ({
      ...asset('database', { asset_name: name, host_server: at }),
      keys: [`name:${name.toLowerCase()}@${at}`],
    });
    const { edges, problems } = await link([
      vm('a', { dependencies: 'uniqdb; ORCL; orcl@n2' }),
      on('UniqDB', 'h1'),
      on('ORCL', 'n1'),
      { ...on('ORCL', 'n2'), name: 'the second' },
    ]);
    expect(edges.filter(([from]) => from === 'a')).toEqual([
      ['a', 'uses_database', 'UniqDB'],
      ['a', 'depends_on', 'ambiguous ORCL'],
      ['a', 'uses_database', 'the second'],
    ]);
    expect(problems).toContainEqual(['ambiguous_reference', 'ORCL']);
  });

  test('part names at the line ends of the cell, which cleansing made spaces of, and pass over placeholders', async () => {
    const a = vm('a', { host_server: 'esx-1 esx-2', dependencies: 'b; n/a' });
    for (const value of a.values['host_server'] ?? []) value.raw = 'esx-1\r\nesx-2';
    const { edges, problems } = await link([a, vm('b'), host({ asset_name: 'esx-1' }), host({ asset_name: 'esx-2' })]);
    expect(edges).toEqual([
      ['a', 'depends_on', 'b'],
      ['a', 'runs_on', 'esx-1'],
      ['a', 'runs_on', 'esx-2'],
    ]);
    expect(problems).toEqual([]);
  });

  test('come from own fields whose whole name says what they refer to, and from no others', async () => {
    const { edges } = await link([
      vm('a', { 'Backup of': 'b', db_server: 'c', parental_advice: 'b', database_type: 'Oracle 19c' }),
      vm('b', { database_type: 'c' }),
      asset('database', { asset_name: 'c' }),
    ]);
    expect(edges).toEqual([
      ['a', 'backup_of', 'b'],
      ['a', 'uses_database', 'c'],
      ['b', 'uses_database', 'c'],
    ]);
  });

  test('keep hostile names as text, and look at the first 100 names of a cell', async () => {
    const { edges, problems } = await link([
      vm('a', { host_server: '__proto__' }),
      vm('b', { dependencies: Array.from({ length: 300 }, (_, index) => `x${index}`).join(',') }),
      vm('c', { cluster: '(a+)+$'.repeat(5_000) }),
    ]);
    expect(edges).toHaveLength(102);
    expect(problems.filter(([problem]) => problem === 'too_many_names')).toHaveLength(1);
  });
});
