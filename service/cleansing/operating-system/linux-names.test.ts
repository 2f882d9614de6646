import { describe, expect, test } from '@jest/globals';
import { expectation, examplesOf } from '#test/builders/os-examples.ts';
import { readOperatingSystem } from './operating-system.ts';

/** As inventories, hypervisors, clouds and people write them: text → family | version | edition | architecture. */
const EXAMPLES = `
Linux desktop 5.4.0-66-generic #74~18.04.2-Ubuntu SMP Fri Feb 5 11:17:31 UTC 2021 x86_64 GNU/Linux → ubuntu | 18.04 | - | x86_64
Linux server 2.6.32-16-generic #25-Ubuntu SMP Tue Mar 9 16:33:52 UTC 2010 i686 GNU/Linux → ubuntu | - | - | x86
Linux debian11 5.10.0-11-amd64 #1 SMP Debian 5.10.92-1 (2022-01-18) x86_64 GNU/Linux → debian | - | - | x86_64
Linux db3 3.2.0-4-amd64 #1 SMP Debian 3.2.63-2+deb7u2 x86_64 GNU/Linux → debian | 7 | - | x86_64
sle12sp5 → sles | 12 SP5 | - | -
deb12 → debian | 12 | - | -
Cent OS 7.6 → centos | 7.6 | - | -
Ubuntu 22 LTS → ubuntu | 22.04 | LTS | -
Debain 10 → debian | 10 | - | -
Ubunut 20.04 → ubuntu | 20.04 | - | -
Oracle:Oracle-Linux:ol91-lvm-gen2:latest → oracle_linux | 9.1 | - | x86_64
debian-11-bullseye-v20230509 → debian | 11 | - | x86_64
suse-sles-15-sp2-byos-v20201111-hvm-ssd-arm64 → sles | 15 SP2 | - | arm64
RedHat_64 → rhel | - | - | x86_64
Ubuntu_64 → ubuntu | - | - | x86_64
Debian_64 → debian | - | - | x86_64
Fedora 32 → fedora | 32 | - | -
Fedora Linux 39 32 → fedora | 39 | - | x86
Fedora_64 → fedora | - | - | x86_64
rhel_8x64 → rhel | 8 | - | x86_64
debian_9 → debian | 9 | - | -
ubuntu_18_04 → ubuntu | 18.04 | - | -
sles_11 → sles | 11 | - | -
rhel8.6 → rhel | 8.6 | - | -
ubuntu20.04 → ubuntu | 20.04 | - | -
debian11 → debian | 11 | - | -
centos-stream9 → centos_stream | 9 | - | -
CentOS Linux release 7.9.2009 (Core) → centos | 7.9.2009 | - | -
CentOS Linux 7 (Core) → centos | 7 | - | -
CentOS Stream release 9 → centos_stream | 9 | - | -
CentOS Stream 8 → centos_stream | 8 | - | -
CentOS-7.9 → centos | 7.9 | - | -
Red Hat Enterprise Linux 8.6 (Ootpa) → rhel | 8.6 | - | -
Red Hat Enterprise Linux Server 7.9 (Maipo) → rhel | 7.9 | Server | -
Red Hat Enterprise Linux Server release 7.9 (Maipo) → rhel | 7.9 | Server | -
Red Hat Enterprise Linux Workstation release 6.10 (Santiago) → rhel | 6.10 | Workstation | -
RHEL 7.9 → rhel | 7.9 | - | -
RHEL7 → rhel | 7 | - | -
rhel-8 → rhel | 8 | - | -
RHEL 6u10 → rhel | 6.10 | - | -
RedHat 8.4 → rhel | 8.4 | - | -
Red Hat 7 → rhel | 7 | - | -
Linux - Red Hat Enterprise 7.x (64-bit) → rhel | 7 | - | x86_64
Red Hat Linux 7.9 → rhel | 7.9 | - | -
8.6 RHEL → rhel | 8.6 | - | -
Oracle Linux Server release 7.9 → oracle_linux | 7.9 | Server | -
Oracle Linux Server 8.7 → oracle_linux | 8.7 | Server | -
Oracle Linux 8.5 → oracle_linux | 8.5 | - | -
OEL 6.5 → oracle_linux | 6.5 | - | -
OL7 → oracle_linux | 7 | - | -
OracleLinux 7.9 → oracle_linux | 7.9 | - | -
Enterprise Linux Enterprise Linux Server release 5.5 (Carthage) → oracle_linux | 5.5 | Server | -
SUSE Linux Enterprise Server 12 SP5 → sles | 12 SP5 | - | -
SUSE Linux Enterprise Server 15 SP3 → sles | 15 SP3 | - | -
SUSE Linux Enterprise Server 11 (x86_64) VERSION = 11 PATCHLEVEL = 4 → sles | 11 SP4 | - | x86_64
SUSE Linux Enterprise Server for SAP Applications 15 SP2 → sles | 15 SP2 | for SAP | -
SLES 12.5 → sles | 12 SP5 | - | -
SLES15SP3 → sles | 15 SP3 | - | -
sles-15-sp3-v20210914 → sles | 15 SP3 | - | x86_64
SLES 11 SP4 (x86_64) → sles | 11 SP4 | - | x86_64
SUSE 12 SP3 → sles | 12 SP3 | - | -
Linux SuSE → sles | - | - | -
openSUSE Leap 15.4 → opensuse | 15.4 | Leap | -
openSUSE Tumbleweed → opensuse | - | Tumbleweed | -
openSUSE 13.2 (Harlequin) (x86_64) → opensuse | 13.2 | - | x86_64
Ubuntu 22.04.3 LTS (Jammy Jellyfish) → ubuntu | 22.04.3 | LTS | -
Ubuntu Server 20.04 LTS → ubuntu | 20.04 | Server LTS | -
Ubuntu 20.04.6 LTS (GNU/Linux 5.4.0-150-generic x86_64) → ubuntu | 20.04.6 | LTS | x86_64
ubuntu-2004-focal-v20210908 → ubuntu | 20.04 | - | x86_64
ubuntu-minimal-2204-lts → ubuntu | 22.04 | LTS | -
Linux Ubuntu 20.04 → ubuntu | 20.04 | - | -
Ubuntu Linux → ubuntu | - | - | -
Canonical:UbuntuServer:18.04-LTS:latest → ubuntu | 18.04 | LTS | x86_64
Debian GNU/Linux 11 (bullseye) → debian | 11 | - | -
Debian GNU/Linux 10.3 → debian | 10.3 | - | -
debian-10-buster-v20210817 → debian | 10 | - | x86_64
Debian 12 → debian | 12 | - | -
Debian bookworm/sid → debian | - | - | -
Linux 4.19.0-16-amd64 #1 SMP Debian 4.19.181-1 (2021-03-19) x86_64 GNU/Linux → debian | - | - | x86_64
Linux ip-10-0-0-1 4.14.248-189.473.amzn2.x86_64 #1 SMP x86_64 GNU/Linux → amazon_linux | 2 | - | x86_64
Linux db01 5.4.17-2136.307.3.1.el8uek.x86_64 #2 SMP x86_64 → oracle_linux | 8 | - | x86_64
Linux host 5.15.0-76-generic #83-Ubuntu SMP Thu Jun 15 x86_64 GNU/Linux → ubuntu | - | - | x86_64
Linux version 3.10.0-1160.el7.x86_64 (mockbuild@kbuilder.bsys.centos.org) (gcc version 4.8.5 20150623 (Red Hat 4.8.5-44) (GCC) ) #1 SMP → centos | 7 | - | x86_64
Linux Kernel 3.10.0-1127.el7.x86_64 on CentOS Linux release 7.8.2003 (Core) → centos | 7.8.2003 | - | x86_64
Linux Kernel 4.15 on Ubuntu 18.04 (bionic) → ubuntu | 18.04 | - | -
Amazon Linux 2 → amazon_linux | 2 | - | -
Amazon Linux AMI 2018.03 → amazon_linux | 1 (2018.03) | - | -
Amazon Linux AMI release 2018.03 → amazon_linux | 1 (2018.03) | - | -
Amazon Linux 2023.3.20240108 → amazon_linux | 2023 | - | -
Amazon Linux release 2 (Karoo) → amazon_linux | 2 | - | -
amzn2-ami-hvm-2.0.20210326.0-x86_64-gp2 → amazon_linux | 2 | - | x86_64
amzn-ami-hvm-2018.03.0.20181129-x86_64-gp2 → amazon_linux | 1 (2018.03) | - | x86_64
AlmaLinux 9.2 (Turquoise Kodkod) → almalinux | 9.2 | - | -
AlmaLinux release 8.5 (Arctic Sphynx) → almalinux | 8.5 | - | -
Rocky Linux 8.7 (Green Obsidian) → rocky | 8.7 | - | -
Fedora Linux 38 (Workstation Edition) → fedora | 38 | Workstation | -
Fedora 34 → fedora | 34 | - | -
arm-ubuntu64Guest → ubuntu | - | - | arm64
rockylinux_64Guest → rocky | - | - | x86_64
RHEL-8.6.0_HVM-20220503-x86_64-2-Hourly2-GP2 → rhel | 8.6 | - | x86_64
Linux 5.10.0 Debian 11 → debian | 11 | - | -
Red Hat Enterprise Linux ES release 4 (Nahant Update 8) → rhel | 4.8 | ES | -
Red Hat Enterprise Linux Server release 6.10 (Santiago) 64-bit → rhel | 6.10 | Server | x86_64
SUSE Linux 10.1 → opensuse | SUSE Linux 10.1 | SUSE Linux | -
openSUSE Leap 42.3 → opensuse | 42.3 | Leap | -
Ubuntu 18.04 LTS Server → ubuntu | 18.04 | Server LTS | -
CentOS 6.x (64-bit) → centos | 6 | - | x86_64
CentOS 6.10 (Final) → centos | 6.10 | - | -
Ubuntu 18 → ubuntu | 18 | - | -
ubuntu18 → ubuntu | 18 | - | -
Linux - Ubuntu 16.04 (64-bit) → ubuntu | 16.04 | - | x86_64
RedHatEnterpriseServer 7.6 → rhel | 7.6 | Server | -
RedHatEnterpriseLinux 8 → rhel | 8 | - | -
redhat-7.9 → rhel | 7.9 | - | -
RHEL Server 7.9 → rhel | 7.9 | Server | -
Red Hat Enterprise Linux (RHEL) 7.4 → rhel | 7.4 | - | -
Red Hat Ent Linux 6 → rhel | 6 | - | -
Red Hat EL 7 → rhel | 7 | - | -
RHEL AS 4 → rhel | 4 | AS | -
SUSE Linux Enterprise Server 11 SP3 for VMware → sles | 11 SP3 | - | -
SuSE Linux Enterprise 12 (64-bit) → sles | 12 | - | x86_64
SUSE Linux Enterprise Desktop 15 SP1 → sles | 15 SP1 | Desktop | -
suse-linux-enterprise-server-15 → sles | 15 | - | -
SUSE LINUX 10.1 (X86-64) → opensuse | SUSE Linux 10.1 | SUSE Linux | x86_64
openSUSE 15.3 → opensuse | 15.3 | - | -
Debian 9.13 Stretch → debian | 9.13 | - | -
Debian 8 (64-bit) → debian | 8 | - | x86_64
GNU/Linux Debian → debian | - | - | -
CentOS 7 x64 → centos | 7 | - | x86_64
centos:7.9.2009 → centos | 7.9.2009 | - | -
Amazon Linux → amazon_linux | - | - | -
amazonlinux:2 → amazon_linux | 2 | - | -
Amazon Linux 2 Kernel 5.10 AMI 2.0.20230119.1 x86_64 HVM gp2 → amazon_linux | 2 | - | x86_64
Amazon Linux AMI → amazon_linux | 1 | - | -
Amazon Linux 2 x86_64 → amazon_linux | 2 | - | x86_64
al2023-ami-2023.3.20240131.0-kernel-6.1-arm64 → amazon_linux | 2023 | - | arm64
ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-arm64-server-20230516 → ubuntu | 22.04 | Server | arm64
debian-11-amd64-20220503-998 → debian | 11 | - | x86_64
Fedora release 33 (Thirty Three) → fedora | 33 | - | -
Rocky Linux 9 → rocky | 9 | - | -
Rocky-8-EC2-Base-8.9-20231119.0.x86_64 → rocky | 8.9 | - | x86_64
RedHat:RHEL:8-lvm-gen2:8.9.2023112310 → rhel | 8.9 | - | x86_64
rocky-linux-8 → rocky | 8 | - | -
Alma 8.6 → almalinux | 8.6 | - | -
AlmaLinux → almalinux | - | - | -
Oracle Linux 8.6 (64-bit) → oracle_linux | 8.6 | - | x86_64
Oracle Enterprise Linux 5.8 → oracle_linux | 5.8 | - | -
Oracle Linux Server 6.10 x86_64 → oracle_linux | 6.10 | Server | x86_64
Linux RHEL 8 → rhel | 8 | - | -
Red Hat Enterprise Linux 4/5 (64-bit) → rhel | 4/5 | - | x86_64
18.04-LTS → ubuntu | 18.04 | LTS | -
20_04-lts-gen2 → ubuntu | 20.04 | LTS | -
0001-com-ubuntu-server-focal → ubuntu | 20.04 | Server | -
http://redhat.com/rhel/8.2 → rhel | 8.2 | - | -
architecture='X86' bitness='64' distroName='CentOS Linux' distroVersion='7.9' familyName='Linux' kernelVersion='3.10.0-1160.el7.x86_64' prettyName='CentOS Linux 7 (Core)' → centos | 7.9 | - | x86_64
Linux Kernel 2.6 on Red Hat Enterprise Linux 6 → rhel | 6 | - | -
Linux Kernel 3.10 on CentOS Linux release 7 → centos | 7 | - | -
Ubuntu Linux 18.04 → ubuntu | 18.04 | - | -
Linux Red Hat Enterprise Server 7.9 (3.10.0-1160.el7.x86_64) → rhel | 7.9 | Server | x86_64
Linux Red Hat Enterprise Linux 8.6 (4.18.0-372.9.1.el8.x86_64) → rhel | 8.6 | - | x86_64
Linux SuSE Enterprise Server 12 SP5 (4.12.14-122.37-default) → sles | 12 SP5 | - | -
Linux CentOS 7.9.2009 (3.10.0-1160.el7.x86_64) → centos | 7.9.2009 | - | x86_64
Linux Ubuntu 20.04 (5.4.0-42-generic) → ubuntu | 20.04 | - | -
Linux Oracle Server 7.9 → oracle_linux | 7.9 | Server | -
Linux-3.10.0-1160.el7.x86_64-x86_64-with-redhat-7.9-Maipo → rhel | 7.9 | - | x86_64
Linux-3.10.0-1160.el7.x86_64-x86_64-with-centos-7.9.2009-Core → centos | 7.9.2009 | - | x86_64
Linux-4.15.0-112-generic-x86_64-with-Ubuntu-18.04-bionic → ubuntu | 18.04 | - | x86_64
redhat 7.9 → rhel | 7.9 | - | -
suse 12.5 → sles | 12 SP5 | - | -
amazon 2 → amazon_linux | 2 | - | -
RHEL 7-LVM → rhel | 7 | - | -
SLES 12-SP4-Gen2 → sles | 12 SP4 | - | -
Oracle-Linux 7.8 → oracle_linux | 7.8 | - | -
CentOS 7_9 → centos | 7.9 | - | -
22_04-lts → ubuntu | 22.04 | LTS | -
Linux (Red Hat Enterprise Linux 8.3 (Ootpa)) <X64> → rhel | 8.3 | - | x86_64
NAME="Red Hat Enterprise Linux Server" VERSION="7.9 (Maipo)" ID="rhel" → rhel | 7.9 | Server | -
NAME="CentOS Linux" VERSION="7 (Core)" ID="centos" ID_LIKE="rhel fedora" VERSION_ID="7" → centos | 7 | - | -
NAME="Ubuntu" VERSION="20.04.3 LTS (Focal Fossa)" ID=ubuntu ID_LIKE=debian → ubuntu | 20.04.3 | LTS | -
NAME="Rocky Linux" VERSION="8.6 (Green Obsidian)" ID="rocky" ID_LIKE="rhel centos fedora" → rocky | 8.6 | - | -
NAME="Oracle Linux Server" VERSION="8.6" ID="ol" ID_LIKE="fedora" → oracle_linux | 8.6 | Server | -
NAME="AlmaLinux" VERSION="9.1 (Lime Lynx)" ID="almalinux" ID_LIKE="rhel centos fedora" → almalinux | 9.1 | - | -
NAME="SLES" VERSION="12-SP5" VERSION_ID="12.5" PRETTY_NAME="SUSE Linux Enterprise Server 12 SP5" → sles | 12 SP5 | - | -
NAME="Amazon Linux" VERSION="2" ID="amzn" ID_LIKE="centos rhel fedora" → amazon_linux | 2 | - | -
DISTRIB_ID=Ubuntu DISTRIB_RELEASE=18.04 DISTRIB_CODENAME=bionic → ubuntu | 18.04 | - | -
cpe:/o:redhat:enterprise_linux:7.9:ga:server → rhel | 7.9 | Server | -
cpe:2.3:o:canonical:ubuntu_linux:18.04:*:*:*:lts:*:*:* → ubuntu | 18.04 | LTS | -
cpe:/o:centos:centos:7 → centos | 7 | - | -
cpe:/o:oracle:linux:7:9:server → oracle_linux | 7.9 | Server | -
cpe:/o:novell:suse_linux:11 → sles | 11 | - | -
cpe:/o:debian:debian_linux:10 → debian | 10 | - | -
projects/debian-cloud/global/images/debian-10-buster-v20210817 → debian | 10 | - | -
projects/rhel-cloud/global/images/family/rhel-8 → rhel | 8 | - | -
Red Hat Enterprise Linux 8 (64-Bit) → rhel | 8 | - | x86_64
Red Hat Enterprise Linux 7 (64 bits) → rhel | 7 | - | x86_64
Red Hat Enterprise Linux Client release 5.11 (Tikanga) → rhel | 5.11 | Client | -
Red Hat Enterprise Linux 9.2 (Plow) aarch64 → rhel | 9.2 | - | arm64
Red Hat Enterprise Linux for SAP Solutions 8.4 → rhel | 8.4 | for SAP | -
Red Hat Enterprise Linux for Power, little endian 8 → rhel | 8 | - | ppc64le
RHEL 8 ppc64le → rhel | 8 | - | ppc64le
SLES for SAP 15 SP4 → sles | 15 SP4 | for SAP | -
SUSE Linux Enterprise Server 15 SP4 s390x → sles | 15 SP4 | - | s390x
SUSE Linux Enterprise Server 9 → sles | 9 | - | -
SuSE Linux Enterprise Server 10 SP4 (x86_64) → sles | 10 SP4 | - | x86_64
SUSE Linux Enterprise Server 11.3 → sles | 11 SP3 | - | -
SuSE SLES 11 → sles | 11 | - | -
openSUSE Leap 15.5 (x86_64) → opensuse | 15.5 | Leap | x86_64
Suse Linux 11 → sles | 11 | - | -
Debian GNU/Linux 7.11 (wheezy) → debian | 7.11 | - | -
Debian GNU/Linux 4.0 → debian | 4.0 | - | -
Debian 3.1 → debian | 3.1 | - | -
Debian GNU/Linux trixie/sid → debian | - | - | -
Debian GNU/Linux 12 (bookworm) aarch64 → debian | 12 | - | arm64
Ubuntu 16.04.7 LTS (Xenial Xerus) 64-bit → ubuntu | 16.04.7 | LTS | x86_64
Ubuntu 8.04 → ubuntu | 8.04 | - | -
Ubuntu 23.10 → ubuntu | 23.10 | - | -
Ubuntu Core 20 → ubuntu | 20 | Core | -
Kubuntu 22.04 → ubuntu | 22.04 | - | -
CentOS release 4.8 (Final) → centos | 4.8 | - | -
CentOS Linux 8.5.2111 → centos | 8.5.2111 | - | -
CentOS Linux 8 Stream → centos_stream | 8 | - | -
Centos 5.11 i386 → centos | 5.11 | - | x86
Rocky Linux 9.3 (Blue Onyx) → rocky | 9.3 | - | -
Rocky 8 → rocky | 8 | - | -
Oracle Linux Server release 6.9 → oracle_linux | 6.9 | Server | -
Enterprise Linux Server release 5.11 (Carthage) → oracle_linux | 5.11 | Server | -
Oracle Linux 7 Update 9 → oracle_linux | 7.9 | - | -
Amazon Linux 2 AMI → amazon_linux | 2 | - | -
Amazon Linux 2023 → amazon_linux | 2023 | - | -
Amazon Linux release 2023 (Amazon Linux) → amazon_linux | 2023 | - | -
AL2 → amazon_linux | 2 | - | -
Fedora 38 Server → fedora | 38 | Server | -
Fedora release 7 (Moonshine) → fedora | 7 | - | -
Debian GNU/Linux 11 (64-bit) → debian | 11 | - | x86_64
AlmaLinux (64-bit) → almalinux | - | - | x86_64
Rocky Linux (64-bit) → rocky | - | - | x86_64
Amazon Linux 3 (64-bit) → amazon_linux | 2023 | - | x86_64
Amazon Linux 2023 (64-bit) → amazon_linux | 2023 | - | x86_64
Red Hat Fedora (64-bit) → fedora | - | - | x86_64
Red Hat Enterprise Linux 2.1 → rhel | 2.1 | - | -
SUSE Linux (64-bit) → opensuse | - | SUSE Linux | x86_64
SUSE Linux (32-bit) → opensuse | - | SUSE Linux | x86
SUSE openSUSE (32-bit) → opensuse | - | - | x86
SUSE Linux Enterprise 16 (64-bit) → sles | 16 | - | x86_64
Oracle Linux 9 (64-bit) → oracle_linux | 9 | - | x86_64
Red Hat Enterprise Linux 10 (64-bit) → rhel | 10 | - | x86_64
CentOS 9 (64-bit) → centos_stream | 9 | - | x86_64
CentOS 4/5/6/7/8 (64-bit) → centos | 4/5/6/7/8 | - | x86_64
Red Hat Enterprise Linux 7 → rhel | 7 | - | -
CentOS Linux release 8.4.2105 → centos | 8.4.2105 | - | -
rhel9Guest → rhel | 9 | - | x86
amazonlinux3_64Guest → amazon_linux | 2023 | - | x86_64
rhel11_64Guest → rhel | 11 | - | x86_64
debian14_64Guest → debian | 14 | - | x86_64
Red Hat Enterprise Linux 8.4 (Ootpa) x86_64 → rhel | 8.4 | - | x86_64
RHEL 5.11 i386 → rhel | 5.11 | - | x86
RHEL5 → rhel | 5 | - | -
Linux redhat 6 → rhel | 6 | - | -
Linux Debian 9 → debian | 9 | - | -
Linux CentOS → centos | - | - | -
Linux/Ubuntu → ubuntu | - | - | -
Linux SLES 12 → sles | 12 | - | -
Redhat Linux 7.5 → rhel | 7.5 | - | -
Red Hat → rhel | - | - | -
RHEL → rhel | - | - | -
Suse → sles | - | - | -
Suse 11 SP4 → sles | 11 SP4 | - | -
Suse Linux Enterprise 12 → sles | 12 | - | -
Oracle Linux → oracle_linux | - | - | -
RHEL7.9 → rhel | 7.9 | - | -
CentOS7 → centos | 7 | - | -
Ubuntu18.04 → ubuntu | 18.04 | - | -
ubuntu1804 → ubuntu | 18.04 | - | -
Debian9 → debian | 9 | - | -
SLES12SP4 → sles | 12 SP4 | - | -
sles12sp5 → sles | 12 SP5 | - | -
OEL7 → oracle_linux | 7 | - | -
OL 7.9 → oracle_linux | 7.9 | - | -
oraclelinux8 → oracle_linux | 8 | - | -
OracleLinux8 → oracle_linux | 8 | - | -
Rocky8 → rocky | 8 | - | -
almalinux8 → almalinux | 8 | - | -
Fedora35 → fedora | 35 | - | -
`;

describe('Linux distributions', () => {
  test.each(examplesOf(EXAMPLES))('%s is %s', (raw, expected) =>
    expect(expectation(readOperatingSystem(raw).system)).toBe(expected),
  );
});
