import { describe, expect, test } from '@jest/globals';
import { cleanse } from '../cleanse.ts';
import { readNameAndVersion } from './operating-system.ts';
import { expectation } from '#test/builders/os-examples.ts';

describe('a name and a version in two cells of a row', () => {
  test.each([
    ['Windows Server', '10.0.17763', 'windows_server | 2019 | - | -'],
    ['Windows', '2019', 'windows_server | 2019 | - | -'],
    ['Windows', '10 22H2', 'windows_client | 10 22H2 | - | -'],
    ['Microsoft Windows 10 Pro', '10.0.19045', 'windows_client | 10 22H2 | Pro | -'],
    ['Windows 2008 R2 Standard', 'Service Pack 1', 'windows_server | 2008 R2 SP1 | Standard | -'],
    ['Linux Red Hat', '7.9', 'rhel | 7.9 | - | -'],
    ['Red Hat Enterprise Linux 7', '7.9', 'rhel | 7.9 | - | -'],
    ['Linux', 'Ubuntu 22.04', 'ubuntu | 22.04 | - | -'],
    ['SLES', '12.5', 'sles | 12 SP5 | - | -'],
    ['AIX', '7200-05-03-2148', 'aix | 7.2 TL5 | - | -'],
    ['Solaris', '5.10', 'solaris | 10 | - | -'],
    ['CentOS', '3.10.0-1160.el7.x86_64', 'centos | 7 | - | x86_64'],
    ['Linux', '3.10.0-1160.el7.x86_64', '- | - | - | x86_64'],
  ])('%s and %s are %s', (name, version, expected) =>
    expect(expectation(readNameAndVersion(name, version).system)).toBe(expected),
  );
});

describe('os_version', () => {
  test.each([
    ['8.6', { family: null, version: '8.6', edition: null, architecture: null }],
    [2019, { family: null, version: '2019', edition: null, architecture: null }],
    ['RHEL 8.6', { family: 'rhel', version: '8.6', edition: null, architecture: null }],
    ['10.0.20348', { family: 'windows_server', version: '2022', edition: null, architecture: null }],
  ])('%p is %p', (raw, value) => expect(cleanse('os_version', raw, {}).value).toEqual(value));

  test('says nothing where there is no release, or Excel made a date of it', () => {
    expect(cleanse('os_version', 'latest', {})).toMatchObject({ value: null, rule: 'version-unknown' });
    const date = { type: 'date' as const, iso: '2024-04-10T00:00:00', serial: 45392, format: 'm/d' };
    expect(cleanse('os_version', date, {})).toMatchObject({ value: null, rule: 'spreadsheet-made' });
  });
});

describe('os_architecture', () => {
  test.each([
    ['x64', 'x86_64'],
    ['AMD64', 'x86_64'],
    ['64-bit', 'x86_64'],
    ['64', 'x86_64'],
    ['i686', 'x86'],
    ['32-Bit', 'x86'],
    ['aarch64', 'arm64'],
    ['x64-based PC', 'x86_64'],
    ['sparc', 'sparc'],
    ['ppc64le', 'ppc64le'],
    ['quantum', null],
  ])('%p is %p', (raw, value) => expect(cleanse('os_architecture', raw, {}).value).toBe(value));
});
