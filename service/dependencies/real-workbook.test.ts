import { expect, test } from '@jest/globals';
import type { AssetClass } from '#shared/statuses.ts';
import { readRawSheet } from '#test/harness/raw-workbook.ts';
import { describeWithRealData, realData } from '#test/harness/real-data.ts';
import type { Asset, AssetValue } from '../inventory/asset.ts';
import type { Dependency } from './edge.ts';
import { GraphTally } from './graph-tally.ts';
import { linkAssets } from './link-assets.ts';
import { NameResolver } from './name-resolver.ts';
import { nameKeys } from './names.ts';

const WORKBOOK = 'RVTools-SizingWorkshop.xlsx';

/** A column of a sheet, read from the file's XML. */
async function column(sheet: string, header: string): Promise<string[]> {
  const cells = await readRawSheet(realData(WORKBOOK), sheet);
  const letters = [...cells].find(([address, { value }]) => /^[A-Z]+1$/.test(address) && value === header)?.[0];
  const at = letters?.slice(0, -1) ?? '';
  const names = [...cells.keys()].filter((address) => /^A\d+$/.test(address) && address !== 'A1');
  return names.map((address) => String(cells.get(at + address.slice(1))?.value ?? ''));
}

interface Thing {
  name: string;
  host: string;
  cluster: string;
}

const things = (names: string[], hosts: string[], clusters: string[]): Thing[] =>
  names.map((name, index) => ({ name, host: hosts[index] ?? '', cluster: clusters[index] ?? '' }));

function assetOf(assetClass: AssetClass, { name, host, cluster }: Thing): Asset {
  const valueOf = (value: string): AssetValue[] =>
    value === ''
      ? []
      : [{ value, raw: value, rule: 'text', data_import_id: 'i', row_number: 1, column_index: 0, decided_by: null }];
  return {
    _id: `ast_${assetClass}_${name}`,
    client_account_id: 'client',
    engagement_id: 'main',
    asset_class: assetClass,
    class_rule: 'test',
    name,
    keys: nameKeys(name),
    values: { asset_name: valueOf(name), host_server: valueOf(host), cluster: valueOf(cluster) },
    components: [],
    first_import_id: 'i',
    last_import_id: 'i',
    updated_at: new Date(0),
    sources: [],
    field_decisions: [],
  };
}

async function edgesOf(assets: readonly Asset[]): Promise<Dependency[]> {
  const byKey = new Map<string, Asset[]>();
  for (const asset of assets) for (const key of asset.keys) byKey.set(key, [...(byKey.get(key) ?? []), asset]);
  const resolver = new NameResolver((keys) =>
    Promise.resolve([...new Set(keys.flatMap((key) => byKey.get(key) ?? []))]),
  );
  return linkAssets(assets, resolver, () => undefined);
}

describeWithRealData(WORKBOOK, 'the graph of a real RVTools export', () => {
  test('has the edges that a plain comparison of the sheets gives, and lists every other host', async () => {
    const machines = things(
      await column('vInfo', 'VM'),
      await column('vInfo', 'Host'),
      await column('vInfo', 'Cluster'),
    );
    const hosts = things(await column('vHost', 'Host'), [], await column('vHost', 'Cluster'));
    const edges = await edgesOf([
      ...machines.map((machine) => assetOf('virtual_machine', machine)),
      ...hosts.map((host) => assetOf('server', host)),
    ]);
    const known = new Set(hosts.map(({ name }) => name));
    const count = (relation: string, state: string): number =>
      edges.filter((edge) => edge.relation === relation && edge.state === state).length;
    expect([machines.length, hosts.length]).toEqual([805, 34]);
    expect(count('runs_on', 'resolved')).toBe(machines.filter(({ host }) => known.has(host)).length);
    expect(count('runs_on', 'resolved')).toBe(51);
    expect(count('runs_on', 'unresolved')).toBe(754);
    expect(count('member_of', 'group')).toBe(839);
    for (const { from_asset_id: from, to_asset_id: to } of edges.filter((edge) => edge.state === 'resolved')) {
      const machine = machines.find(({ name }) => from === `ast_virtual_machine_${name}`);
      expect(to).toBe(`ast_server_${machine?.host}`);
    }
    const tally = new GraphTally();
    for (const edge of edges) tally.add(edge);
    const measures = await tally.measure(839, () => Promise.resolve());
    expect(measures.unresolved.count).toBe(32);
    expect(measures.groups.listed.map(({ name, edges: members }) => [name, members])).toEqual([
      ['Cluster2', 717],
      ['Cluster1', 52],
      ['DMZ', 45],
      ['Mgmt', 25],
    ]);
    expect(measures.components).toEqual({ count: 4, largest: [717, 52, 45, 25], linked_assets: 839 });
    expect(measures.most_depended_on.map(({ direct }) => direct)).toEqual([18, 10, 8, 8, 4, 3]);
  });
});
