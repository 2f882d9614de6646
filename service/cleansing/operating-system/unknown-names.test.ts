import { describe, expect, test } from '@jest/globals';
import { expectation, examplesOf } from '#test/builders/os-examples.ts';
import { readOperatingSystem } from './operating-system.ts';

/** As inventories, hypervisors, clouds and people write them: text → family | version | edition | architecture. */
const EXAMPLES = `
other_linux → - | - | - | -
Linux web01 3.10.0-1160.el7.x86_64 #1 SMP Mon Oct 19 16:18:59 UTC 2020 x86_64 x86_64 x86_64 GNU/Linux → - | - | - | x86_64
Scientific Linux release 6.10 (Carbon) → - | - | - | -
Nutanix AHV → - | - | - | -
Cisco IOS XE Software, Version 16.09.05 → - | - | - | -
Cisco NX-OS 9.3(8) → - | - | - | -
Junos OS 20.4R3 → - | - | - | -
PAN-OS 10.1.6 → - | - | - | -
FortiOS 6.4.8 → - | - | - | -
IBM i 7.3 → - | - | - | -
OpenVMS 8.4 → - | - | - | -
z/OS 2.4 → - | - | - | -
PostgreSQL 14 → - | - | - | -
Java 11 Spring Boot → - | - | - | -
Microsoft SQL Server 2016 → - | - | - | -
Windows → - | - | - | -
Linux → - | - | - | -
Windows with SQL Server Standard → - | - | - | -
Otro Linux (64 bits) → - | - | - | x86_64
Linux 3.10 - 4.11 → - | - | - | -
Microsoft Windows 7 or Windows Server 2008 R2 → - | - | - | -
Oracle VM Server 3.4.6 → - | - | - | -
Tru64 UNIX → - | - | - | -
Raspbian GNU/Linux 10 (buster) → - | - | - | -
Linux Mint 20.3 → - | - | - | -
Kali GNU/Linux Rolling → - | - | - | -
CoreOS Stable → - | - | - | -
Red Hat Enterprise Linux CoreOS 4.12 → - | - | - | -
Windows RT → - | - | - | -
Windows CE 6.0 → - | - | - | -
pfSense 2.6.0 (FreeBSD 12.3) → - | - | - | -
Fedora CoreOS 38 → - | - | - | -
Unbreakable Enterprise Linux → - | - | - | -
CloudLinux release 7.9 → - | - | - | -
Arista EOS 4.24 → - | - | - | -
Cisco IOS 15.2(4)E6 → - | - | - | -
Cisco Adaptive Security Appliance Version 9.8 → - | - | - | -
F5 BIG-IP 15.1.2 → - | - | - | -
NetApp Release 9.7P5 → - | - | - | -
NetApp ONTAP 9.8 → - | - | - | -
Check Point Gaia R80.40 → - | - | - | -
Linux 2.6.32 → - | - | - | -
Linux (64-bit) → - | - | - | x86_64
GNU/Linux → - | - | - | -
Unix → - | - | - | -
Other → - | - | - | -
Other 4.x Linux (64-bit) → - | - | - | x86_64
Appliance → - | - | - | -
Server → - | - | - | -
Enterprise Linux → - | - | - | -
Microsoft → - | - | - | -
Oracle → - | - | - | -
Text → - | - | - | -
Windows_NT → - | - | - | -
7.9 → - | - | - | -
SmartOS → - | - | - | -
Android 11 → - | - | - | -
iOS 15.2 → - | - | - | -
ChromeOS → - | - | - | -
Windows 2008/7/Vista → - | - | - | -
Windows 2016/2019/10 → - | - | - | -
Ubuntu / Fedora / Tiny Core Linux / Linux 3.x → - | - | - | -
Linux-5.4.0-42-generic-x86_64-with-glibc2.29 → - | - | - | x86_64
VIOS 3.1.1.0 → - | - | - | -
Linux x86 64-bit → - | - | - | x86_64
Microsoft Windows x86 64-bit → - | - | - | x86_64
Other 3.x Linux (64 bits) → - | - | - | x86_64
Windows Embedded Standard → - | - | - | -
Azure Stack HCI → - | - | - | -
VMware CRX Pod 1 (64-bit) → - | - | - | x86_64
SCO OpenServer 5 → - | - | - | -
Serenity Systems eComStation 1 → - | - | - | -
Novell NetWare 6.x → - | - | - | -
Novell Open Enterprise Server → - | - | - | -
Asianux 7 (64-bit) → - | - | - | x86_64
CoreOS Linux (64-bit) → - | - | - | x86_64
Mandriva Linux (64-bit) → - | - | - | x86_64
Turbolinux (64-bit) → - | - | - | x86_64
Sun Java Desktop System → - | - | - | -
Microsoft Windows 3.1 → - | - | - | -
Microsoft MS-DOS → - | - | - | -
Other 5.x or later Linux (64-bit) → - | - | - | x86_64
Other 6.x or later Linux (64-bit) → - | - | - | x86_64
Other 2.4.x Linux → - | - | - | -
asianux7_64Guest → - | - | - | x86_64
mandriva64Guest → - | - | - | x86_64
turboLinux64Guest → - | - | - | x86_64
openServer6Guest → - | - | - | x86
unixWare7Guest → - | - | - | x86
eComStationGuest → - | - | - | x86
crxPod1Guest → - | - | - | -
crxSys1Guest → - | - | - | -
dosGuest → - | - | - | x86
other5xLinuxGuest → - | - | - | x86
nld9Guest → - | - | - | x86
mandrakeGuest → - | - | - | x86
genericLinuxGuest → - | - | - | x86
Vmware → - | - | - | -
VMware → - | - | - | -
IOS → - | - | - | -
Cisco → - | - | - | -
`;

describe('what is no system we know', () => {
  test.each(examplesOf(EXAMPLES))('%s is %s', (raw, expected) =>
    expect(expectation(readOperatingSystem(raw).system)).toBe(expected),
  );
});
