import { describe, expect, test } from '@jest/globals';
import { agentContract } from '#test/contracts/agent-contract.ts';
import { inventoriedInput } from '#test/builders/prepared-inputs.ts';
import { assess, buildAsset, edge, kindsOf } from '#test/builders/assessed-assets.ts';
import { techDebtAssessment } from './tech-debt-assessment.agent.ts';

agentContract(techDebtAssessment, {
  readsFrom: 'assets',
  prepare: inventoriedInput,
  made: ({ result }) => Number(result['assets_assessed']),
});

describe('technical debt', () => {
  test('names what is past support, with the cell, the date and its source', async () => {
    const server = buildAsset('server', { asset_name: 'a', operating_system: 'Windows Server 2008 R2 SP1' });
    const { assessmentOf, output } = await assess([server]);
    const [debt] = assessmentOf(server).debts;
    expect(debt).toMatchObject({ kind: 'end_of_life', severity: 'error', product: 'Windows Server 2008 R2 SP1' });
    expect(debt?.message).toContain('ended 2020-01-14');
    expect(debt?.message).toContain('endoflife.date/windows-server, as of 2026-08-22');
    expect(debt?.values[0]).toMatchObject({ raw: 'Windows Server 2008 R2 SP1', column_index: 1 });
    expect(assessmentOf(server)).toMatchObject({ treatment: 'replatform', treatment_state: 'suggested' });
    expect(output.findings?.[0]).toMatchObject({ code: 'end_of_life', columnIndex: 1, count: 1 });
    expect(output.findings?.[0]?.cells[0]?.address).toMatch(/^Servers!C\d+$/);
  });

  test('says that support is there only for those who buy it', async () => {
    const server = buildAsset('server', { operating_system: 'Red Hat Enterprise Linux 7.9' });
    const [debt] = (await assess([server])).assessmentOf(server).debts;
    expect(debt).toMatchObject({ kind: 'end_of_life', severity: 'warning' });
    expect(debt?.message).toContain('only with extended support until 2029-05-31');
  });

  test('asks nobody to buy what is free', async () => {
    const server = buildAsset('server', { operating_system: 'Debian 12' });
    const { assessmentOf, output } = await assess([server]);
    expect(assessmentOf(server)).toMatchObject({
      treatment: 'rehost',
      debts: [{ kind: 'end_of_life', severity: 'warning' }],
    });
    const said = JSON.stringify([assessmentOf(server), output.findings]);
    expect(said).toContain('free long-term support until 2028-06-30');
    expect(said).not.toContain('bought');
  });

  test('marks a date of a weak source', async () => {
    const server = buildAsset('server', { operating_system: 'HP-UX B.11.23' });
    expect((await assess([server])).assessmentOf(server).debts[0]?.message).toContain('weak source');
  });

  test('takes two cells together: a loose name and an exact version', async () => {
    const server = buildAsset('virtual_machine', {
      operating_system: 'Microsoft Windows Server 2016 or later (64-bit)',
      os_version: '10.0.17763',
    });
    const client = buildAsset('desktop', { operating_system: 'Windows 10 Pro', os_version: '10.0.17763' });
    const { assessmentOf } = await assess([server, client]);
    expect(assessmentOf(server).products).toMatchObject([{ state: 'supported', until: '2029-01-09' }]);
    expect(assessmentOf(client).products).toMatchObject([{ state: 'end_of_life', until: '2020-11-10' }]);
  });

  test('counts an asset once that says the same of several products', async () => {
    const stack = buildAsset('application', { technology_stack: 'Tomcat 99.1, PHP 99.1' });
    const { assessmentOf, output } = await assess([stack]);
    expect(assessmentOf(stack).products.map(({ state }) => state)).toEqual(['no_data', 'no_data']);
    const [found] = output.findings?.filter(({ code }) => code === 'no_lifecycle_data') ?? [];
    expect([found?.count, found?.cells.length, found?.message]).toEqual([
      1,
      1,
      'No end of support is known for what the cells name, so nothing is said of it (1 asset).',
    ]);
  });

  test('says what is missing instead of a verdict or a treatment', async () => {
    const loose = buildAsset('virtual_machine', { operating_system: 'SUSE Linux Enterprise 15 (64-bit)' });
    const silent = buildAsset('server', { asset_name: 'x' });
    const { assessmentOf, output } = await assess([loose, silent]);
    expect(assessmentOf(loose)).toMatchObject({ treatment: null, treatment_state: 'not_enough_data', debts: [] });
    expect(assessmentOf(loose).missing_fields).toEqual(['os_version (service pack)']);
    expect(assessmentOf(silent).missing_fields).toEqual(['operating_system']);
    expect(assessmentOf(silent).not_checked.map(({ check }) => check)).toEqual([
      'support',
      'owner',
      'dependencies',
      'hardware',
    ]);
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
    const { assessmentOf } = await assess([...machines, large]);
    expect(kindsOf(assessmentOf(large))).toEqual(['size_outlier']);
    expect(assessmentOf(large).not_checked.find(({ check }) => check === 'size')?.reason).toContain(
      'CPU cores: fewer than 30',
    );
    expect(machines.flatMap((machine) => kindsOf(assessmentOf(machine)))).toEqual([]);
  });

  test('counts a missing owner as debt only where the engagement names owners', async () => {
    const owned = buildAsset('server', { business_owner: 'Ana Keller' });
    const orphan = buildAsset('server', { asset_name: 'y' });
    expect(kindsOf((await assess([owned, orphan])).assessmentOf(orphan))).toEqual(['missing_owner']);
    expect(kindsOf((await assess([orphan])).assessmentOf(orphan))).toEqual([]);
  });

  test('finds what many lean on, unless a cluster stands in for it', async () => {
    const machines = Array.from({ length: 6 }, () => buildAsset('virtual_machine', { asset_name: 'v' }));
    const [alone, inCluster] = [buildAsset('server', { asset_name: 'h' }), buildAsset('server', { asset_name: 'h' })];
    const cluster = buildAsset('cluster', { asset_name: 'c' });
    const others = machines.map(() => buildAsset('virtual_machine', { asset_name: 'w' }));
    const edges = [
      ...machines.map((vm) => edge(vm, 'runs_on', alone)),
      ...others.map((vm) => edge(vm, 'runs_on', inCluster)),
    ];
    const { assessmentOf } = await assess(
      [...machines, ...others, alone, inCluster, cluster],
      [...edges, edge(inCluster, 'member_of', cluster)],
    );
    expect(kindsOf(assessmentOf(alone))).toEqual(['single_point_of_failure']);
    expect(kindsOf(assessmentOf(inCluster))).toEqual([]);
  });

  test.each([
    [{}, []],
    [{ status: 'Decommissioned' }, ['single_point_of_failure']],
    [{ status: 'Verschrottet' }, ['single_point_of_failure']],
    [{ power_state: 'poweredOff' }, ['single_point_of_failure']],
  ])('lets a backup or another member that is %j stand in for it or not', async (cells, expected) => {
    const machines = Array.from({ length: 10 }, () => buildAsset('virtual_machine', { asset_name: 'v' }));
    const [host, database] = [buildAsset('server', { asset_name: 'h' }), buildAsset('database', { asset_name: 'd' })];
    const [member, backup] = [buildAsset('server', cells), buildAsset('database', cells)];
    const cluster = buildAsset('cluster', { asset_name: 'c' });
    const { assessmentOf } = await assess(
      [...machines, host, database, member, backup, cluster],
      [
        ...machines.map((vm, at) => (at % 2 === 0 ? edge(vm, 'runs_on', host) : edge(vm, 'uses_database', database))),
        ...[host, member, ...machines.slice(0, 1)].map((one) => edge(one, 'member_of', cluster)),
        edge(backup, 'backup_of', database),
      ],
    );
    expect(kindsOf(assessmentOf(host))).toEqual(expected);
    expect(kindsOf(assessmentOf(database))).toEqual(expected);
  });

  test('looks at the age of hardware and its warranty, not at those of a virtual machine', async () => {
    const dates = { purchase_date: '2019-03-01', warranty_expiration: '2024-03-01' };
    const ofModel = { ...dates, model: 'KVM', manufacturer: 'Red Hat' };
    const [server, vm] = [buildAsset('server', dates), buildAsset('virtual_machine', dates)];
    const [typed, physical] = [buildAsset('server', ofModel), buildAsset('server', ofModel, 'physical-type')];
    const { assessmentOf } = await assess([server, vm, typed, physical]);
    for (const one of [server, physical])
      expect(kindsOf(assessmentOf(one))).toEqual(['old_hardware', 'warranty_expired']);
    for (const one of [vm, typed]) expect(assessmentOf(one)).toMatchObject({ debts: [] });
    expect(assessmentOf(typed).not_checked.map(({ check }) => check)).not.toContain('hardware');
  });

  test.each([
    ['2021-11-24', ['old_hardware']],
    ['2021-11-25', []],
    ['2021-11-26', []],
  ])('on 2026-11-25, hardware bought %s is %j', async (day, expected) => {
    const server = buildAsset('server', { purchase_date: day });
    expect(kindsOf((await assess([server])).assessmentOf(server))).toEqual(expected);
  });

  test('names fields, releases and middles as people do', async () => {
    const machines = Array.from({ length: 40 }, (_, at) =>
      buildAsset('virtual_machine', {
        memory_gb: `${[11, 12, 13][at % 3]} GB`,
        storage_gb: `${[100, 120, 140][at % 3]} GB`,
        business_owner: 'Ada',
      }),
    );
    const odd = buildAsset('virtual_machine', { memory_gb: '4096 GB', storage_gb: '40960 GB', support_group: 'Unix' });
    const old = buildAsset('server', { operating_system: 'Windows NT Server 4.0', business_owner: 'Ada' });
    const { assessmentOf } = await assess([...machines, odd, old]);
    const said = assessmentOf(odd)
      .debts.map(({ message }) => message)
      .join(' ');
    expect(said).toContain('only Support group.');
    expect(said).toContain('far above the middle of 41 assets of its class, about 12 GB (');
    expect(said).toContain('far above the middle of 41 assets of its class, about 120 GB (');
    expect(assessmentOf(old).debts[0]?.product).toBe('Windows NT 4.0');
  });

  test('never judges two releases by the first of them, and judges every database a cell lists', async () => {
    const either = buildAsset('server', { operating_system: 'Windows Server 2019; Windows Server 2012 R2' });
    const packs = buildAsset('server', { operating_system: 'Windows Server 2008 R2 or 2019' });
    const mixed = buildAsset('server', { operating_system: 'Windows Server 2022; CentOS 6' });
    const release = buildAsset('database', { database_type: 'SQL Server 2019 / SQL Server 2008' });
    const both = buildAsset('database', { database_type: 'PostgreSQL 16; MySQL 5.5' });
    const { assessmentOf, output } = await assess([either, packs, mixed, release, both]);
    expect(assessmentOf(either).missing_fields).toEqual(['os_version (which of 2019 and 2012 R2 it is)']);
    expect(assessmentOf(packs).missing_fields).toEqual(['os_version (which of 2008 R2 and 2019 it is)']);
    expect(assessmentOf(mixed)).toMatchObject({
      treatment: null,
      missing_fields: ['os_version (which of its systems it is)'],
      products: [{ state: 'not_enough_data', reason: 'A cell names several systems.' }],
    });
    expect(assessmentOf(release).missing_fields).toEqual(['database_type (which of 2019 and 2008 it is)']);
    expect(assessmentOf(both)).toMatchObject({ treatment: 'replatform', products: [{ state: 'supported' }, {}] });
    expect(assessmentOf(both).reasons).toEqual([
      'MySQL 5.5 has had no security updates since 2018-12-31: move to a newer release.',
    ]);
    expect(output.findings?.map(({ message }) => message)).toContain(
      'Windows Server 2008 R2 or 2019: not enough data for an end of support; missing: which of 2008 R2 and 2019 it is (1 asset).',
    );
  });

  test('tells a product the data does not know from one nobody names', async () => {
    const informix = buildAsset('database', { database_type: 'Informix 12.10' });
    const wildfly = buildAsset('application', { technology_stack: 'WildFly 26' });
    const silent = buildAsset('database', { asset_name: 'd' });
    const { assessmentOf } = await assess([informix, wildfly, silent]);
    expect(assessmentOf(informix).reasons[0]).toBe('The cells name no product the lifecycle data knows.');
    expect(assessmentOf(wildfly).missing_fields).toEqual(['technology_stack (end of support)']);
    expect(assessmentOf(silent).reasons).toEqual([
      'No cell says which database it is.',
      'No server or database that it stands on is known.',
    ]);
  });

  test('judges by the day of the import, not by today', async () => {
    const server = buildAsset('server', { operating_system: 'Debian 12' });
    expect(kindsOf((await assess([server], [], '2024-01-01')).assessmentOf(server))).toEqual([]);
    expect(kindsOf((await assess([server], [], '2026-07-12')).assessmentOf(server))).toEqual(['end_of_life']);
  });
});
