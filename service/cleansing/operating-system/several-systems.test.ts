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
    'RHEL 7 => Rocky 9',
    'Debian 10 -> Ubuntu 22.04',
    'CentOS 7 to Rocky 8',
    'CentOS 7 (migrating to Rocky Linux 9)',
  ])('%s names two families, so none', (text) => {
    expect(read(text)).toBe('several');
  });

  test.each([
    ['Windows Server 2019; Windows Server 2012 R2', 'windows_server 2019 or 2012 R2'],
    ['Windows Server 2012 R2; Windows Server 2019', 'windows_server 2012 R2 or 2019'],
    ['Windows Server 2019 Windows Server 2012 R2', 'windows_server 2019 or 2012 R2'],
    ['RHEL 7; RHEL 8', 'rhel 7 or 8'],
    ['Ubuntu 18.04 / Ubuntu 22.04', 'ubuntu 18.04 or 22.04'],
    ['Debian 10, 11', 'debian 10 or 11'],
    ['Debian 10 / 11', 'debian 10 or 11'],
    ['Debian 10/11', 'debian 10 or 11'],
    ['Debian 10 and 11', 'debian 10 or 11'],
    ['Ubuntu 18.04, 20.04 LTS', 'ubuntu 18.04 or 20.04'],
    ['Ubuntu 16.04 or 18.04', 'ubuntu 16.04 or 18.04'],
    ['SLES 12, 15', 'sles 12 or 15'],
    ['SLES 12 SP5 -> 15 SP4', 'sles 12 SP5 or 15 SP4'],
    ['AIX 7.1 / 7.2', 'aix 7.1 or 7.2'],
    ['ESXi 6.7 -> 7.0', 'vmware_esxi 6.7 or 7.0'],
    ['RHEL 7 -> 8', 'rhel 7 or 8'],
    ['RHEL 7.9 -> RHEL 8.8', 'rhel 7.9 or 8.8'],
    ['Oracle Linux 7, 8, 9', 'oracle_linux 7 or 8 or 9'],
    ['Windows Server 2012 R2 -> 2019', 'windows_server 2012 R2 or 2019'],
    ['Windows Server 2012 R2 → 2019', 'windows_server 2012 R2 or 2019'],
    ['Windows Server 2012 R2, 2016', 'windows_server 2012 R2 or 2016'],
    ['Windows Server 2016 und 2019', 'windows_server 2016 or 2019'],
    ['Windows Server 2008 to 2019', 'windows_server 2008 or 2019'],
    ['Windows Server 2012 R2 (migrating to 2019)', 'windows_server 2012 R2 or 2019'],
    ['Windows Server 2012 R2 upgrade to 2019', 'windows_server 2012 R2 or 2019'],
    ['Windows 10 or Windows 11', 'windows_client 10 or 11'],
    ['Windows 10 or 11', 'windows_client 10 or 11'],
    ['Windows 10 oder 11', 'windows_client 10 or 11'],
    ['Windows 7 -> 10', 'windows_client 7 or 10'],
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
    ['Ubuntu 22.04, 5.15', 'ubuntu 22.04'],
    ['RHEL 7.9, 3.10', 'rhel 7.9'],
    ['Debian 10, 4.19', 'debian 10'],
    ['CentOS 7, 16 GB', 'centos 7'],
    ['RHEL 8, 2 sockets', 'rhel 8'],
    ['Windows Server 2016, 64', 'windows_server 2016'],
    ['Windows Server 2019, 1809', 'windows_server 2019'],
    ['Windows Server 2019 -> Azure', 'windows_server 2019'],
    ['Windows Server 2012 R2 -> 2024', 'windows_server 2012 R2'],
    ['RHEL 7 -> EOL 2024', 'rhel 7'],
    ['Windows Server 2016, EOL 2027', 'windows_server 2016'],
    ['Windows 10, 22H2', 'windows_client 10 22H2'],
  ])('%s is one system', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
