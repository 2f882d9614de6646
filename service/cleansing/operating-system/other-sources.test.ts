import { describe, expect, test } from '@jest/globals';
import { examplesOf } from '#test/builders/os-examples.ts';
import { readOperatingSystem } from './operating-system.ts';

/** Cloud images, scanners (CPE, nmap), configuration management, Unix commands, appliances: text → family | version. */
const EXAMPLES = `
amzn2-ami-hvm-2.0.20240131.0-x86_64-gp2 → amazon_linux | 2
al2023-ami-2023.3.20240205.2-kernel-6.1-x86_64 → amazon_linux | 2023
ubuntu-2204-jammy-v20240126 → ubuntu | 22.04
ubuntu-minimal-2004-focal-v20231213 → ubuntu | 20.04
debian-12-bookworm-v20240110 → debian | 12
debian-11-bullseye-v20231115 → debian | 11
rhel-9-v20240111 → rhel | 9
rhel-8-v20231212 → rhel | 8
centos-7-v20231115 → centos | 7
centos-stream-9-v20231115 → centos_stream | 9
rocky-linux-9-optimized-gcp-v20240111 → rocky | 9
rocky-linux-8-v20231115 → rocky | 8
sles-15-sp5-v20231218-x86-64 → sles | 15 SP5
sles-12-sp5-v20231120-x86-64 → sles | 12 SP5
windows-server-2022-dc-v20240111 → windows_server | 2022
windows-server-2019-dc-core-v20231213 → windows_server | 2019
windows-server-2016-dc-v20240111 → windows_server | 2016
debian/images/bookworm-amd64 → debian | 12
debian-11-amd64-20231013-1532 → debian | 11
ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240126 → ubuntu | 22.04
RHEL-9.3.0_HVM-20240117-x86_64-49-Hourly2-GP3 → rhel | 9.3
RHEL-8.6_HVM-20220503-x86_64-2-Hourly2-GP2 → rhel | 8.6
suse-sles-15-sp4-v20230428-hvm-ssd-x86_64 → sles | 15 SP4
Rocky-8-EC2-Base-8.9-20231119.0.x86_64 → rocky | 8.9
AlmaLinux OS 9.3.20231228 x86_64 → almalinux | 9.3
OL8.8-x86_64-HVM-2023-10-02 → oracle_linux | 8.8
Oracle-Linux-8.9-2024.01.26-0 → oracle_linux | 8.9
Canonical:0001-com-ubuntu-server-jammy:22_04-lts-gen2:latest → ubuntu | 22.04
Canonical:UbuntuServer:18.04-LTS:latest → ubuntu | 18.04
RedHat:RHEL:8-lvm-gen2:8.9.2023112310 → rhel | 8.9
MicrosoftWindowsServer:WindowsServer:2019-datacenter-gensecond:latest → windows_server | 2019
MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition:latest → windows_server | 2022
MicrosoftWindowsDesktop:windows-11:win11-22h2-pro:latest → windows_client | 11 22H2
MicrosoftWindowsDesktop:Windows-10:win10-21h2-ent:latest → windows_client | 10 21H2
SUSE:sles-15-sp4:gen2:latest → sles | 15 SP4
Debian:debian-12:12:latest → debian | 12
OpenLogic:CentOS:7_9:latest → centos | 7.9
Windows_Server-2022-English-Full-Base-2024.01.16 → windows_server | 2022
Windows_Server-2012-R2_RTM-English-64Bit-Base-2023.10.11 → windows_server | 2012 R2
cpe:2.3:o:microsoft:windows_server_2019:-:*:*:*:*:*:*:* → windows_server | 2019
cpe:/o:microsoft:windows_server_2012:r2 → windows_server | 2012 R2
cpe:/o:microsoft:windows_server_2008:r2:sp1 → windows_server | 2008 R2 SP1
cpe:/o:microsoft:windows_10 → windows_client | 10
cpe:2.3:o:redhat:enterprise_linux:8.0:*:*:*:*:*:*:* → rhel | 8.0
cpe:/o:redhat:enterprise_linux:7 → rhel | 7
cpe:2.3:o:canonical:ubuntu_linux:20.04:*:*:*:lts:*:*:* → ubuntu | 20.04
cpe:/o:debian:debian_linux:11 → debian | 11
cpe:2.3:o:centos:centos:7:*:*:*:*:*:*:* → centos | 7
cpe:/o:vmware:esxi:7.0 → vmware_esxi | 7.0
cpe:2.3:o:vmware:esxi:6.7:*:*:*:*:*:*:* → vmware_esxi | 6.7
cpe:/o:sun:sunos:5.10 → solaris | 10
cpe:/o:oracle:solaris:11.4 → solaris | 11.4
cpe:/o:ibm:aix:7.2 → aix | 7.2
cpe:/o:hp:hp-ux:11.31 → hpux | 11i v3 (11.31)
cpe:2.3:o:cisco:ios_xe:16.12:*:*:*:*:*:*:* → - | -
cpe:/o:freebsd:freebsd:13.2 → freebsd | 13.2
cpe:/o:apple:mac_os_x:10.15 → macos | 10.15
cpe:2.3:o:fortinet:fortios:7.2.5:*:*:*:*:*:*:* → - | -
cpe:/o:paloaltonetworks:pan-os:10.1 → - | -
Linux 2.6.32 → - | -
Linux 3.10 - 4.11 → - | -
Linux 4.15 - 5.6 → - | -
Microsoft Windows Server 2016 build 10586 - 14393 → windows_server | 2016
Microsoft Windows Server 2012 R2 Update 1 → windows_server | 2012 R2
Microsoft Windows 7 or Windows Server 2008 R2 → - | -
VMware ESXi 6.5.0 → vmware_esxi | 6.5
FreeBSD 11.2-RELEASE → freebsd | 11.2
Oracle Solaris 11 → solaris | 11
IBM AIX 7.1 → aix | 7.1
HP-UX 11i v3 → hpux | 11i v3 (11.31)
Cisco IOS 15.2 → - | -
RedHat 8.9 → rhel | 8.9
RedHat 7.9 x86_64 → rhel | 7.9
CentOS 7.9.2009 → centos | 7.9.2009
OracleLinux 8.8 → oracle_linux | 8.8
Rocky 9.3 → rocky | 9.3
AlmaLinux 8.9 → almalinux | 8.9
Ubuntu 20.04 focal → ubuntu | 20.04
Debian 10 buster → debian | 10
SLES 15.4 → sles | 15 SP4
SLES 12.5 → sles | 12 SP5
SLES_SAP 15.3 → sles | 15 SP3
Amazon 2 → amazon_linux | 2
Amazon 2023 → amazon_linux | 2023
Fedora 39 → fedora | 39
Microsoft Windows Server 2019 Standard 10.0.17763.0 → windows_server | 2019
Microsoft Windows Server 2016 Datacenter 10.0.14393 → windows_server | 2016
Microsoft(R) Windows(R) Server 2003, Standard Edition → windows_server | 2003
Microsoft® Windows Server® 2008 Standard → windows_server | 2008
Microsoft Windows Server 2008 R2 Standard  Service Pack 1 → windows_server | 2008 R2 SP1
Microsoft Windows 10 Enterprise 10.0.19045 → windows_client | 10 22H2
Microsoft Windows 11 Pro 10.0.22631 → windows_client | 11 23H2
Microsoft Windows 7 Professional Service Pack 1 → windows_client | 7 SP1
Windows Server 2022 Standard Evaluation → windows_server | 2022
Windows Server 2025 Datacenter → windows_server | 2025
Windows 2016 Server Std → windows_server | 2016
Win2k12R2 Std → windows_server | 2012 R2
Win Srv 2019 DC → windows_server | 2019
W2K8 R2 Ent SP1 → windows_server | 2008 R2 SP1
W2019 → windows_server | 2019
WS2022 → windows_server | 2022
Win 10 Ent x64 → windows_client | 10
macOS 14.2.1 → macos | 14.2.1
macOS 13.6 (22G120) → macos | 13.6
macOS Sonoma 14.2 → macos | 14.2
macOS Monterey → macos | 12
Mac OS X 10.14.6 (18G103) → macos | 10.14.6
OS X El Capitan 10.11.6 → macos | 10.11.6
iOS 17.2 → - | -
iPadOS 16.7 → - | -
tvOS 17 → - | -
AIX 7200-05-03-2148 → aix | 7.2 TL5
AIX 7100-04 → aix | 7.1 TL4
AIX 6.1 TL9 → aix | 6.1 TL9
AIX 3 7 → aix | 7.3
AIX 2 7 → aix | 7.2
HP-UX B.11.31 ia64 → hpux | 11i v3 (11.31)
HP-UX B.11.23 U 9000/800 → hpux | 11i v2 (11.23)
HP-UX 11.11 → hpux | 11i v1 (11.11)
SunOS 5.11 11.4.42.111.0 sun4v sparc → solaris | 11.4
SunOS 5.10 Generic_150400-40 sun4u sparc → solaris | 10
SunOS 5.9 → solaris | 9
Oracle Solaris 11.3 X86 → solaris | 11.3
Solaris 10 1/13 s10x_u11wos_24a X86 → solaris | 10
Linux Redhat 7.6 64bit → rhel | 7.6
RHEL8 → rhel | 8
RHEL 7.9 (Maipo) → rhel | 7.9
rhel-server-6.10 → rhel | 6.10
SuSE 12 SP4 → sles | 12 SP4
openSUSE Leap 15.5 → opensuse | 15.5
OEL 6.9 → oracle_linux | 6.9
Linux Mint 21.2 → - | -
Kali GNU/Linux Rolling → - | -
Alpine Linux v3.18 → - | -
F5 BIG-IP 15.1.8 → - | -
NetApp ONTAP 9.12.1 → - | -
Data ONTAP 8.2.4 7-Mode → - | -
Cisco NX-OS 9.3(8) → - | -
Cisco Adaptive Security Appliance 9.16 → - | -
Junos 21.4R3 → - | -
Check Point Gaia R81.20 → - | -
FortiOS v7.2.4 → - | -
PAN-OS 10.2.3 → - | -
Citrix NetScaler NS13.1 → - | -
Brocade Fabric OS v8.2.1 → - | -
EMC VNX OE 5.33 → - | -
Isilon OneFS 9.4.0.5 → - | -
Dell iDRAC9 6.10 → - | -
Arista EOS 4.28.3M → - | -
z/OS 2.5 → - | -
IBM i 7.4 → - | -
OpenVMS 8.4 → - | -
Synology DSM 7.2 → - | -
QNAP QTS 5.1 → - | -
Aruba AOS-CX 10.10 → - | -
Windows CE 6.0 → - | -
VMware Photon OS 4.0 → - | -
Hyper-V Server 2019 → hyperv | Hyper-V Server 2019
Citrix XenServer 7.1 CU2 → xenserver | 7.1
`;

describe('an operating system as other systems name it', () => {
  test.each(examplesOf(EXAMPLES))('%p is %p', (raw, expected) => {
    const { family, version } = readOperatingSystem(raw).system;
    expect(`${family ?? '-'} | ${version ?? '-'}`).toBe(expected);
  });
});
