import { describe, expect, test } from '@jest/globals';
import { expectation, examplesOf } from '#test/builders/os-examples.ts';
import { readOperatingSystem } from './operating-system.ts';

/** As configuration files of virtual machines name their guests: text → family | version | edition | architecture. */
const CONFIGURATION_FILES = `
windows9srv-64 → windows_server | 2016 or later | - | x86_64
windows7srv-64 → windows_server | 2008 R2 | - | x86_64
winnetenterprise-64 → windows_server | 2003 | Enterprise | x86_64
winnetstandard → windows_server | 2003 | Standard | x86
longhorn-64 → windows_server | 2008 | - | x86_64
windows9-64 → windows_client | 10 | - | x86_64
rhel8-64 → rhel | 8 | - | x86_64
debian11-64 → debian | 11 | - | x86_64
other4xlinux-64 → - | - | - | x86_64
freebsdx64 → freebsd | - | - | x86_64
arm-other6xlinux-64 → - | - | - | arm64
vmkernel65 → vmware_esxi | 6.5 | - | x86_64
darwin17 → macos | 10.13 | - | x86
win2000pro → windows_client | 2000 Professional | Professional | x86
winNetStorageSvr → windows_server | Storage Server 2003 | - | x86
winNetComputeCluster → windows_server | 2003 | Compute Cluster | x86
winServer2008DatacenterCore-64 → windows_server | 2008 | Datacenter Core | x86_64
winServer2008Enterprise-64 → windows_server | 2008 | Enterprise | x86_64
winVistaHomePremium-64 → windows_client | Vista | Home Premium | x86_64
winVistaBusiness-64 → windows_client | Vista | Business | x86_64
winVistaHomeBasic-32 → windows_client | Vista | Home Basic | x86
winHyperV → hyperv | - | - | -
`;

/** As vSphere's programming interface calls them, and describes what it calls so. */
const CONSTANTS = `
WINDOWS_9_SERVER_64 → windows_server | 2016 or later | - | x86_64
WINDOWS_9_64 → windows_client | 10 | - | x86_64
WINDOWS_7_SERVER_64 → windows_server | 2008 R2 | - | x86_64
WINDOWS_8_SERVER_64 → windows_server | 2012 or 2012 R2 | - | x86_64
WINDOWS_HYPERV → hyperv | - | - | -
WIN_NET_ENTERPRISE_64 → windows_server | 2003 | Enterprise | x86_64
WIN_NET_STANDARD → windows_server | 2003 | Standard | x86
WIN_XP_PRO_64 → windows_client | XP | Professional | x86_64
WIN_LONGHORN_64 → windows_server | 2008 | - | x86_64
CENTOS_64 → centos | 4/5 | - | x86_64
DARWIN_17_64 → macos | 10.13 | - | x86_64
VMKERNEL_7 → vmware_esxi | 7.x | - | x86_64
RHEL_8_64 → rhel | 8 | - | x86_64
OTHER_3X_LINUX_64 → - | - | - | x86_64
FreeBSD_64 → freebsd | - | - | x86_64
win_10 → windows_client | 10 | - | -
`;

const WINDOWS = `
windows_2012R2x64 → windows_server | 2012 R2 | - | x86_64
wxp → windows_client | XP | - | -
NT4 → windows_server | NT 4.0 | - | -
2012 R2 Standard → windows_server | 2012 R2 | Standard | -
2008 R2 Ent SP1 → windows_server | 2008 R2 SP1 | Enterprise | -
Windows Server 2008 Release 2 → windows_server | 2008 R2 | - | -
W2K Adv Server → windows_server | 2000 | Advanced Server | -
Microsoft Windows 10 Enterprise N LTSC → windows_client | 10 | Enterprise N LTSC | -
10.0.20348 Nicht zutreffend Build 20348 → windows_server | 2022 | - | -
Windows 11 / Server 2025 Build 26100 x64 → windows_server | 2025 or 11 24H2 | - | x86_64
2K12R2 → windows_server | 2012 R2 | - | -
2K19 Std → windows_server | 2019 | Standard | -
Svr 2016 DC Core → windows_server | 2016 | Datacenter Core | -
Windws Server 2012 → windows_server | 2012 | - | -
2012 R2 → windows_server | 2012 R2 | - | -
Storage Server 2012 R2 → windows_server | Storage Server 2012 R2 | - | -
Vista Business SP2 → windows_client | Vista SP2 | Business | -
windows_8x64 → windows_client | 8 | - | x86_64
windows:64:Windows10Enterprise → windows_client | 10 | Enterprise | x86_64
Windows-2016ServerDatacenter → windows_server | 2016 | Datacenter | -
Windows Server 2012 / 2012 R2 → windows_server | 2012 or 2012 R2 | - | -
Windows Server 2016, 2019 → windows_server | 2016 or 2019 | - | -
Windows POSReady 2009 → windows_client | Embedded POSReady 2009 | - | -
Windows 10 S → windows_client | 10 | S | -
Windows 10 Enterprise 19042 → windows_client | 10 20H2 | Enterprise | -
Windows-10-10.0.26100-SP0 → windows_client | 11 24H2 | - | -
OS Version: 10.0.17763 N/A Build 17763 → windows_server | 2019 or 10 1809 | - | -
win10-21h2-entn-ltsc-g2 → windows_client | 10 21H2 LTSC | Enterprise N LTSC | x86_64
Microsoft Windows 11 Famille unilingue → windows_client | 11 | Home Single Language | -
Microsoft Windows 11 Professionnel pour les Stations de travail → windows_client | 11 | Pro for Workstations | -
Майкрософт Windows 10 Для образовательных учреждений → windows_client | 10 | Education | -
Microsoft Windows 10 教育版 → windows_client | 10 | Education | -
Microsoft Windows 10 Éducation N → windows_client | 10 | Education N | -
WindowsVista_64 → windows_client | Vista | - | x86_64
Microsoft Windows 7 Édition Familiale Premium N → windows_client | 7 | Home Premium N | -
Microsoft Windows Server 2012 R2 Standard 评估版 → windows_server | 2012 R2 | Standard Evaluation | -
Microsoft Windows 10 工作站专业版 → windows_client | 10 | Pro for Workstations | -
Microsoft Windows 10 (64 бит) → windows_client | 10 | - | x86_64
cpe:2.3:o:microsoft:windows_10:21h2:*:*:*:*:*:x86:* → windows_client | 10 21H2 | - | x86
WIN10ENT → windows_client | 10 | Enterprise | -
Win10Pro 22H2 → windows_client | 10 22H2 | Pro | -
Windows 10 IoT → windows_client | 10 | IoT | -
Windows Server 2012 Standard/Datacenter → windows_server | 2012 | - | -
Windows 8 Server (64 bit) → windows_server | 2012 or 2012 R2 | - | x86_64
Windows 10 Server (64 bit) → windows_server | 2016 or later | - | x86_64
Windows Longhorn (64 bit) → windows_server | 2008 | - | x86_64
Windows Millennium Edition → windows_client | Me | - | -
Windows 98 Second Edition → windows_client | 98 | SE | -
Microsoft Windows 10 1709 - 1909 → windows_client | 10 | - | -
Microsoft Windows 10 1909 - 21H1 → windows_client | 10 | - | -
Microsoft Windows 7 SP0 - SP1 → windows_client | 7 | - | -
Microsoft Windows Server 2012 or Server 2012 R2 → windows_server | 2012 or 2012 R2 | - | -
Windows 11 (22631) → windows_client | 11 23H2 | - | -
WIN SERV 2016 → windows_server | 2016 | - | -
Win.Server 2019 → windows_server | 2019 | - | -
Windows Server 08 R2 → windows_server | 2008 R2 | - | -
Windows Server 2022 Build 20348 x64 (name:DC01) (domain:corp.local) → windows_server | 2022 | - | x86_64
mcr.microsoft.com/windows/servercore:ltsc2019 → windows_server | 2019 | Core | -
Windows_Server-1909-English-Core-ContainersLatest-2020.03.18 → windows_server | 1909 SAC | Core | x86_64
Datacenter-Core-1903-with-Containers-smalldisk → windows_server | 1903 SAC | Datacenter Core | x86_64
MicrosoftSQLServer:sql2019-ws2019:standard:latest → windows_server | 2019 | - | x86_64
Microsoft Windows 7 Домашняя расширенная → windows_client | 7 | Home Premium | -
Microsoft Windows 10 Famille N → windows_client | 10 | Home N | -
Windows 10 Pro, Windows 10 → windows_client | 10 | Pro | -
Windows2016, Windows Server 2016 → windows_server | 2016 | - | -
NetBackup Server on Windows Server 2016 → windows_server | 2016 | - | -
Windows Vista Business N Edition → windows_client | Vista | Business N | -
Windows 7 Starter N → windows_client | 7 | Starter N | -
Windows Vista Home Basic N → windows_client | Vista | Home Basic N | -
Microsoft Windows 11 Professionnel N → windows_client | 11 | Pro N | -
Microsoft Windows 10 Professionel 64 bits → windows_client | 10 | Pro | x86_64
Windows 7 Proffesional → windows_client | 7 | Professional | -
Windows Server 2003 Compute Cluster Edition → windows_server | 2003 | Compute Cluster | -
Windows NT 3.51 Server → windows_server | NT 3.51 | - | -
Windows NT 3.51 → windows_server | NT 3.51 | - | -
Windows NT Workstation 3.51 → windows_client | NT 3.51 Workstation | - | -
Windows Essential Business Server Messaging Server → windows_server | - | - | -
Windows Storage Server → windows_server | - | - | -
projects/windows-cloud/global/images/windows-server-2019-dc-v20240612 → windows_server | 2019 | Datacenter | x86_64
https://www.googleapis.com/compute/v1/projects/windows-cloud/global/images/windows-server-2022-dc-v20240612 → windows_server | 2022 | Datacenter | x86_64
projects/windows-cloud/global/images/family/windows-2022-core → windows_server | 2022 | Core | x86_64
Windows 8.1 Single Language → windows_client | 8.1 | Single Language | -
Microsoft Windows 8 Pro with Media Center → windows_client | 8 | Pro with Media Center | -
`;

const LINUX_AND_UNIX = `
Ubuntu Pro → ubuntu | - | Pro | -
rhel-8-4-sap-v20230509 → rhel | 8.4 | for SAP | x86_64
SLES4SAP 15 SP1 → sles | 15 SP1 | for SAP | -
AmazonAMI 2018.03 → amazon_linux | 1 (2018.03) | - | -
Base Operating System Runtime AIX version: 07.03.0002.0003 → aix | 7.3 | - | -
Solaris 2.8 → solaris | 8 | - | -
Mac OS X Lion Server → macos | 10.7 | Server | -
macOS Ventura 13.4.1 (22F82) [Darwin 22.5.0] → macos | 13.4.1 | - | -
linux:64:CentOS Linux-7.9 → centos | 7.9 | - | x86_64
ORACLE_LINUX_8 → oracle_linux | 8 | - | -
oracle 7.9 → oracle_linux | 7.9 | - | -
Solaris, Solaris10 → solaris | 10 | - | -
CentOS 7 (64 ビット) → centos | 7 | - | x86_64
centos/stream8 → centos_stream | 8 | - | -
CentOS-8-GenericCloud-8.4.2105-20210603.0.x86_64.qcow2 → centos | 8.4.2105 | - | x86_64
ubuntu/bionic64 → ubuntu | 18.04 | - | x86_64
ibm-ubuntu-22-04-2-minimal-amd64-1 → ubuntu | 22.04.2 | - | x86_64
ibm-sles-15-5-amd64-1 → sles | 15 SP5 | - | x86_64
SLE-15-SP4-Full-x86_64-GM-Media1.iso → sles | 15 SP4 | - | x86_64
OracleLinux-R8-U6-x86_64-dvd.iso → oracle_linux | 8.6 | - | x86_64
oracle 8.7 (64 bit) → oracle_linux | 8.7 | - | x86_64
Linux - Oracle 8 → oracle_linux | 8 | - | -
RH 7.9 → rhel | 7.9 | - | -
Linux-x86_64, RedHat2.6.32 → rhel | - | - | x86_64
Red Hat Enterprise Linux with SQL Server Standard and HA → rhel | - | - | -
architecture='X86' bitness='64' distroName='Ubuntu' distroVersion='20.04' prettyName='Ubuntu 20.04.6 LTS' → ubuntu | 20.04.6 | LTS | x86_64
vmware_esxi_6_7 → vmware_esxi | 6.7 | - | -
Sonoma (14) → macos | 14 | - | -
OS X El Capitan (10.11.6) → macos | 10.11.6 | - | -
Oracle8_64 → oracle_linux | 8 | - | x86_64
Oracle (64-bit) → oracle_linux | - | - | x86_64
rhel86 → rhel | 8.6 | - | -
opensuse-leap-15-5-v20240415 → opensuse | 15.5 | Leap | x86_64
SUSE:opensuse-leap-15-5:gen2:latest → opensuse | 15.5 | Leap | x86_64
Leap-15 → opensuse | 15 | Leap | -
ubuntu/images-testing/hvm-ssd/ubuntu-mantic-daily-amd64-server-20231011 → ubuntu | 23.10 | Server | x86_64
jammy-server-cloudimg-amd64 → ubuntu | 22.04 | Server | x86_64
Ubuntu Srv 20.04 → ubuntu | 20.04 | Server | -
Debian Sarge → debian | 3.1 | - | -
quay.io/centos/centos:stream9 → centos_stream | 9 | - | -
CentOS 4⁄5 (64-bit) → centos | 4/5 | - | x86_64
OELinux 6 → oracle_linux | 6 | - | -
http://oracle.com/ol/8.5 → oracle_linux | 8.5 | - | -
Red Hat Linux Advanced Server release 2.1AS (Pensacola) → rhel | 2.1 | AS | -
Linux Kernel 2.6 on SuSE Linux 10.1 → opensuse | SUSE Linux 10.1 | SUSE Linux | -
Red Hat EL 4 (Nahant 2) → rhel | 4.2 | - | -
Red Hat Enterprise AS 4 (Nahant 4) → rhel | 4.4 | AS | -
Red Hat Enterprise Linux 7 or 8 → rhel | 7 or 8 | - | -
Red Hat Enterprise Linux for IBM z Systems 8 → rhel | 8 | - | s390x
Amazon Linux v2 → amazon_linux | 2 | - | -
FreeBSD 10 or earlier → freebsd | before 11 | - | -
FreeBSD 11.0-RELEASE - 12.0-CURRENT → freebsd | - | - | -
VMware ESXi 6.0.0 - 6.5.0 → vmware_esxi | - | - | -
IBM AIX 6.1 - 7.1 → aix | - | - | -
AIX 61 → aix | 6.1 | - | -
AIX 7.1 (64-bit PowerPC) → aix | 7.1 | - | ppc64
HP-UX 11v3 → hpux | 11i v3 (11.31) | - | -
Sun Solaris 9 or 10 (SPARC) → solaris | 9 or 10 | - | sparc
XenServer 6.0.2 → xenserver | 6.0.2 | - | -
cpe:2.3:o:redhat:enterprise_linux_for_power_little_endian:8.0:*:*:*:*:*:*:* → rhel | 8.0 | - | ppc64le
Oracle Autonomous Linux 8 → oracle_linux | 8 | - | -
SUSE Linux Enterprise High Performance Computing 15 SP4 → sles | 15 SP4 | HPC | -
`;

/** A system's name within another name, and products that carry the name of a maker of systems. */
const OUTSIDE = `
TencentOS Server 3.1 (Final) → - | - | - | -
Red Hat JBoss EAP 7.4 → - | - | - | -
SUSE Manager 4.3 → - | - | - | -
architecture='X86' bitness='64' distroName='VMware Photon OS' distroVersion='3.0' → - | - | - | x86_64
rhel_atomic7x64 → - | - | - | x86_64
Red Hat Enterprise Virtualization Hypervisor 6.6 → - | - | - | -
Windows Server Backup → - | - | - | -
Windows Server CAL 2019 → - | - | - | -
Oracle Solaris Cluster 4.3 → - | - | - | -
Nutanix 20220304.480 → - | - | - | -
SUSE Liberty Linux 8 → - | - | - | -
Windows 6.1 (Samba 4.10.16) → - | - | - | -
Red Hat Linux release 7.3 (Valhalla) → - | - | - | -
Windows 10, Windows 11, Android, iOS, Cloud → - | - | - | -
Windows 10 Pro & Windows 11 Pro → - | - | - | -
Windows Server 2016, Windows 10 → - | - | - | -
Windows 10, Windows 11, macOS → - | - | - | -
NetBackup-RedHat2.6.18 7.7.3 → - | - | - | -
NetBackup-Solaris_x86_10_64 7.6.0.2 → - | - | - | x86
Veritas NetBackup 8.1.2 for Solaris 10 → - | - | - | -
Server version: Apache/2.0.59  HP-UX_Apache-based_Web_Server → - | - | - | -
SunOS 5.11 joyent_20200408T231825Z → - | - | - | -
Mac OS 9.0.5 → - | - | - | -
IBM z/OS 2.5 → - | - | - | -
`;

describe('systems as further sources name them', () => {
  test.each(examplesOf([CONFIGURATION_FILES, CONSTANTS, WINDOWS, LINUX_AND_UNIX, OUTSIDE].join('\n')))(
    '%s is %s',
    (raw, expected) => expect(expectation(readOperatingSystem(raw).system)).toBe(expected),
  );
});
