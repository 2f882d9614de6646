import { describe, expect, test } from '@jest/globals';
import { DependentCounts, dependentsOf, type Dependents } from './dependent-counts.ts';

type Edges = Parameters<DependentCounts['count']>[0];

/** `vm-1 runs_on host`; what is written `(web)` is known by name only. */
function edgesOf(...texts: string[]): Edges {
  return texts.map((text) => {
    const [from = '', relation = '', to = ''] = text.split(' ');
    return {
      from_asset_id: from,
      relation: relation as Edges[number]['relation'],
      to_asset_id: to.startsWith('(') ? null : to,
      to_node: to,
    };
  });
}

/** Five machines on `host`, and what else each asset says. */
function dependentsOn(asset: string, others: readonly Edges[], outOfUse: readonly string[] = []): Dependents | null {
  const counts = new DependentCounts(true);
  const machines = [1, 2, 3, 4, 5].map((at) => edgesOf(`vm-${at} runs_on host`));
  for (const edges of [...machines, ...others]) counts.count(edges);
  for (const edges of [...machines, ...others]) counts.findStandIns(edges, (id) => outOfUse.includes(id));
  return dependentsOf(counts.within({ from: '', to: null }), asset);
}

describe('the dependents of an asset', () => {
  test('are each counted once, however they lean on it', () => {
    const further = edgesOf('vm-6 runs_on host', 'vm-6 depends_on host', 'vm-6 uses_database db');
    expect(dependentsOn('host', [further])).toMatchObject({ count: 6, isLeanedOn: true, hasStandIn: false });
    expect(dependentsOn('db', [further])).toMatchObject({ count: 1 });
    expect(dependentsOn('nobody', [])).toMatchObject({ count: 0, isLeanedOn: false });
  });

  test('are not what runs elsewhere as well, unless it needs the asset for something else', () => {
    const twice = edgesOf('vm-6 runs_on ha-a', 'vm-6 runs_on ha-b');
    expect(dependentsOn('ha-a', [twice])).toEqual({ count: 0, isLeanedOn: true, hasStandIn: false });
    expect(dependentsOn('ha-a', [[...twice, ...edgesOf('vm-6 depends_on ha-a')]])).toMatchObject({ count: 1 });
    const databases = edgesOf('app uses_database db-1', 'app uses_database db-2');
    expect(dependentsOn('db-2', [databases])).toMatchObject({ count: 1 });
  });
});

describe('a stand-in', () => {
  const member = (name: string, cluster = '(prod)'): Edges => edgesOf(`${name} member_of ${cluster}`);
  const hasStandIn = (others: readonly Edges[], outOfUse: readonly string[] = []): boolean | undefined =>
    dependentsOn('host', others, outOfUse)?.hasStandIn;

  test('is a backup in use', () => {
    const backup = edgesOf('spare backup_of host');
    expect(hasStandIn([backup])).toBe(true);
    expect(hasStandIn([backup], ['spare'])).toBe(false);
  });

  test('is a cluster whose other members are in use, or not known', () => {
    expect(hasStandIn([member('host')])).toBe(true);
    expect(hasStandIn([member('host'), member('other')])).toBe(true);
    expect(hasStandIn([member('host'), member('other')], ['other'])).toBe(false);
    expect(hasStandIn([member('host'), member('other'), member('third')], ['other'])).toBe(true);
    expect(hasStandIn([member('host'), member('other')], ['host'])).toBe(true);
    expect(hasStandIn([member('host'), member('other', '(test)')], ['other'])).toBe(true);
  });

  test('is no cluster that is itself out of use', () => {
    expect(hasStandIn([member('host', 'cluster'), member('other', 'cluster')], ['cluster'])).toBe(false);
  });

  test('is for a host no machine that names the cluster of its host', () => {
    const machine = edgesOf('vm-6 member_of (prod)', 'vm-6 runs_on (elsewhere)');
    expect(hasStandIn([member('host'), member('other'), machine], ['other'])).toBe(false);
    const onHost = edgesOf('host runs_on chassis', 'host member_of (prod)');
    expect(hasStandIn([onHost, machine])).toBe(true);
  });
});
