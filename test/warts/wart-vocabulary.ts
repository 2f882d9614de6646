import type { OperatingSystem } from '#service/cleansing/operating-system/os-reading.ts';

/** What people write for a value of a closed list, written down by hand: the allowed value and its spellings. */
export type Spellings = Readonly<Record<string, readonly string[]>>;

export const environments: Spellings = {
  production: ['Production', 'PROD', 'prd', 'Live', 'Produktion', 'Producción', 'production ', 'PROD-DMZ'],
  test: ['Test', 'TST', 'testing', 'Prueba'],
  development: ['Development', 'DEV', 'Entwicklung', 'Développement', 'devel'],
  staging: ['Staging', 'STG', 'stage'],
  acceptance: ['UAT', 'Acceptance', 'Recette'],
  disaster_recovery: ['DR', 'Disaster Recovery'],
};

export const statuses: Spellings = {
  in_use: ['In Use', 'Active', 'aktiv', 'en service', 'Installed', 'Operational', 'LIVE'],
  in_stock: ['In Stock', 'Spare', 'auf Lager'],
  retired: ['Retired', 'Decommissioned', 'hors service', 'ausgemustert', 'Decom'],
  in_maintenance: ['In Maintenance', 'under repair', 'Wartung'],
};

export const criticalities: Spellings = {
  critical: ['Critical', 'Mission Critical', '1 - critical', 'kritisch', 'Tier 0'],
  high: ['High', 'hoch', '2 - High', 'Élevé'],
  medium: ['Medium', 'moderate', 'mittel', '3 - Moderate'],
  low: ['Low', 'niedrig', 'faible', '4 - low'],
};

export const yesOrNo: Readonly<Record<'true' | 'false', readonly string[]>> = {
  true: ['Yes', 'TRUE', 'ja', 'Oui', 'sí', 'vero', 'Y', 'Virtual', 'VM'],
  false: ['No', 'FALSE', 'nein', 'Non', 'Falso', 'N', 'Physical', 'Bare Metal'],
};

const system = (
  family: string | null,
  version: string | null,
  edition: string | null = null,
  architecture: string | null = null,
): OperatingSystem => ({ family, version, edition, architecture });

/** Operating systems as exports spell them, and what each spelling says. */
export const systemSpellings: readonly (readonly [text: string, says: OperatingSystem])[] = [
  ['Windows Server 2019', system('windows_server', '2019')],
  ['Microsoft Windows Server 2019 Datacenter', system('windows_server', '2019', 'Datacenter')],
  ['WINDOWS SERVER 2016 STANDARD', system('windows_server', '2016', 'Standard')],
  ['Win2012 R2 Std', system('windows_server', '2012 R2', 'Standard')],
  ['Microsoft Windows Server 2008 R2 Standard SP1', system('windows_server', '2008 R2 SP1', 'Standard')],
  ['Windows 10 Enterprise', system('windows_client', '10', 'Enterprise')],
  ['Red Hat Enterprise Linux 8.6', system('rhel', '8.6')],
  ['RHEL 7.9', system('rhel', '7.9')],
  ['Red Hat Enterprise Linux 8 (64-bit)', system('rhel', '8', null, 'x86_64')],
  ['CentOS Linux 7', system('centos', '7')],
  ['Ubuntu 22.04 LTS', system('ubuntu', '22.04', 'LTS')],
  ['ubuntu 20.04', system('ubuntu', '20.04')],
  ['Debian GNU/Linux 12', system('debian', '12')],
  ['SLES 15 SP4', system('sles', '15 SP4')],
  ['SUSE Linux Enterprise Server 12.5', system('sles', '12 SP5')],
  ['Oracle Linux 8.8', system('oracle_linux', '8.8')],
  ['AIX 7.2', system('aix', '7.2')],
  ['Oracle Solaris 11.4', system('solaris', '11.4')],
  ['VMware ESXi 7.0', system('vmware_esxi', '7.0')],
];
