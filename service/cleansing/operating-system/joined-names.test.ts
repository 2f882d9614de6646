import { describe, expect, test } from '@jest/globals';
import { expectation, examplesOf } from '#test/builders/os-examples.ts';
import { readOperatingSystem } from './operating-system.ts';

/** Names whose words are glued or joined, as tags, labels, image names and identifiers hold them. */
const JOINED = `
WindowsServer2016Standard → windows_server | 2016 | Standard | -
WindowsServer2022Datacenter → windows_server | 2022 | Datacenter | -
windowsserver2008r2enterprise → windows_server | 2008 R2 | Enterprise | -
MicrosoftWindows10Pro → windows_client | 10 | Pro | -
Microsoft-Windows-7-Professional-Service-Pack-1 → windows_client | 7 SP1 | Professional | -
Microsoft-Windows-11-Pro-Build-22631 → windows_client | 11 23H2 | Pro | -
Windows-XP-Professional-SP3 → windows_client | XP SP3 | Professional | -
Windows-Storage-Server-2016-Standard → windows_server | Storage Server 2016 | Standard | -
Windows_Embedded_POSReady_2009 → windows_client | Embedded POSReady 2009 | - | -
10.0_(19045) → windows_client | 10 22H2 | - | -
2012ServerR2 → windows_server | 2012 R2 | - | -
2019Server → windows_server | 2019 | - | -
Windows-2012ServerR2 → windows_server | 2012 R2 | - | -
Srv2019 → windows_server | 2019 | - | -
RedHatEnterpriseLinuxServer7.9 → rhel | 7.9 | Server | -
RedHatEnterpriseServer → rhel | - | Server | -
OracleLinuxServer 8.4 → oracle_linux | 8.4 | Server | -
SUSELinuxEnterpriseServer15SP4 → sles | 15 SP4 | - | -
Red_Hat_Enterprise_Linux_ES_release_4_(Nahant_Update_8) → rhel | 4.8 | ES | -
Amazon_Linux_release_2_(Karoo) → amazon_linux | 2 | - | -
Cent_OS_6.10 → centos | 6.10 | - | -
CentOS-Stream-release-9 → centos_stream | 9 | - | -
Citrix_Hypervisor_8.2.0 → xenserver | 8.2 | - | -
Microsoft_Hyper-V_Server_2012_R2 → hyperv | Hyper-V Server 2012 R2 | - | -
HP-UX-11i-v3 → hpux | 11i v3 (11.31) | - | -
HP-UX_11i_v2_ia64 → hpux | 11i v2 (11.23) | - | ia64
AIX_7.2_TL_5 → aix | 7.2 TL5 | - | -
OS-X-10.9 → macos | 10.9 | - | -
macOS_High_Sierra → macos | 10.13 | - | -
macOS-Big-Sur → macos | 11 | - | -
VMware-vSphere-ESXi-6.0 → vmware_esxi | 6.0 | - | -
ibm-debian-11-6-minimal-amd64-2 → debian | 11.6 | - | x86_64
ESXi vSphere4.1 → vmware_esxi | 4.1 | - | -
2008STDR2x64 → windows_server | 2008 R2 | Standard | x86_64
2012 Datacenter R2 → windows_server | 2012 R2 | Datacenter | -
REFW2K16SE-1.0.5.190917.vhd → windows_server | 2016 | Standard | -
TMPLW2K12R2STD → windows_server | 2012 R2 | Standard | -
SRVW2K16DC01 → - | - | - | -
win2012hvr2 → hyperv | Hyper-V Server 2012 R2 | - | -
win2016hv → hyperv | Hyper-V Server 2016 | - | -
Red_Hat_OpenShift_4.12 → - | - | - | -
SharePointServer2019 → - | - | - | -
MicrosoftSQLServer2019 → - | - | - | -
APP-SERVER-2019 → - | - | - | -
Windows_NT → - | - | - | -
`;

/** What commands, files and sheets write around a name. */
const SURROUNDED = `
"2022-datacenter-g2" → windows_server | 2022 | Datacenter | x86_64
"10.0.22631.3155" → windows_client | 11 23H2 | - | -
'Server 2012 R2' → windows_server | 2012 R2 | - | -
"windows7Server64Guest" → windows_server | 2008 R2 | - | x86_64
win2000ProGuest. → windows_client | 2000 Professional | Professional | x86
SunOS 5.11. → solaris | 11 | - | -
OS Name: Microsoft Windows Server 2019 Standard → windows_server | 2019 | Standard | -
OS Version: 10.0.19045 N/A Build 19045 → windows_client | 10 22H2 | - | -
Betriebssystemname: Microsoft Windows Server 2016 Standard → windows_server | 2016 | Standard | -
Operating System: 2019-Datacenter → windows_server | 2019 | Datacenter | x86_64
PRETTY_NAME="SUSE Linux" → opensuse | - | SUSE Linux | -
Windows|10|Enterprise → windows_client | 10 | Enterprise | -
Windows Server, 2019, Standard → windows_server | 2019 | Standard | -
Microsoft Windows Server, 2016 → windows_server | 2016 | - | -
Windows Server, 2016, 2019 → windows_server | 2016 or 2019 | - | -
Windows 7, Windows Server 2008 → - | - | - | -
`;

/** Abbreviations, local names, packages. */
const WRITTEN_OTHERWISE = `
WS16 → windows_server | 2016 | - | -
W12R2 → windows_server | 2012 R2 | - | -
WinSrv16 → windows_server | 2016 | - | -
W19 Std → windows_server | 2019 | Standard | -
W10 → windows_client | 10 | - | -
W2K3 EE → windows_server | 2003 | Enterprise | -
Windows 2008 R2 SE → windows_server | 2008 R2 | Standard | -
win hm srv → windows_server | Home Server | - | -
win Strg srv 2003 → windows_server | Storage Server 2003 | - | -
Win Storage Server 2012 R2 → windows_server | Storage Server 2012 R2 | - | -
RHELS 7.0 → rhel | 7.0 | Server | -
Windows Serv 2k12R2 std. → windows_server | 2012 R2 | Standard | -
Windows Server - 2K16 Ent → windows_server | 2016 | Enterprise | -
Win 2003 Stand (SP1) (64 bits) → windows_server | 2003 SP1 | Standard | x86_64
Windows 11 Pro 26100.1742 → windows_client | 11 24H2 | Pro | -
RHEL 79 → rhel | 7.9 | - | -
Deb 11 → debian | 11 | - | -
Oracle Linux R7 U9 → oracle_linux | 7.9 | - | -
Microsoft Windows 8.1 Professionnel → windows_client | 8.1 | Pro | -
Microsoft Windows 10 专业版 → windows_client | 10 | Pro | -
Microsoft Windows 7 Professionnel → windows_client | 7 | Professional | -
Windows 10 Professional → windows_client | 10 | Professional | -
Win7 Pro x64 → windows_client | 7 | Professional | x86_64
win11-23h2-pro → windows_client | 11 23H2 | Pro | x86_64
VMware ESXi 6.5.0 Update 3 (Build 13932383) → vmware_esxi | 6.5 | - | x86_64
VMware ESXi, 7.0.3, 20328353 → vmware_esxi | 7.0 | - | x86_64
VMware ESXi 8.0 Update 2 → vmware_esxi | 8.0 | - | -
VMware ESXi 8.0.3 (VMKernel Release Build 24677879) → vmware_esxi | 8.0 | - | x86_64
OpenSSH_8.2p1 Ubuntu-4ubuntu0.5 → ubuntu | - | - | -
MySQL 5.7.33-0ubuntu0.16.04.1 → ubuntu | 16.04 | - | -
Nutanix Files 4.0 → - | - | - | -
Hypervisor → - | - | - | -
`;

describe('names written as one word, within others or otherwise', () => {
  test.each(examplesOf([JOINED, SURROUNDED, WRITTEN_OTHERWISE].join('\n')))('%s is %s', (raw, expected) =>
    expect(expectation(readOperatingSystem(raw).system)).toBe(expected),
  );
});
