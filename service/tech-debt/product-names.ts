/** How people call the families of the lifecycle data. */
const NAMES: Readonly<Record<string, string>> = {
  windows_server: 'Windows Server',
  windows_client: 'Windows',
  rhel: 'Red Hat Enterprise Linux',
  centos: 'CentOS Linux',
  centos_stream: 'CentOS Stream',
  rocky: 'Rocky Linux',
  almalinux: 'AlmaLinux',
  oracle_linux: 'Oracle Linux',
  sles: 'SUSE Linux Enterprise Server',
  opensuse: 'openSUSE',
  amazon_linux: 'Amazon Linux',
  ubuntu: 'Ubuntu',
  debian: 'Debian',
  fedora: 'Fedora',
  freebsd: 'FreeBSD',
  macos: 'macOS',
  solaris: 'Solaris',
  aix: 'AIX',
  hpux: 'HP-UX',
  vmware_esxi: 'VMware ESXi',
  vcenter: 'VMware vCenter',
  hyperv: 'Hyper-V',
  xenserver: 'XenServer',
  nutanix_aos: 'Nutanix AOS',
  sql_server: 'SQL Server',
  oracle_database: 'Oracle Database',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  postgresql: 'PostgreSQL',
  mongodb: 'MongoDB',
  db2: 'Db2',
  sap_hana: 'SAP HANA',
  sybase_ase: 'SAP ASE',
  redis: 'Redis',
  elasticsearch: 'Elasticsearch',
  cassandra: 'Cassandra',
  iis: 'IIS',
  tomcat: 'Tomcat',
  apache_httpd: 'Apache HTTP Server',
  nginx: 'nginx',
  weblogic: 'WebLogic',
  websphere: 'WebSphere',
  jboss_eap: 'JBoss EAP',
  java: 'Java',
  dotnet_framework: '.NET Framework',
  dotnet: '.NET',
  nodejs: 'Node.js',
  python: 'Python',
  php: 'PHP',
};

/** `Windows Server 2012 R2`, `Windows NT 4.0`; versions that already begin with the name are not named twice. */
export function productName(family: string, version: string | null): string {
  const name = family === 'dotnet' && /^[1-3]\./.test(version ?? '') ? '.NET Core' : (NAMES[family] ?? family);
  if (version === null) return name;
  if (version.startsWith('NT ')) return `Windows ${version}`;
  return version.startsWith(name) ? version : `${name} ${version}`;
}

/** Hypervisors: the machines on them are migrated, they are not. */
export const HYPERVISOR_FAMILIES: ReadonlySet<string> = new Set(['vmware_esxi', 'hyperv', 'xenserver', 'nutanix_aos']);
/** Systems no public cloud runs as they are. */
export const PROPRIETARY_UNIX: ReadonlySet<string> = new Set(['aix', 'hpux', 'solaris']);
