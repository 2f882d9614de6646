import { describe, expect, test } from '@jest/globals';
import type { ProductStanding } from '../../tech-debt/assessment.ts';
import { assess, buildAsset, type Run } from '#test/builders/assessed-assets.ts';

/** How the operating system of a machine stands whose row holds these two cells, and what is found. */
async function standing(name: string, version: string): Promise<[ProductStanding | undefined, Run['output']]> {
  const machine = buildAsset('virtual_machine', { operating_system: name, os_version: version });
  const { assessmentOf, output } = await assess([machine]);
  return [assessmentOf(machine).products[0], output];
}

describe('a name of an operating system and a version in two cells', () => {
  test.each([
    ['CentOS 7', '1', 'CentOS Linux 7', '2024-06-30'],
    ['CentOS 7', '12', 'CentOS Linux 7', '2024-06-30'],
    ['CentOS 7', '3.10.0', 'CentOS Linux 7', '2024-06-30'],
    ['Ubuntu 22.04', '3', 'Ubuntu 22.04', '2027-04-01'],
    ['Ubuntu 20.04', '5.4.0', 'Ubuntu 20.04', '2025-05-31'],
    ['SLES 15 SP4', '4', 'SUSE Linux Enterprise Server 15 SP4', '2023-12-31'],
    ['Windows Server 2019', '1', 'Windows Server 2019', '2029-01-09'],
  ])('%s and %s, which is no release of it, is what the name says', async (name, version, product, until) => {
    const [system, { findings }] = await standing(name, version);
    expect(system).toMatchObject({ product, until });
    expect(findings?.map(({ code }) => code)).not.toContain('support_not_decided');
  });

  test.each([
    ['CentOS 7', '7.9.2009', 'CentOS Linux 7.9.2009', '2024-06-30'],
    ['CentOS 7.9', '7', 'CentOS Linux 7.9', '2024-06-30'],
    ['Ubuntu 22', '04', 'Ubuntu 22.04', '2027-04-01'],
    ['Windows Server 2016', '10.0.14393', 'Windows Server 2016', '2027-01-12'],
    ['Windows Server 2019', '1809', 'Windows Server 2019', '2029-01-09'],
    ['Windows Server 2012', 'R2', 'Windows Server 2012 R2', '2023-10-10'],
    ['Windows Server 2008 R2', 'Service Pack 1', 'Windows Server 2008 R2 SP1', '2020-01-14'],
    ['SLES 15', '15.4', 'SUSE Linux Enterprise Server 15 SP4', '2023-12-31'],
    ['CentOS', '7', 'CentOS Linux 7', '2024-06-30'],
  ])('%s and %s, which goes with it, is the more exact of both', async (name, version, product, until) =>
    expect((await standing(name, version))[0]).toMatchObject({ product, until }),
  );

  test.each([
    ['CentOS 7', '8', 'CentOS Linux', '7', '8'],
    ['CentOS 7', '8.4', 'CentOS Linux', '7', '8.4'],
    ['Red Hat Enterprise Linux 8', 'RHEL 5', 'Red Hat Enterprise Linux', '8', '5'],
    ['Amazon Linux 2', '2023', 'Amazon Linux', '2', '2023'],
    ['Windows Server 2019', '10.0.14393', 'Windows Server', '2019', '2016'],
  ])('%s and %s, two releases, get no verdict but a question', async (...[name, version, product, one, other]) => {
    const [system, { findings }] = await standing(name, version);
    const missing = `which is right, ${one} under Operating system or ${other} under OS version`;
    expect(system).toMatchObject({ product, state: 'not_enough_data', until: null, missing });
    expect(findings).toHaveLength(1);
    expect(findings?.[0]?.message).toBe(
      `${product}: not enough data for an end of support; missing: ${missing} (1 asset).`,
    );
    expect(system?.values.map(({ raw }) => raw)).toEqual([name, version]);
  });

  test('two columns that name two releases get no verdict, and are said to disagree', async () => {
    const machine = buildAsset('virtual_machine', { operating_system: 'Windows Server 2019' });
    const second = buildAsset('virtual_machine', { operating_system: 'Windows Server 2012 R2' });
    machine.values['operating_system']?.push(...(second.values['operating_system'] ?? []));
    const { output } = await assess([machine]);
    expect(output.findings?.map(({ message }) => message)).toEqual([
      'Windows Server: the operating system columns disagree, so no support date is given (1 asset).',
    ]);
  });

  test.each(['10.0', '1'])('Windows 10 and %s are no two products', async (version) =>
    expect((await standing('Windows 10', version))[0]).toMatchObject({
      family: 'windows_client',
      product: 'Windows 10',
    }),
  );
});
