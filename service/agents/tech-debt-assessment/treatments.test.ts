import { describe, expect, test } from '@jest/globals';
import type { Asset } from '../../inventory/asset.ts';
import { assess, buildAsset, kindsOf } from '#test/builders/assessed-assets.ts';

describe('treatments', () => {
  test('takes the hypervisor of a host for its system, with the version beside it', async () => {
    const cases = [
      { hypervisor: 'VMware ESXi 6.5' },
      { hypervisor: 'VMware ESXi', os_version: '6.5.0' },
      { hypervisor: 'VMware ESXi', asset_name: 'esx-9' },
      { hypervisor: 'Unheard Hypervisor' },
      { hypervisor: 'KVM', operating_system: 'Red Hat Enterprise Linux 9' },
    ].map((cells) => buildAsset('server', cells, 'physical-hypervisor-host'));
    const flagged = buildAsset('server', { hypervisor: 'VMware ESXi 6.5', is_virtual: 'physical' }, 'physical-flag');
    const { assessmentOf } = await assess([...cases, flagged]);
    const [exact, together, loose, unheard, common] = cases.map(assessmentOf);
    for (const one of [exact, together, assessmentOf(flagged)]) {
      expect(one?.products).toMatchObject([{ field: 'hypervisor', family: 'vmware_esxi', state: 'end_of_life' }]);
      expect(one?.debts).toMatchObject([
        {
          kind: 'end_of_life',
          severity: 'error',
          values: [{ field: 'hypervisor' }, ...(one === together ? [{ field: 'os_version' }] : [])],
        },
      ]);
      expect(one?.treatment).toBe('retire');
    }
    expect(loose).toMatchObject({ products: [{ state: 'not_enough_data' }], treatment: 'retire' });
    expect(common?.reasons[0]).toContain('a host of virtual machines (Red Hat Enterprise Linux 9)');
    expect(unheard).toMatchObject({ products: [], treatment: 'retire' });
    expect([exact, unheard].map((one) => one?.not_checked.some(({ check }) => check === 'support'))).toEqual([
      false,
      true,
    ]);
  });

  test('says what a machine runs on without charging it with that', async () => {
    const cells = { operating_system: 'Windows Server 2022', hypervisor: 'VMware ESXi 6.5' };
    const [vm, physical] = [buildAsset('virtual_machine', cells), buildAsset('server', cells, 'physical-flag')];
    const { assessmentOf, output } = await assess([vm, physical]);
    expect(assessmentOf(vm)).toMatchObject({
      debts: [],
      treatment: 'rehost',
      products: [{}, { state: 'end_of_life' }],
    });
    expect(assessmentOf(vm).reasons[1]).toBe(
      'Below it, VMware ESXi 6.5 has had no security updates since 2022-10-15: that is for its host to settle.',
    );
    expect(output.findings?.find(({ severity }) => severity === 'info')).toMatchObject({
      code: 'end_of_life',
      message: 'VMware ESXi 6.5, which they run on: security updates have ended (1 asset).',
    });
    expect(kindsOf(assessmentOf(physical))).toEqual(['end_of_life']);
    expect(assessmentOf(physical).reasons[1]).toBe(
      'On it, VMware ESXi 6.5 has had no security updates since 2022-10-15.',
    );
  });

  test('takes own development for no vendor', async () => {
    const own = buildAsset('application', { technology_stack: 'PHP 5.6', vendor: 'Eigenentwicklung' });
    const { treatment, reasons, would_change: change } = (await assess([own])).assessmentOf(own);
    expect(treatment).toBe('refactor');
    expect(reasons.join(' ')).toContain('Its vendor is given as Eigenentwicklung');
    expect([...reasons, ...change].join(' ')).not.toContain('service');
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
    const { assessmentOf } = await assess(cases.map(([asset]) => asset));
    expect(cases.map(([asset]) => String(assessmentOf(asset).treatment))).toEqual(
      cases.map(([, expected]) => expected),
    );
    expect(cases.every(([asset]) => assessmentOf(asset).reasons.length > 0)).toBe(true);
  });
});
