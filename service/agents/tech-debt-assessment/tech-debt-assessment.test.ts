import { describe, expect, test } from '@jest/globals';
import type { AssetClass } from '#shared/statuses.ts';
import { cleanse } from '../../cleansing/cleanse.ts';
import type { Dependency } from '../../dependencies/edge.ts';
import type { Asset, AssetValue, AssetValues } from '../../inventory/asset.ts';
import type { AssetAssessment } from '../../tech-debt/assessment.ts';
import type { AgentOutput } from '../agent.ts';
import { agentContract, buildContext, buildInput, buildInventory } from '../agent-contract.ts';
import { runAgent } from '../run-agent.ts';
import { techDebtAssessment } from './tech-debt-assessment.agent.ts';

let made = 0;

/** An asset whose cells are cleansed by the product's own rules, one row of the import. */
function buildAsset(assetClass: AssetClass, cells: Readonly<Record<string, string | number>>): Asset {
  const rowNumber = (made += 1);
  const values: AssetValues = {};
  Object.entries(cells).forEach(([field, cell], column_index) => {
    const { value, rule } = cleanse(field, cell, {});
    if (value === null) return;
    const one: AssetValue = {
      value,
      raw: String(cell),
      rule,
      data_import_id: 'imp_test',
      row_number: rowNumber,
      column_index,
      decided_by: null,
    };
    values[field] = [one];
  });
  const source = { data_import_id: 'imp_test', imported_at: new Date(0), row_numbers: [rowNumber] };
  const what = { asset_class: assetClass, class_rule: 'test', keys: [], values, components: [] };
  return {
    _id: `ast_${rowNumber}`,
    client_account_id: 'c',
    engagement_id: 'e',
    name: `asset ${rowNumber}`,
    ...what,
    sources: [{ ...source, lineage: 'test', decided_by: null, ...what }],
    field_decisions: [],
    first_import_id: 'imp_test',
    last_import_id: 'imp_test',
    updated_at: new Date(0),
  };
}

agentContract(techDebtAssessment, {
  readsFrom: 'assets',
  assets: Array.from({ length: 45 }, (_, at) =>
    buildAsset('server', {
      asset_name: `srv-${at}`,
      operating_system: at % 3 === 0 ? 'Windows Server 2012 R2' : 'Red Hat Enterprise Linux 8.6',
      memory_gb: at === 7 ? 4_096 : 8 + (at % 5),
      ...(at % 2 === 0 ? { business_owner: 'Ada' } : {}),
    }),
  ),
});

const edge = (from: Asset, relation: Dependency['relation'], to: Asset): Dependency => ({
  edge_id: `${from._id}:${relation}:${to._id}`,
  to_node: to._id,
  from_asset_id: from._id,
  relation,
  state: 'resolved',
  to_asset_id: to._id,
  to_name: to.name,
  to_key: to.name,
  candidate_ids: [],
  field: 'host_server',
  data_import_id: 'imp_test',
  row_number: 1,
  column_index: 1,
});

interface Run {
  output: AgentOutput;
  of: (asset: Asset) => AssetAssessment;
}

async function assess(assets: readonly Asset[], edges: readonly Dependency[] = [], at = '2026-11-25'): Promise<Run> {
  const staged = new Map<string, AssetAssessment>();
  const base = buildInput(['Name'], []);
  const input = buildInput(['Name'], [], {
    facts: { ...base.facts, assessedAt: new Date(at), totalRecords: 0 },
    inventory: buildInventory(assets),
    graph: {
      ...base.graph,
      countEdges: () => Promise.resolve(edges.length),
      async *readEdges(which) {
        const isChosen = (edge: Dependency): boolean =>
          'state' in which ? edge.state === which.state : which.relations.includes(edge.relation);
        yield await Promise.resolve(edges.filter(isChosen));
      },
    },
    assessments: {
      open: () => Promise.resolve('gen_1'),
      stage: (_generation, assessments) => {
        for (const one of assessments) staged.set(one.asset_id, one);
        return Promise.resolve();
      },
    },
  });
  const output = await runAgent(techDebtAssessment, input, buildContext());
  return {
    output,
    of: (asset) => {
      const found = staged.get(asset._id);
      if (found === undefined) throw new Error(`${asset.name} was not assessed.`);
      return found;
    },
  };
}

const kindsOf = ({ debts }: AssetAssessment): string[] => debts.map((debt) => debt.kind);

describe('technical debt', () => {
  test('names what is past support, with the cell, the date and its source', async () => {
    const server = buildAsset('server', { asset_name: 'a', operating_system: 'Windows Server 2008 R2 SP1' });
    const { of, output } = await assess([server]);
    const [debt] = of(server).debts;
    expect(debt).toMatchObject({ kind: 'end_of_life', severity: 'error', product: 'Windows Server 2008 R2 SP1' });
    expect(debt?.message).toContain('ended 2020-01-14');
    expect(debt?.message).toContain('endoflife.date/windows-server, as of 2026-08-22');
    expect(debt?.values[0]).toMatchObject({ raw: 'Windows Server 2008 R2 SP1', column_index: 1 });
    expect(of(server)).toMatchObject({ treatment: 'replatform', treatment_state: 'suggested' });
    expect(output.findings?.[0]).toMatchObject({ code: 'end_of_life', columnIndex: 1, count: 1 });
    expect(output.findings?.[0]?.cells[0]?.address).toMatch(/^Servers!C\d+$/);
  });

  test('says that support is there only for those who buy it', async () => {
    const server = buildAsset('server', { operating_system: 'Red Hat Enterprise Linux 7.9' });
    const [debt] = (await assess([server])).of(server).debts;
    expect(debt).toMatchObject({ kind: 'end_of_life', severity: 'warning' });
    expect(debt?.message).toContain('only with extended support until 2029-05-31');
  });

  test('asks nobody to buy what is free', async () => {
    const server = buildAsset('server', { operating_system: 'Debian 12' });
    const { of, output } = await assess([server]);
    expect(of(server)).toMatchObject({ treatment: 'rehost', debts: [{ kind: 'end_of_life', severity: 'warning' }] });
    const said = JSON.stringify([of(server), output.findings]);
    expect(said).toContain('free long-term support until 2028-06-30');
    expect(said).not.toContain('bought');
  });

  test('marks a date of a weak source', async () => {
    const server = buildAsset('server', { operating_system: 'HP-UX B.11.23' });
    expect((await assess([server])).of(server).debts[0]?.message).toContain('weak source');
  });

  test('takes two cells together: a loose name and an exact version', async () => {
    const server = buildAsset('virtual_machine', {
      operating_system: 'Microsoft Windows Server 2016 or later (64-bit)',
      os_version: '10.0.17763',
    });
    const client = buildAsset('desktop', { operating_system: 'Windows 10 Pro', os_version: '10.0.17763' });
    const { of } = await assess([server, client]);
    expect(of(server).products).toMatchObject([{ state: 'supported', until: '2029-01-09' }]);
    expect(of(client).products).toMatchObject([{ state: 'end_of_life', until: '2020-11-10' }]);
  });

  test('says what is missing instead of a verdict or a treatment', async () => {
    const loose = buildAsset('virtual_machine', { operating_system: 'SUSE Linux Enterprise 15 (64-bit)' });
    const silent = buildAsset('server', { asset_name: 'x' });
    const { of, output } = await assess([loose, silent]);
    expect(of(loose)).toMatchObject({ treatment: null, treatment_state: 'not_enough_data', debts: [] });
    expect(of(loose).missing_fields).toEqual(['os_version (service pack)']);
    expect(of(silent).missing_fields).toEqual(['operating_system']);
    expect(of(silent).not_checked.map(({ check }) => check)).toEqual(['support', 'owner', 'dependencies', 'hardware']);
    expect(output.result).toMatchObject({
      assets_assessed: 2,
      operating_systems: { not_enough_data: 1, not_said: 1 },
      treatment_not_enough_data: 2,
    });
  });

  test('finds sizes that stand out of their class, and does not look where too few can be compared', async () => {
    const machines = Array.from({ length: 40 }, (_, at) =>
      buildAsset('virtual_machine', { memory_gb: `${[2, 4, 8, 16][at % 4]} GB`, cpu_cores: at < 10 ? 4 : '' }),
    );
    const large = buildAsset('virtual_machine', { memory_gb: '2048 GB', cpu_cores: 64 });
    const { of } = await assess([...machines, large]);
    expect(kindsOf(of(large))).toEqual(['size_outlier']);
    expect(of(large).not_checked.find(({ check }) => check === 'size')?.reason).toContain('CPU cores: fewer than 30');
    expect(machines.flatMap((machine) => kindsOf(of(machine)))).toEqual([]);
  });

  test('counts a missing owner as debt only where the engagement names owners', async () => {
    const owned = buildAsset('server', { business_owner: 'Ana Keller' });
    const orphan = buildAsset('server', { asset_name: 'y' });
    expect(kindsOf((await assess([owned, orphan])).of(orphan))).toEqual(['missing_owner']);
    expect(kindsOf((await assess([orphan])).of(orphan))).toEqual([]);
  });

  test('finds what many lean on, unless a cluster stands in for it', async () => {
    const machines = Array.from({ length: 6 }, () => buildAsset('virtual_machine', { asset_name: 'v' }));
    const [alone, inCluster] = [buildAsset('server', { asset_name: 'h' }), buildAsset('server', { asset_name: 'h' })];
    const cluster = buildAsset('cluster', { asset_name: 'c' });
    const edges = machines.flatMap((vm) => [edge(vm, 'runs_on', alone), edge(vm, 'runs_on', inCluster)]);
    const { of } = await assess(
      [...machines, alone, inCluster, cluster],
      [...edges, edge(inCluster, 'member_of', cluster)],
    );
    expect(kindsOf(of(alone))).toEqual(['single_point_of_failure']);
    expect(kindsOf(of(inCluster))).toEqual([]);
  });

  test('looks at the age of hardware and its warranty, not at those of a virtual machine', async () => {
    const dates = { purchase_date: '2019-03-01', warranty_expiration: '2024-03-01' };
    const [server, vm] = [buildAsset('server', dates), buildAsset('virtual_machine', dates)];
    const { of } = await assess([server, vm]);
    expect(kindsOf(of(server))).toEqual(['old_hardware', 'warranty_expired']);
    expect(kindsOf(of(vm))).toEqual([]);
  });

  test('suggests treatments by class, and repeats what the sheet says', async () => {
    const cases: [Asset, string][] = [
      [buildAsset('server', { operating_system: 'Windows Server 2022' }), 'rehost'],
      [buildAsset('server', { operating_system: 'AIX 7.2 TL5' }), 'replatform'],
      [buildAsset('server', { operating_system: 'VMware ESXi 8.0.1' }), 'retire'],
      [buildAsset('server', { status: 'Decommissioned', operating_system: 'Windows Server 2022' }), 'retire'],
      [buildAsset('database', { database_type: 'MySQL 5.7' }), 'replatform'],
      [buildAsset('database', { database_type: 'PostgreSQL 16.2' }), 'rehost'],
      [buildAsset('application', { technology_stack: 'PHP 5.6' }), 'refactor'],
      [buildAsset('application', { technology_stack: 'PHP 5.6', vendor: 'Acme' }), 'repurchase'],
      [buildAsset('application', { hosting_model: 'SaaS' }), 'retain'],
      [buildAsset('application', { asset_name: 'z' }), 'null'],
      [buildAsset('network_device', { asset_name: 'n' }), 'null'],
      [buildAsset('server', { six_r_strategy: 'Lift and shift', operating_system: 'Windows 2000' }), 'rehost'],
    ];
    const { of } = await assess(cases.map(([asset]) => asset));
    expect(cases.map(([asset]) => String(of(asset).treatment))).toEqual(cases.map(([, expected]) => expected));
    expect(cases.every(([asset]) => of(asset).reasons.length > 0)).toBe(true);
  });

  test('never judges two releases by the first of them, and judges every database a cell lists', async () => {
    const either = buildAsset('server', { operating_system: 'Windows Server 2019; Windows Server 2012 R2' });
    const packs = buildAsset('server', { operating_system: 'Windows Server 2008 R2 or 2019' });
    const mixed = buildAsset('server', { operating_system: 'Windows Server 2022; CentOS 6' });
    const release = buildAsset('database', { database_type: 'SQL Server 2019 / SQL Server 2008' });
    const both = buildAsset('database', { database_type: 'PostgreSQL 16; MySQL 5.5' });
    const { of, output } = await assess([either, packs, mixed, release, both]);
    expect(of(either).missing_fields).toEqual(['os_version (which of 2019 and 2012 R2 it is)']);
    expect(of(packs).missing_fields).toEqual(['os_version (which of 2008 R2 and 2019 it is)']);
    expect(of(mixed)).toMatchObject({
      treatment: null,
      missing_fields: ['os_version (which of its systems it is)'],
      products: [{ state: 'not_enough_data', reason: 'A cell names several systems.' }],
    });
    expect(of(release).missing_fields).toEqual(['database_type (which of 2019 and 2008 it is)']);
    expect(of(both)).toMatchObject({ treatment: 'replatform', products: [{ state: 'supported' }, {}] });
    expect(of(both).reasons).toEqual([
      'MySQL 5.5 gets no security updates without paying, or none at all: move to a newer release.',
    ]);
    expect(output.findings?.map(({ message }) => message)).toContain(
      'Windows Server 2008 R2 or 2019: not enough data for an end of support; missing: which of 2008 R2 and 2019 it is (1 asset).',
    );
  });

  test('tells a product the data does not know from one nobody names', async () => {
    const informix = buildAsset('database', { database_type: 'Informix 12.10' });
    const wildfly = buildAsset('application', { technology_stack: 'WildFly 26' });
    const silent = buildAsset('database', { asset_name: 'd' });
    const { of } = await assess([informix, wildfly, silent]);
    expect(of(informix).reasons).toEqual(['The cells name no product the lifecycle data knows.']);
    expect(of(wildfly).missing_fields).toEqual(['technology_stack (end of support)']);
    expect(of(silent).reasons).toEqual(['No cell says which database it is.']);
  });

  test('judges by the day of the import, not by today', async () => {
    const server = buildAsset('server', { operating_system: 'Debian 12' });
    expect(kindsOf((await assess([server], [], '2024-01-01')).of(server))).toEqual([]);
    expect(kindsOf((await assess([server], [], '2026-07-12')).of(server))).toEqual(['end_of_life']);
  });
});
