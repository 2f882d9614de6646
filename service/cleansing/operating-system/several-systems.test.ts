import { describe, expect, test } from '@jest/globals';
import { readOperatingSystem } from './operating-system.ts';

const read = (text: string): string => {
  const { rule, system } = readOperatingSystem(text);
  return rule === 'os-several' ? 'several' : `${system.family} ${system.version}`;
};

describe('several systems in one text', () => {
  test.each([
    'Windows Server 2022; CentOS 6',
    'Windows Server 2019 | RHEL 7',
    'Windows Server 2019, Ubuntu 22.04',
    'CentOS 6 and Windows Server 2019',
    'RHEL 7, CentOS 6',
  ])('%s names two families, so none', (text) => {
    expect(read(text)).toBe('several');
  });

  test.each([
    ['Windows Server 2019; Windows Server 2012 R2', 'windows_server 2019 or 2012 R2'],
    ['Windows Server 2012 R2; Windows Server 2019', 'windows_server 2012 R2 or 2019'],
    ['Windows Server 2019 Windows Server 2012 R2', 'windows_server 2019 or 2012 R2'],
    ['RHEL 7; RHEL 8', 'rhel 7 or 8'],
    ['Ubuntu 18.04 / Ubuntu 22.04', 'ubuntu 18.04 or 22.04'],
  ])('%s is one of its releases', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['Windows Server 2016, Standard', 'windows_server 2016'],
    ['Windows Server 2016; Standard', 'windows_server 2016'],
    ['Microsoft Windows Server 2019, 64-bit, Standard', 'windows_server 2019'],
    ['Windows Server 2019, Version 1809', 'windows_server 2019'],
    ['Windows Server 2019, 10.0.17763', 'windows_server 2019'],
    ['Windows 10; Windows 10 22H2', 'windows_client 10 22H2'],
    ['CentOS 7; CentOS 7', 'centos 7'],
    ['CentOS Linux 7, based on RHEL 7', 'centos 7'],
    ['SUSE Linux Enterprise Server 12 SP5; x86_64', 'sles 12 SP5'],
    ['Ubuntu 22.04, kernel 5.15', 'ubuntu 22.04'],
  ])('%s is one system', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
