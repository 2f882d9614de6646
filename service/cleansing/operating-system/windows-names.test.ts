import { describe, expect, test } from '@jest/globals';
import { expectation, examplesOf } from '#test/builders/os-examples.ts';
import { readOperatingSystem } from './operating-system.ts';

/** As inventories, hypervisors, clouds and people write them: text → family | version | edition | architecture. */
const EXAMPLES = `
Microsoft Windows 7 旗舰版 → windows_client | 7 | Ultimate | -
Windows 10 企业版 → windows_client | 10 | Enterprise | -
Windows 10 Корпоративная → windows_client | 10 | Enterprise | -
Microsoft Windows Server 2016 标准版 → windows_server | 2016 | Standard | -
Hardware: x86 Family 6 Model 58 Stepping 9 AT/AT COMPATIBLE - Software: Windows 2000 Version 5.1 (Build 2600 Uniprocessor Free) → windows_client | XP | - | x86
Hardware: x86 Family 6 Model 58 - Software: Windows 2000 Version 5.0 (Build 2195 Uniprocessor Free) → windows_server | 2000 | - | x86
SBS 2011 Standard → windows_server | Small Business Server 2011 | Standard | -
Windows (R) Storage Server 2008 Standard Service Pack 2 → windows_server | Storage Server 2008 SP2 | Standard | -
Windows Server 2008 HPC Edition 7601 Service Pack 1 → windows_server | 2008 R2 SP1 | HPC | -
Windows 8.1 Embedded Industry Pro → windows_client | Embedded 8.1 Industry | Pro | -
Windows 7 Home, Premium N Edition → windows_client | 7 | Home Premium N | -
Windows XP Tablet PC Edition → windows_client | XP | Tablet PC | -
Windwos Server 2016 Standard → windows_server | 2016 | Standard | -
Windows 6.1 → windows_server | 2008 R2 or 7 | - | -
Windows Admin Center 2019 → - | - | - | -
Windows 2012 R2 Standard → windows_server | 2012 R2 | Standard | -
Windows 2016 Datacenter → windows_server | 2016 | Datacenter | -
Windows 2019 → windows_server | 2019 | - | -
Windows 10 Enterprise → windows_client | 10 | Enterprise | -
Windows 11 Pro → windows_client | 11 | Pro | -
Microsoft Windows 10 Professionnel → windows_client | 10 | Pro | -
Microsoft Windows 7 Entreprise → windows_client | 7 | Enterprise | -
Microsoft® Windows Server® 2008 Standard → windows_server | 2008 | Standard | -
Microsoft Windows 10 Enterprise LTSC 2019 → windows_client | 10 1809 LTSC | Enterprise LTSC | -
Windows 10 Enterprise 2016 LTSB → windows_client | 10 1607 LTSC | Enterprise LTSB | -
Windows 10 Pro 22H2 → windows_client | 10 22H2 | Pro | -
Windows 10 (1909) → windows_client | 10 1909 | - | -
Windows 10 Version 21H2 for x64-based Systems → windows_client | 10 21H2 | - | x86_64
Windows Server 2012 R2 for x64-based Systems → windows_server | 2012 R2 | - | x86_64
Microsoft Windows 10 Pro 10.0.19045 → windows_client | 10 22H2 | Pro | -
Microsoft Windows 11 Enterprise 10.0.22631 Build 22631 → windows_client | 11 23H2 | Enterprise | -
Microsoft Windows Server 2019 Datacenter 10.0.17763 → windows_server | 2019 | Datacenter | -
Microsoft(R) Windows(R) Server 2003, Enterprise Edition → windows_server | 2003 | Enterprise | -
Microsoft(R) Windows(R) Server 2003 Standard x64 Edition Service Pack 2 → windows_server | 2003 SP2 | Standard | x86_64
Windows Server® 2008 Enterprise without Hyper-V → windows_server | 2008 | Enterprise | -
Windows Server 2008 R2 Enterprise Service Pack 1 → windows_server | 2008 R2 SP1 | Enterprise | -
Windows Server (R) 2008 Standard SP2 → windows_server | 2008 SP2 | Standard | -
Win2k12R2 → windows_server | 2012 R2 | - | -
win2k8 → windows_server | 2008 | - | -
W2K3 → windows_server | 2003 | - | -
Win2008R2 SP1 → windows_server | 2008 R2 SP1 | - | -
WS2019 → windows_server | 2019 | - | -
Windows Svr 2016 Std → windows_server | 2016 | Standard | -
Win 7 Pro → windows_client | 7 | Professional | -
Win10 → windows_client | 10 | - | -
win-2019 → windows_server | 2019 | - | -
Windows2012_64 → windows_server | 2012 | - | x86_64
Windows10_64 → windows_client | 10 | - | x86_64
windows_2019x64 → windows_server | 2019 | - | x86_64
win2k19 → windows_server | 2019 | - | -
Windows Server → windows_server | - | - | -
Microsoft Windows Embedded Standard 7 → windows_client | Embedded Standard 7 | - | -
Windows XP Professional Service Pack 3 → windows_client | XP SP3 | Professional | -
Windows Vista SP2 → windows_client | Vista SP2 | - | -
Windows 8.1 Pro → windows_client | 8.1 | Pro | -
Windows NT 4.0 → windows_server | NT 4.0 | - | -
Windows NT Server 4.0 → windows_server | NT 4.0 | - | -
Microsoft Windows NT 6.1.7601 Service Pack 1 → windows_server | 2008 R2 SP1 or 7 SP1 | - | -
Microsoft Windows NT 10.0.17763.0 → windows_server | 2019 or 10 1809 | - | -
10.0 (17763) → windows_server | 2019 or 10 1809 | - | -
6.1.7601 Service Pack 1 → windows_server | 2008 R2 SP1 or 7 SP1 | - | -
6.3 (9600) → windows_server | 2012 R2 or 8.1 | - | -
Windows Storage Server 2012 R2 Workgroup → windows_server | Storage Server 2012 R2 | Workgroup | -
Windows Small Business Server 2011 Standard → windows_server | Small Business Server 2011 | Standard | -
Windows Web Server 2008 R2 → windows_server | 2008 R2 | Web | -
Windows Server 2022 Datacenter Azure Edition → windows_server | 2022 | Datacenter Azure Edition | -
Windows Server 2022 Datacenter: Azure Edition → windows_server | 2022 | Datacenter Azure Edition | -
2022-datacenter-azure-edition → windows_server | 2022 | Datacenter Azure Edition | x86_64
2019-Datacenter-with-Containers → windows_server | 2019 | Datacenter | x86_64
MicrosoftWindowsServer:WindowsServer:2019-Datacenter:latest → windows_server | 2019 | Datacenter | x86_64
windows-server-2019-dc-v20210914 → windows_server | 2019 | Datacenter | x86_64
windows-server-2016-dc-core-v20210914 → windows_server | 2016 | Datacenter Core | x86_64
Windows Server 2016 Standard (Server Core) → windows_server | 2016 | Standard Core | -
Windows Server 2012 R2 Foundation → windows_server | 2012 R2 | Foundation | -
Windows Server, version 1909 → windows_server | 1909 SAC | - | -
Windows Server 2019 1809 → windows_server | 2019 | - | -
Windows Server 2008 for Itanium-Based Systems → windows_server | 2008 | Itanium | ia64
Windows Server 2016 with SQL Server 2016 Standard → windows_server | 2016 | - | -
Windows Server 2012 R2 Datacenter Edition, 64-bit → windows_server | 2012 R2 | Datacenter | x86_64
Windows 7 Ultimate N → windows_client | 7 | Ultimate | -
Microsoft Windows 7 Édition Familiale Premium → windows_client | 7 | Home Premium | -
Microsoft Windows Server 2016 oder höher (64-Bit) → windows_server | 2016 or later | - | x86_64
Microsoft Windows Server 2016 或更高版本 (64 位) → windows_server | 2016 or later | - | x86_64
Microsoft Windows Server 2019 Estándar → windows_server | 2019 | Standard | -
Windows IoT Enterprise 10 → windows_client | 10 | IoT Enterprise | -
Windows 10 IoT Enterprise LTSC 2021 → windows_client | 10 21H2 IoT LTSC | IoT Enterprise LTSC | -
Windows Server 2003 R2 Enterprise x64 Edition SP2 → windows_server | 2003 R2 SP2 | Enterprise | x86_64
Microsoft Windows 2003 Server R2 → windows_server | 2003 R2 | - | -
Windows 2008 Server R2 64bit → windows_server | 2008 R2 | - | x86_64
Windows 2012R2 → windows_server | 2012 R2 | - | -
Windows 10 Enterprise multi-session → windows_client | 10 | Enterprise multi-session | -
Windows 11 22H2 → windows_client | 11 22H2 | - | -
Windows 10.0.19044 → windows_client | 10 21H2 | - | -
Win32 Windows 98 → windows_client | 98 | - | -
microsoft windows 2000 professional → windows_client | 2000 Professional | Professional | -
Windows 2000 Advanced Server → windows_server | 2000 | Advanced Server | -
Windows Server 2012 R2 Std x64 → windows_server | 2012 R2 | Standard | x86_64
Windows Server 2k19 Datacenter → windows_server | 2019 | Datacenter | -
Windows Server 2016 Version 1607 (OS Build 14393.4530) → windows_server | 2016 | - | -
Windows 10 Version 2004 (OS Build 19041.985) → windows_client | 10 2004 | - | -
Microsoft Windows 10 Enterprise 64-bit → windows_client | 10 | Enterprise | x86_64
Microsoft Windows 10 Education → windows_client | 10 | Education | -
Windows 10 Home Single Language → windows_client | 10 | Home Single Language | -
Windows 10 IoT Enterprise → windows_client | 10 | IoT Enterprise | -
Windows 11 Pro for Workstations → windows_client | 11 | Pro for Workstations | -
Windows 11 Home → windows_client | 11 | Home | -
Windows 11 SE → windows_client | 11 | SE | -
Microsoft Windows 10 Pro Education N → windows_client | 10 | Pro Education | -
Windows 8 → windows_client | 8 | - | -
Windows 8 Enterprise x64 → windows_client | 8 | Enterprise | x86_64
Windows Server 2012 (64-bit) → windows_server | 2012 | - | x86_64
Windows Server 2012 R2 (64 bit) → windows_server | 2012 R2 | - | x86_64
Windows Server 2022 Standard Evaluation → windows_server | 2022 | Standard Evaluation | -
Windows Server 2019 Standard (Desktop Experience) → windows_server | 2019 | Standard | -
Windows Server 2019 Datacenter Server Core → windows_server | 2019 | Datacenter Core | -
Windows Server 2025 Datacenter → windows_server | 2025 | Datacenter | -
Microsoft Windows Server 2025 (64-bit) → windows_server | 2025 | - | x86_64
Windows Server 2016 Hyper-V → windows_server | 2016 | - | -
Microsoft Windows Server 2012 R2 Standard 6.3.9600 Build 9600 → windows_server | 2012 R2 | Standard | -
Windows Server 2008 Datacenter Edition Service Pack 2 32-bit → windows_server | 2008 SP2 | Datacenter | x86
Microsoft® Windows Server® 2008 R2 Enterprise  → windows_server | 2008 R2 | Enterprise | -
Microsoft Windows Server 2003 Service Pack 2 → windows_server | 2003 SP2 | - | -
Microsoft Windows 2003 Server Enterprise Edition → windows_server | 2003 | Enterprise | -
Windows 2003 R2 SP2 x86 → windows_server | 2003 R2 SP2 | - | x86
Windows Small Business Server 2003 R2 → windows_server | Small Business Server 2003 R2 | - | -
Windows Essential Business Server 2008 → windows_server | Essential Business Server 2008 | - | -
Windows Home Server 2011 → windows_server | Home Server 2011 | - | -
Windows MultiPoint Server 2012 Premium → windows_server | MultiPoint Server 2012 | Premium | -
Windows HPC Server 2008 R2 → windows_server | HPC Server 2008 R2 | - | -
Windows Server IoT 2019 Standard → windows_server | IoT 2019 | Standard | -
Windows Server 2016 Nano → windows_server | 2016 Nano Server | Nano | -
Windows Server Datacenter 2019 → windows_server | 2019 | Datacenter | -
Server 2016 → windows_server | 2016 | - | -
Server 2012 R2 → windows_server | 2012 R2 | - | -
Windows Srv 2019 DC → windows_server | 2019 | Datacenter | -
Win Server 2016 → windows_server | 2016 | - | -
Win Srv 2012 R2 Std → windows_server | 2012 R2 | Standard | -
WIN2016STD → windows_server | 2016 | Standard | -
W2K16 → windows_server | 2016 | - | -
w2k12 r2 → windows_server | 2012 R2 | - | -
MS Windows 2016 → windows_server | 2016 | - | -
MS Win 2019 Std → windows_server | 2019 | Standard | -
Windows  Server   2016   Standard → windows_server | 2016 | Standard | -
WINDOWS SERVER 2019 DATACENTER → windows_server | 2019 | Datacenter | -
windows-server-2022 → windows_server | 2022 | - | -
windows server core 2019 → windows_server | 2019 | Core | -
Windows 7 Professional 64-bit (6.1, Build 7601) Service Pack 1 → windows_client | 7 SP1 | Professional | x86_64
Windows 10 Pro (10.0.19044.2604) → windows_client | 10 21H2 | Pro | -
Windows 10 Version 22H2 Build 19045.3570 → windows_client | 10 22H2 | - | -
Windows 11 Version 23H2 → windows_client | 11 23H2 | - | -
10.0.19045.3803 → windows_client | 10 22H2 | - | -
Version 10.0.20348.2031 → windows_server | 2022 | - | -
Windows NT 5.2 → windows_server | 2003 or XP | - | -
Windows NT 6.3 → windows_server | 2012 R2 or 8.1 | - | -
Windows NT Workstation 4.0 → windows_client | NT 4.0 Workstation | - | -
Microsoft Windows NT Server 10.0.17763 → windows_server | 2019 | - | -
Microsoft Windows XP → windows_client | XP | - | -
XP Professional SP3 → windows_client | XP SP3 | Professional | -
Windows ME → windows_client | Me | - | -
Windows 95 → windows_client | 95 | - | -
Windows 2016 Server Std 64-bit → windows_server | 2016 | Standard | x86_64
Windows Server 2008R2 Std SP1 x64 → windows_server | 2008 R2 SP1 | Standard | x86_64
Microsoft Windows Server 2016 Standard 64-Bit → windows_server | 2016 | Standard | x86_64
Microsoft Windows Server 2022 Standard x64 Edition → windows_server | 2022 | Standard | x86_64
Windows Server 2019, 64-bit (Build 17763) → windows_server | 2019 | - | x86_64
Windows_Server-2008-R2_SP1-English-64Bit-Base-2019.11.13 → windows_server | 2008 R2 SP1 | - | x86_64
Windows_Server-2019-English-Core-Base-2023.01.11 → windows_server | 2019 | Core | x86_64
Windows_Server-2022-English-Full-Base → windows_server | 2022 | Full | x86_64
Windows_Server-2012-RTM-English-64Bit-Base-2022.12.14 → windows_server | 2012 | RTM | x86_64
2016-datacenter-gensecond → windows_server | 2016 | Datacenter | x86_64
2019-datacenter-core-g2 → windows_server | 2019 | Datacenter Core | x86_64
2012-R2-Datacenter-zhcn → windows_server | 2012 R2 | Datacenter | x86_64
windows-10-20h2-vhd-client-office-prod-stage → windows_client | 10 20H2 | - | -
win11-22h2-ent → windows_client | 11 22H2 | Enterprise | x86_64
win10-21h2-pro → windows_client | 10 21H2 | Pro | x86_64
SQL Server 2019 on Windows Server 2022 → windows_server | 2022 | - | -
http://microsoft.com/win/2k12r2 → windows_server | 2012 R2 | - | -
architecture='X86' bitness='64' buildNumber='17763' distroName='Windows' distroVersion='10.0' familyName='Windows' kernelVersion='17763.1' prettyName='Windows Server 2019, 64-bit (Build 17763.1)' → windows_server | 2019 | - | x86_64
Windows Server 2012 R2 Standard 64 bit Edition → windows_server | 2012 R2 | Standard | x86_64
Windows XP Service Pack 2-3 → windows_client | XP | - | -
Microsoft Windows Server 2016 Standard Build 14393 → windows_server | 2016 | Standard | -
Microsoft Windows 10 Enterprise Build 19041 → windows_client | 10 2004 | Enterprise | -
Microsoft Windows Server 2012 R2 Standard Edition → windows_server | 2012 R2 | Standard | -
Win2016 10.0.14393.5502 (1607) → windows_server | 2016 | - | -
Win2012R2 6.3.9600 → windows_server | 2012 R2 | - | -
Win2008R2 6.1.7601 → windows_server | 2008 R2 SP1 | - | -
Win10 10.0.19045.2965 (22H2) → windows_client | 10 22H2 | - | -
Win2019 10.0.17763.4252 (1809) → windows_server | 2019 | - | -
WinXP 5.1.2600 → windows_client | XP | - | -
WinVista 6.0.6002 → windows_client | Vista SP2 | - | -
Windows 2012 R2 Server → windows_server | 2012 R2 | - | -
Windows 2016 Server → windows_server | 2016 | - | -
Windows SRV01 10.0.17763 Microsoft Windows Server 2019 Standard x64 → windows_server | 2019 | Standard | x86_64
Hardware: Intel64 Family 6 Model 85 Stepping 7 AT/AT COMPATIBLE - Software: Windows Version 6.3 (Build 14393 Multiprocessor Free) → windows_server | 2016 or 10 1607 | - | x86_64
Microsoft Windows Server 2019 Standard|C:\\Windows|\\Device\\Harddisk0\\Partition2 → windows_server | 2019 | Standard | -
10.0.17763 N/A Build 17763 → windows_server | 2019 or 10 1809 | - | -
Windows-10-10.0.17763-SP0 → windows_client | 10 1809 | - | -
Windows-2012ServerR2-6.3.9600-SP0 → windows_server | 2012 R2 | - | -
Windows-2019Server-10.0.17763-SP0 → windows_server | 2019 | - | -
windows 2012 R2 → windows_server | 2012 R2 | - | -
Windows Server 2019 - 64-bit → windows_server | 2019 | - | x86_64
Windows Server 2019 Standard 10.0 <X64> (Build 17763: ) (Hypervisor) → windows_server | 2019 | Standard | x86_64
Windows NT 6.3 <X64> (Build 9600: ) (Hypervisor) → windows_server | 2012 R2 or 8.1 | - | x86_64
Windows Server 2016 Datacenter 6.3 <X64> (Build 14393: ) → windows_server | 2016 | Datacenter | x86_64
cpe:/o:microsoft:windows_server_2016 → windows_server | 2016 | - | -
cpe:/o:microsoft:windows_10:1909 → windows_client | 10 1909 | - | -
cpe:/o:microsoft:windows_server_2008:r2:sp1 → windows_server | 2008 R2 SP1 | - | -
Microsoft Windows Server 2008 R2 Standard Edition, 64-bit Service Pack 1 → windows_server | 2008 R2 SP1 | Standard | x86_64
Microsoft Windows Server 2008 Standard, 32-bit → windows_server | 2008 | Standard | x86
Windows Server 2003 Standard Edition SP2 → windows_server | 2003 SP2 | Standard | -
Windows Server 2003 R2, Standard x64 Edition → windows_server | 2003 R2 | Standard | x86_64
Microsoft Windows Server 2003 R2 Enterprise Edition (64-bit) → windows_server | 2003 R2 | Enterprise | x86_64
Microsoft Windows Server 2003 R2 (32-bit) → windows_server | 2003 R2 | - | x86
Microsoft Windows Vista Business  → windows_client | Vista | Business | -
Microsoft Windows XP Home Edition → windows_client | XP | Home | -
Windows 8.1 Enterprise N → windows_client | 8.1 | Enterprise N | -
Microsoft Windows 8.1 Pro 64-bit → windows_client | 8.1 | Pro | x86_64
Windows 10 Enterprise LTSC → windows_client | 10 | Enterprise LTSC | -
Windows 10 Enterprise 2015 LTSB → windows_client | 10 1507 LTSC | Enterprise LTSB | -
Windows 11 Enterprise LTSC 2024 → windows_client | 11 24H2 LTSC | Enterprise LTSC | -
Microsoft Windows 10 Entreprise LTSC → windows_client | 10 | Enterprise LTSC | -
Windows 11 Professionnel → windows_client | 11 | Pro | -
Microsoft Windows Server 2012 R2 Standard Édition → windows_server | 2012 R2 | Standard | -
Windows Server 2016 Standard – Deutsch → windows_server | 2016 | Standard | -
Windows 10 Famille → windows_client | 10 | Home | -
Microsoft Windows 10 Corporativo → windows_client | 10 | - | -
Windows Server 2012 R2 Padrão → windows_server | 2012 R2 | Standard | -
Windows Server 2016 Hyper-V Core → windows_server | 2016 | Core | -
Windows Server 2022 Datacenter Evaluation → windows_server | 2022 | Datacenter Evaluation | -
Windows Server Standard 2016  → windows_server | 2016 | Standard | -
Windows Server 2019 Std (x64) → windows_server | 2019 | Standard | x86_64
Windows Server 2012R2 Datacenter x64 → windows_server | 2012 R2 | Datacenter | x86_64
Windows Storage Server 2016 Standard → windows_server | Storage Server 2016 | Standard | -
Windows Server 2008 Foundation → windows_server | 2008 | Foundation | -
Windows Server 2012 Essentials → windows_server | 2012 | Essentials | -
Windows Server 2000 → windows_server | 2000 | - | -
Windows 2000 Server SP4 → windows_server | 2000 SP4 | Server | -
Windows 2000 Professional → windows_client | 2000 Professional | Professional | -
Windows NT Server → windows_server | NT 4.0 | - | -
Windows NT 4.0 Server SP6a → windows_server | NT 4.0 | - | -
Windows 98 SE → windows_client | 98 | SE | -
Windows 7 Embedded → windows_client | 7 | - | -
Windows Embedded 8.1 Industry Enterprise → windows_client | Embedded 8.1 Industry | Enterprise | -
Windows 10 IoT Enterprise 2019 LTSC → windows_client | 10 1809 LTSC | IoT Enterprise LTSC | -
Windows Server 20H2 → windows_server | 20H2 SAC | - | -
Windows Server, version 2004 → windows_server | 2004 SAC | - | -
Windows Server 1809 → windows_server | 1809 SAC | - | -
Windows Server 23H2 → windows_server | 23H2 AC | - | -
Windows Server vNext → windows_server | - | - | -
Microsoft Windows 11 (ARM64) → windows_client | 11 | - | arm64
Windows 10 Pro ARM 64-bit → windows_client | 10 | Pro | arm64
Microsoft Windows 98 → windows_client | 98 | - | -
Microsoft Windows 12 (64-bit) → windows_client | 12 | - | x86_64
Microsoft Windows 2000 → windows_server | 2000 | - | -
Microsoft Windows Server 2012 Datacenter Edition (64-bit) → windows_server | 2012 | Datacenter | x86_64
windows2022srv_64Guest → windows_server | 2022 | - | x86_64
win95Guest → windows_client | 95 | - | x86
windows12_64Guest → windows_client | 12 | - | x86_64
Windows Server 2012 Standard x64 → windows_server | 2012 | Standard | x86_64
Windows server 2016 DataCenter edition 64 bit → windows_server | 2016 | Datacenter | x86_64
Microsoft Windows Server 2008 R2 Entreprise SP1 64 bits → windows_server | 2008 R2 SP1 | Enterprise | x86_64
Windows Server 2003 Std → windows_server | 2003 | Standard | -
W2K12R2 → windows_server | 2012 R2 | - | -
W2008R2 → windows_server | 2008 R2 | - | -
Windows 2k8 R2 → windows_server | 2008 R2 | - | -
Win 2012 R2 Std → windows_server | 2012 R2 | Standard | -
Windows Vista Enterprise → windows_client | Vista | Enterprise | -
Windows XP SP3 → windows_client | XP SP3 | - | -
XP → windows_client | XP | - | -
Windows 10 x64 → windows_client | 10 | - | x86_64
Windows 10 Pro N → windows_client | 10 | Pro N | -
Windows10 → windows_client | 10 | - | -
Windows Server2016 → windows_server | 2016 | - | -
WindowsServer2019 → windows_server | 2019 | - | -
Windows_2016 → windows_server | 2016 | - | -
WIN-2012-R2 → windows_server | 2012 R2 | - | -
win2012r2 → windows_server | 2012 R2 | - | -
win2012 → windows_server | 2012 | - | -
`;

describe('Windows', () => {
  test.each(examplesOf(EXAMPLES))('%s is %s', (raw, expected) =>
    expect(expectation(readOperatingSystem(raw).system)).toBe(expected),
  );
});
