import { describe, expect, test } from '@jest/globals';
import { readOperatingSystem } from '../cleansing/operating-system/operating-system.ts';
import { lifecycleAgeDays, lifecycleAsOf, lifecycleRows } from './lifecycle-data.ts';
import { ReleaseIndex, type KnownRelease } from './release-index.ts';
import { verdictOf } from './support-verdict.ts';

const index = new ReleaseIndex(lifecycleRows);
const at = new Date('2026-11-25T10:00:00Z');

const standing = (release: KnownRelease, day = at): string => {
  const verdict = verdictOf(index.match(release), day);
  return [verdict.state, verdict.until ?? verdict.missing ?? '-', verdict.extendedUntil ?? '-'].join(' | ');
};

const ofSystem = (text: string, day = at): string => {
  const { family, version, edition } = readOperatingSystem(text).system;
  return standing({ family: family ?? '', version, edition }, day);
};

describe('the lifecycle data', () => {
  test('names for each row its day, and for each date its source', () => {
    expect(lifecycleRows.length).toBeGreaterThan(1_000);
    expect(lifecycleRows.filter((row) => row.as_of === '')).toEqual([]);
    expect(lifecycleRows.filter((row) => row.source === null && row.security_until !== null)).toEqual([]);
  });

  test('knows its age', () => {
    expect(lifecycleAgeDays(new Date(Date.parse(lifecycleAsOf) + 95.5 * 86_400_000))).toBe(95);
    expect(lifecycleAgeDays(new Date(0))).toBe(0);
  });
});

describe('an operating system', () => {
  test.each([
    ['Microsoft Windows Server 2019 (64-bit)', 'supported | 2029-01-09 | -'],
    ['Windows Server 2016 Datacenter', 'ends_soon | 2027-01-12 | 2030-01-12'],
    ['Windows Server 2008 R2 SP1', 'end_of_life | 2020-01-14 | 2023-01-10'],
    ['Red Hat Enterprise Linux 7.9', 'extended_support_only | 2024-06-30 | 2029-05-31'],
    ['CentOS Linux release 7.9.2009 (Core)', 'end_of_life | 2024-06-30 | -'],
    ['Ubuntu 22.04.3 LTS', 'ends_soon | 2027-04-01 | 2032-04-09'],
    ['Ubuntu 16.04.7 LTS', 'end_of_life | 2021-04-02 | 2026-04-02'],
    ['SUSE Linux Enterprise Server 15 SP7', 'supported | 2031-07-31 | 2034-07-31'],
    ['AIX 7.2 TL3', 'end_of_life | 2021-09-30 | -'],
    ['VMware ESXi 6.0.0 build-4192238', 'end_of_life | 2020-03-12 | -'],
    ['Windows 10 Pro 22H2', 'extended_support_only | 2025-10-14 | 2028-10-10'],
    ['Windows 10 Enterprise LTSC 2021', 'ends_soon | 2027-01-12 | -'],
  ])('%s is %s', (text, expected) => {
    expect(ofSystem(text)).toBe(expected);
  });

  test('has a verdict when every release it can be has the same', () => {
    expect(ofSystem('Microsoft Windows Server 2012 (64-bit)')).toBe('end_of_life | 2023-10-10 | 2026-10-13');
    expect(ofSystem('Microsoft Windows Server 2012 (64-bit)', new Date('2026-08-01'))).toBe(
      'extended_support_only | 2023-10-10 | 2026-10-13',
    );
    expect(ofSystem('Windows Server 2008')).toMatch(/^end_of_life/);
  });

  test.each([
    ['Microsoft Windows Server 2016 or later (64-bit)', 'exact release'],
    ['SUSE Linux Enterprise Server 15', 'service pack'],
    ['AIX 7.3', 'technology level'],
    ['Windows 10 (64-bit)', 'release and edition'],
    ['10.0.17763', 'release and edition'],
    ['Windows Server', 'version'],
  ])('%s is not enough: its %s is missing', (text, missing) => {
    expect(ofSystem(text)).toBe(`not_enough_data | ${missing} | -`);
  });

  test.each([
    'macOS 14',
    'Solaris 11.2',
    'RHEL 3',
    'Oracle Linux 10',
    'Fedora 99',
    'SLES for SAP 15 SP3',
    'Alpine 3.18',
  ])('%s has no date in the data, so no verdict', (text) => {
    expect(ofSystem(text)).toMatch(/^no_data/);
  });

  test('is supported to the end of its last day', () => {
    expect(ofSystem('Debian 12', new Date('2026-07-11T23:59:59Z'))).toMatch(/^ends_soon/);
    expect(ofSystem('Debian 12', new Date('2026-07-12T00:00:00Z'))).toMatch(/^extended_support_only/);
  });

  test('takes no other product for a release it does not know', () => {
    expect(standing({ family: 'windows_server', version: '2019 R2', edition: null })).toMatch(/^no_data/);
    expect(standing({ family: 'centos', version: '7/99', edition: null })).toMatch(/^no_data/);
    expect(standing({ family: '__proto__', version: 'constructor', edition: null })).toMatch(/^no_data/);
  });
});
