import { describe, expect, test } from '@jest/globals';
import type { Asset } from '../../inventory/asset.ts';
import { assess, buildAsset, edge } from '#test/builders/assessed-assets.ts';

const application = (cells: Record<string, string> = {}): Asset => buildAsset('application', cells);
const machine = (system: string, cells: Record<string, string> = {}): Asset =>
  buildAsset('virtual_machine', { operating_system: system, ...cells });
const host = (system = 'VMware ESXi 8.0.1', cells: Record<string, string> = {}): Asset =>
  buildAsset('server', { operating_system: system, ...cells }, 'physical-hypervisor-host');

describe('applications and databases by what they stand on', () => {
  test('names what is past support, however it is reached, and suggests another platform', async () => {
    const [byHost, byPart, byDatabase, byName, service] = Array.from({ length: 5 }, () => application());
    const [old, onOld] = [machine('Windows Server 2008 R2 SP1'), buildAsset('database', {})];
    const edges = [
      edge(byHost as Asset, 'runs_on', old),
      edge(old, 'part_of', byPart as Asset),
      edge(onOld, 'runs_on', old),
      edge(byDatabase as Asset, 'uses_database', onOld),
      edge(byName as Asset, 'depends_on', old),
      edge(service as Asset, 'depends_on', byName as Asset),
    ];
    const all = [byHost, byPart, byDatabase, byName, service, old, onOld] as Asset[];
    const { assessmentOf } = await assess(all, edges);
    const clause =
      'Windows Server 2008 R2 SP1 has had no security updates since 2023-01-10, and none without paying since 2020-01-14';
    for (const one of [byHost, byPart, byName, onOld] as Asset[]) {
      expect(assessmentOf(one)).toMatchObject({
        treatment: 'replatform',
        treatment_state: 'suggested',
        missing_fields: [],
      });
      expect(assessmentOf(one).reasons[0]).toBe(`It stands on ${old.name}, and ${clause}.`);
    }
    expect(assessmentOf(byDatabase as Asset).reasons.slice(0, 2)).toEqual([
      `Of the 2 systems it stands on, 1 is past security updates – ${old.name} (${clause}).`,
      `The end of support of 1 more is not known – ${onOld.name}.`,
    ]);
    expect(assessmentOf(service as Asset)).toMatchObject({ treatment: null, treatment_state: 'not_enough_data' });
  });

  test('says that there is not enough data where nothing it stands on is resolved, or none of it is known', async () => {
    const [alone, named, onUnknown] = [application(), application(), application()];
    const silent = buildAsset('virtual_machine', {});
    const unresolved = { ...edge(named, 'runs_on', silent), state: 'unresolved' as const, to_asset_id: null };
    const { assessmentOf } = await assess(
      [alone, named, onUnknown, silent],
      [unresolved, edge(onUnknown, 'runs_on', silent)],
    );
    for (const one of [alone, named])
      expect(assessmentOf(one)).toMatchObject({
        treatment_state: 'not_enough_data',
        reasons: ['No cell says what it is built on.', 'No server or database that it stands on is known.'],
      });
    expect(assessmentOf(onUnknown).treatment_state).toBe('not_enough_data');
    expect(assessmentOf(onUnknown).reasons[1]).toBe(`It stands on ${silent.name}, whose end of support is not known.`);
  });

  test('rehosts what stands on supported systems, and says to upgrade what is not for long', async () => {
    const [fine, soon, ends] = [application(), application(), application()];
    const systems = [machine('Windows Server 2022'), machine('Ubuntu 22.04'), machine('Debian 13')];
    const [good, short, free] = systems as [Asset, Asset, Asset];
    const { assessmentOf } = await assess(
      [fine, soon, ends, ...systems],
      [
        edge(fine, 'runs_on', good),
        edge(fine, 'runs_on', free),
        edge(soon, 'runs_on', short),
        edge(ends, 'runs_on', short),
      ],
    );
    expect(assessmentOf(fine)).toMatchObject({ treatment: 'rehost' });
    expect(assessmentOf(fine).reasons[0]).toMatch(/^Of the 2 systems it stands on, 2 are supported – .+\.$/);
    expect(assessmentOf(soon)).toMatchObject({ treatment: 'replatform' });
    const later = await assess([soon, short], [edge(soon, 'runs_on', short)], '2026-09-01');
    expect(later.assessmentOf(soon)).toMatchObject({ treatment: 'rehost' });
    expect(later.assessmentOf(soon).reasons[0]).toContain('within a year: upgrade first');
  });

  test('says what it stands on that is to go, and of old hosts only that they are', async () => {
    const [app, orderly] = [application(), application()];
    const [onOld, onGone] = [machine('Windows Server 2022'), machine('Windows Server 2022')];
    const [old, gone] = [host('VMware ESXi 6.5'), host(undefined, { lifecycle_stage: 'phase out' })];
    const { assessmentOf } = await assess(
      [app, orderly, onOld, onGone, old, gone],
      [
        edge(app, 'runs_on', onGone),
        edge(onGone, 'runs_on', gone),
        edge(orderly, 'runs_on', onOld),
        edge(onOld, 'runs_on', old),
      ],
    );
    expect(assessmentOf(app).treatment).toBe('rehost');
    expect(assessmentOf(app).reasons).toContain(
      `It stands on what is to go: ${gone.name} (its lifecycle stage is phase out).`,
    );
    expect(assessmentOf(orderly).treatment).toBe('rehost');
    expect(assessmentOf(orderly).reasons.join(' ')).toContain(
      `Below it, past security updates – ${old.name} (VMware ESXi 6.5 has had no security updates since 2022-10-15)`,
    );
  });

  test('looks at the members of the cluster it runs on, and ends in circles', async () => {
    const [database, cluster] = [
      buildAsset('database', { database_type: 'SQL Server 2022' }),
      buildAsset('cluster', {}),
    ];
    const nodes = [machine('Windows Server 2012 R2'), machine('Windows Server 2012 R2')];
    const [first, second] = nodes as [Asset, Asset];
    const { assessmentOf } = await assess(
      [database, cluster, ...nodes],
      [
        edge(database, 'runs_on', cluster),
        edge(cluster, 'runs_on', database),
        ...nodes.map((node) => edge(node, 'member_of', cluster)),
      ],
    );
    expect(assessmentOf(database).treatment).toBe('replatform');
    expect(assessmentOf(database).reasons[0]).toContain(`Of the 2 systems it stands on, 2 are past security updates`);
    expect(assessmentOf(database).reasons[0]).toContain(`${first.name} (`);
    expect(assessmentOf(database).reasons[0]).toContain(`${second.name} (`);
  });

  test('names five of many, worst first, in parts as in one', async () => {
    const app = application({ six_r_strategy: 'rehost' });
    const free = application();
    const fine = Array.from({ length: 4 }, () => machine('Windows Server 2022'));
    const old = Array.from({ length: 9 }, () => machine('CentOS 6'));
    const edges = [...fine, ...old].flatMap((one) => [edge(app, 'runs_on', one), edge(free, 'runs_on', one)]);
    const inOne = await assess([app, free, ...fine, ...old], edges);
    const inParts = await assess([app, free, ...fine, ...old], edges, undefined, 6);
    const [reason = ''] = inOne.assessmentOf(free).reasons;
    expect(reason).toMatch(/^Of the 13 systems it stands on, 9 are past .+ and 4 more\.$/);
    expect(reason.match(/CentOS Linux 6 has had/g)).toHaveLength(5);
    expect(inOne.assessmentOf(app)).toMatchObject({ treatment: 'rehost', treatment_state: 'given' });
    expect(inOne.assessmentOf(app).reasons[1]).toMatch(/^But of the 13 systems it stands on, 9 are past /);
    for (const one of [app, free, ...fine]) expect(inParts.assessmentOf(one)).toEqual(inOne.assessmentOf(one));
  });

  test('adds to what an engine or a stack decides, and does not soften it', async () => {
    const [php, engine] = [
      application({ technology_stack: 'PHP 5.6' }),
      buildAsset('database', { database_type: 'PostgreSQL 16' }),
    ];
    const [good, old] = [machine('Windows Server 2022'), machine('CentOS 6')];
    const { assessmentOf } = await assess(
      [php, engine, good, old],
      [edge(php, 'runs_on', good), edge(engine, 'runs_on', old)],
    );
    expect(assessmentOf(php)).toMatchObject({ treatment: 'refactor' });
    expect(assessmentOf(php).reasons.at(-1)).toBe(
      `It stands on ${good.name}, and Windows Server 2022 is supported until 2031-10-14.`,
    );
    expect(assessmentOf(engine)).toMatchObject({ treatment: 'replatform' });
    expect(assessmentOf(engine).reasons[1]).toBe('PostgreSQL 16 is supported until 2028-11-09.');
  });

  test('leaves no machine of an application for unused, nor a service without a word on its machines', async () => {
    const [app, service] = [application(), application({ hosting_model: 'SaaS' })];
    const [off, other] = [
      machine('Windows Server 2022', { power_state: 'poweredOff' }),
      machine('Windows Server 2022'),
    ];
    const { assessmentOf } = await assess(
      [app, service, off, other],
      [edge(off, 'part_of', app), edge(service, 'runs_on', other)],
    );
    expect(assessmentOf(off).treatment).toBe('rehost');
    expect(assessmentOf(off).reasons).toContain('It is switched off, but known assets lean on it.');
    expect(assessmentOf(service)).toMatchObject({ treatment: 'retain' });
    expect(assessmentOf(service).reasons[1]).toBe(`But it is said to stand on ${other.name}.`);
  });
});
