import { describe, expect, test } from '@jest/globals';
import { expectation, examplesOf } from './os-examples.ts';
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
win10-21h2-entn-ltsc-g2 → windows_client | 10 21H2 LTSC | Enterprise N LTSC | -
Microsoft Windows 11 Famille unilingue → windows_client | 11 | Home Single Language | -
Microsoft Windows 11 Professionnel pour les Stations de travail → windows_client | 11 | Pro for Workstations | -
Майкрософт Windows 10 Для образовательных учреждений → windows_client | 10 | Education | -
Microsoft Windows 10 教育版 → windows_client | 10 | Education | -
Microsoft Windows 10 Éducation N → windows_client | 10 | Education N | -
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
`;

/** A system's name within another name, and products that carry the name of a maker of systems. */
const OUTSIDE = `
TencentOS Server 3.1 (Final) → - | - | - | -
Red Hat JBoss EAP 7.4 → - | - | - | -
SUSE Manager 4.3 → - | - | - | -
architecture='X86' bitness='64' distroName='VMware Photon OS' distroVersion='3.0' → - | - | - | x86_64
Windows Server Backup → - | - | - | -
Windows Server CAL 2019 → - | - | - | -
`;

describe('systems as further sources name them', () => {
  test.each(examplesOf([CONFIGURATION_FILES, WINDOWS, LINUX_AND_UNIX, OUTSIDE].join('\n')))(
    '%s is %s',
    (raw, expected) => expect(expectation(readOperatingSystem(raw).system)).toBe(expected),
  );
});
