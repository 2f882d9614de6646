import { describe, expect, test } from '@jest/globals';
import { expectation, examplesOf } from '#test/builders/os-examples.ts';
import { readOperatingSystem } from './operating-system.ts';

/** As inventories, hypervisors, clouds and people write them: text → family | version | edition | architecture. */
const EXAMPLES = `
7200-05-02-2114 → aix | 7.2 TL5 | - | -
VMware vmnix-x86 7.0.3 → vmware_esxi | 7.0 | - | x86
Nutanix AOS 5.10.2 LTS → nutanix_aos | 5.10 | LTS | -
OpenSolaris 2009.06 → - | - | - | -
Linux ahv1 5.10.155-2.el7.nutanix.20220304.242.x86_64 #1 SMP x86_64 GNU/Linux → - | - | - | x86_64
MacOS1013_64 → macos | 10.13 | - | x86_64
VMware ESXi 6.7.0 build-14320388 → vmware_esxi | 6.7 | - | x86_64
VMware ESXi 7.0.3 → vmware_esxi | 7.0 | - | -
ESXi 7.0 Update 3 → vmware_esxi | 7.0 | - | -
VMware ESXi 8.0.1 build-21495797 → vmware_esxi | 8.0 | - | x86_64
ESXi → vmware_esxi | - | - | -
vCenter Server 7.0 → vcenter | 7.0 | - | -
VMware vCenter Server 6.7.0 build-8217866 → vcenter | 6.7 | - | -
VMkernel esx01 6.7.0 #1 SMP Release build-13006603 Mar 26 2019 x86_64 x86_64 x86_64 ESXi → vmware_esxi | 6.7 | - | x86_64
AIX 7.2 → aix | 7.2 | - | -
AIX 3 7 → aix | 7.3 | - | -
AIX 7100-05-06-1947 → aix | 7.1 TL5 | - | -
IBM AIX 7.2 TL5 SP3 → aix | 7.2 TL5 | - | -
AIX 7.1.0.0 → aix | 7.1 | - | -
AIX srv1 2 7 00F9C1964C00 → aix | 7.2 | - | -
AIX 5L 5.3 → aix | 5.3 | - | -
AIX 6.1 TL09 → aix | 6.1 TL9 | - | -
HP-UX B.11.31 → hpux | 11i v3 (11.31) | - | -
HP-UX 11i v3 → hpux | 11i v3 (11.31) | - | -
HPUX 11.23 → hpux | 11i v2 (11.23) | - | -
HP-UX hostname B.11.31 U ia64 1234567 unlimited-user license → hpux | 11i v3 (11.31) | - | ia64
HP-UX 11.11 → hpux | 11i v1 (11.11) | - | -
SunOS 5.10 → solaris | 10 | - | -
SunOS 5.11 11.4.0.15.0 → solaris | 11.4 | - | -
SunOS host 5.10 Generic_147440-01 sun4v sparc SUNW,T5240 → solaris | 10 | - | sparc
Oracle Solaris 11.4 → solaris | 11.4 | - | -
Oracle Solaris 10 1/13 s10x_u11wos_24a X86 → solaris | 10 | 1/13 | x86
Solaris 2.6 → solaris | 2.6 | - | -
Oracle Solaris 11.3 SPARC → solaris | 11.3 | - | sparc
macOS 13.4.1 (22F82) → macos | 13.4.1 | - | -
macOS Big Sur 11.6 → macos | 11.6 | - | -
Mac OS X 10.15.7 → macos | 10.15.7 | - | -
macOS Monterey → macos | 12 | - | -
Mac OS X Server 10.6.8 → macos | 10.6.8 | Server | -
OS X El Capitan → macos | 10.11 | - | -
Darwin 19.6.0 → macos | 10.15 | - | -
Darwin mac01 21.6.0 Darwin Kernel Version 21.6.0: x86_64 → macos | 12 | - | x86_64
FreeBSD 12.2-RELEASE-p4 → freebsd | 12.2 | - | -
FreeBSD 13.1 → freebsd | 13.1 | - | -
FreeBSD host 12.2-RELEASE FreeBSD 12.2-RELEASE r366954 GENERIC amd64 → freebsd | 12.2 | - | x86_64
XenServer 7.6 → xenserver | 7.6 | - | -
Citrix Hypervisor 8.2.0 → xenserver | 8.2 | - | -
XCP-ng 8.2.1 → xenserver | XCP-ng 8.2 | - | -
Microsoft Hyper-V Server 2012 R2 → hyperv | Hyper-V Server 2012 R2 | - | -
Hyper-V Server 2019 → hyperv | Hyper-V Server 2019 | - | -
Nutanix AOS 5.20.3 → nutanix_aos | 5.20 | - | -
ESX 3.5 → vmware_esxi | 3.5 | ESX | -
VMware ESX 4.1.0 → vmware_esxi | 4.1 | ESX | -
VMware vSphere ESXi 6.5 → vmware_esxi | 6.5 | - | -
ESXi-6.7.0-20190802001-standard → vmware_esxi | 6.7 | - | -
VMware ESXi 6.5.x → vmware_esxi | 6.5 | - | -
VMware ESXi 7.x → vmware_esxi | 7.x | - | -
VMware ESXi 8.0 Update 2 → vmware_esxi | 8.0 | - | -
VMware vCenter Server Appliance 6.7 → vcenter | 6.7 | - | -
AIX 7.3 TL1 → aix | 7.3 TL1 | - | -
AIX 7.2.5.103 → aix | 7.2 | - | -
AIX 7200-05 → aix | 7.2 TL5 | - | -
AIX → aix | - | - | -
IBM AIX 6100-09-12-1846 → aix | 6.1 TL9 | - | -
HP-UX 11i v2 → hpux | 11i v2 (11.23) | - | -
HP-UX 11i → hpux | 11i v1 (11.11) | - | -
HP-UX B.11.23 ia64 → hpux | 11i v2 (11.23) | - | ia64
HP UX 11.31 (64-bit) → hpux | 11i v3 (11.31) | - | -
Solaris 11 → solaris | 11 | - | -
Oracle Solaris 11.4 (SPARC 64-bit) → solaris | 11.4 | - | sparc
Sun Solaris 9 → solaris | 9 | - | -
Solaris 10 x86 → solaris | 10 | - | x86
SunOS 5.8 → solaris | 8 | - | -
Mac OS X 10.13.6 (17G65) → macos | 10.13.6 | - | -
macOS 14 Sonoma → macos | 14 | - | -
macOS 12.6 (Monterey) arm64 → macos | 12.6 | - | arm64
Apple macOS Sonoma 14.2 → macos | 14.2 | - | -
OS X 10.9.5 → macos | 10.9.5 | - | -
Mac OS → macos | - | - | -
FreeBSD 11.4-STABLE → freebsd | 11.4 | - | -
FreeBSD → freebsd | - | - | -
Citrix XenServer 7.1 CU2 → xenserver | 7.1 | - | -
XenServer 8 → xenserver | 8 | - | -
VMware ESXi 6.7.0 GA → vmware_esxi | 6.7 | - | -
mac_os_x 10.15.7 → macos | 10.15.7 | - | -
AIX-Based Systems (64-bit) → aix | - | - | ppc64
Solaris[tm] OE (64-bit) → solaris | - | - | sparc
HP-UX IA (64-bit) → hpux | - | - | ia64
FreeBSD 10.3-RELEASE amd64 → freebsd | 10.3 | - | x86_64
FreeBSD 9.x → freebsd | 9 | - | -
Oracle Solaris 11.4.42.0.0 → solaris | 11.4 | - | -
Solaris 10 Update 11 → solaris | 10 | - | -
Solaris 9 SPARC → solaris | 9 | - | sparc
SunOS 5.11 11.3 sun4v → solaris | 11.3 | - | sparc
AIX Version 7.1 → aix | 7.1 | - | -
AIX 5.3 TL12 SP9 → aix | 5.3 TL12 | - | -
AIX 7.1 64-bit → aix | 7.1 | - | ppc64
HP-UX 11.31 ia64 → hpux | 11i v3 (11.31) | - | ia64
HP-UX 11.0 → hpux | 11.00 | - | -
HP-UX 10.20 → hpux | 10.20 | - | -
macOS 10.14 Mojave → macos | 10.14 | - | -
macOS Catalina 10.15.7 (19H15) → macos | 10.15.7 | - | -
Mac OS X 10.6 Snow Leopard → macos | 10.6 | - | -
macOS 26.0 → macos | 26.0 | - | -
Apple Mac OS X 10.8.5 → macos | 10.8.5 | - | -
VMware ESXi 6.0 Update 3 → vmware_esxi | 6.0 | - | -
VMware ESXi 5.0.0 → vmware_esxi | 5.0 | - | -
VMware ESX 3.5 or later → vmware_esxi | 3.5 | ESX | -
VMware vSphere Hypervisor (ESXi) 7.0 → vmware_esxi | 7.0 | - | -
VMware ESXi 6.x or later → vmware_esxi | 6.x | - | -
VMware ESXi 5.x → vmware_esxi | 5.x | - | -
VMware ESX 4.x → vmware_esxi | 4.x | ESX | -
XenServer 6.5 SP1 → xenserver | 6.5 | - | -
Citrix XenServer 7.6.0 → xenserver | 7.6 | - | -
Microsoft Hyper-V Server 2016 → hyperv | Hyper-V Server 2016 | - | -
Hyper-V → hyperv | - | - | -
VMware ESXi 8.0 or later → vmware_esxi | 8.0 | - | -
VMware ESXi 7.0 or later → vmware_esxi | 7.0 | - | -
VMware ESXi 6.0 → vmware_esxi | 6.0 | - | -
VMware ESXi 4.x → vmware_esxi | 4.x | - | -
FreeBSD 12 (64-bit) → freebsd | 12 | - | x86_64
FreeBSD 14 or later versions (64-bit) → freebsd | 14 or later | - | x86_64
Apple macOS 11 (64-bit) → macos | 11 | - | x86_64
Apple macOS 12 (64-bit) → macos | 12 | - | x86_64
Apple Mac OS X 10.6 (64-bit) → macos | 10.6 | - | x86_64
Sun Microsystems Solaris 9 → solaris | 9 | - | -
Sun Microsystems Solaris 8 → solaris | 8 | - | -
darwin19_64Guest → macos | 10.15 | - | x86_64
darwin21_64Guest → macos | 12 | - | x86_64
vmkernel9Guest → vmware_esxi | 9.x | - | x86_64
Solaris 5.10 → solaris | 10 | - | -
Sun OS 5.10 → solaris | 10 | - | -
ESXI 6.5 → vmware_esxi | 6.5 | - | -
macOS Sonoma → macos | 14 | - | -
OSX 10.11 → macos | 10.11 | - | -
Mac OS X Mavericks → macos | 10.9 | - | -
MacOS X → macos | - | - | -
AIX 6.1 → aix | 6.1 | - | -
AIX7.1 → aix | 7.1 | - | -
HPUX 11iv3 → hpux | 11i v3 (11.31) | - | -
HP-UX11.31 → hpux | 11i v3 (11.31) | - | -
Solaris10 → solaris | 10 | - | -
Solaris11.3 → solaris | 11.3 | - | -
`;

describe('Unix, hypervisors and macOS', () => {
  test.each(examplesOf(EXAMPLES))('%s is %s', (raw, expected) =>
    expect(expectation(readOperatingSystem(raw).system)).toBe(expected),
  );
});
