/** A family of the lifecycle data, and endoflife.date's name of the product its rows come from. */
export interface RefreshedProduct {
  family: string;
  product: string;
  /** How the data calls a release that endoflife.date calls `name`; null for one the data leaves out. */
  versionOf: (name: string) => string | null;
}

const asIs = (name: string): string => name;

const windowsServer = (name: string): string => {
  const words = name.split('-').map((word) => word.toUpperCase());
  const version = words.join(' ');
  return version === '2003' ? '2003 RTM' : version;
};

/** `10-22h2`, `11-24h2-e`, `11-24h2-w`, `10-1809-e-lts`, `11-24h2-iot-lts`, `7-sp1`. */
function windowsClient(name: string): string {
  const [first = '', ...rest] = name.split('-');
  const product = { vista: 'Vista', xp: 'XP', '8.1': '8.1' }[first] ?? first.toUpperCase();
  const release = rest[0]?.toUpperCase();
  const words = rest.slice(1);
  const isLong = words.includes('lts') || words.includes('ltsc');
  const edition = words.includes('iot')
    ? isLong
      ? 'IoT LTSC'
      : 'IoT'
    : isLong
      ? 'LTSC'
      : words.includes('e')
        ? 'Enterprise/Education'
        : words.includes('w')
          ? 'Home/Pro'
          : undefined;
  return [product, release, edition].filter((word) => word !== undefined).join(' ');
}

const sles = (name: string): string => {
  const [major = '', minor] = name.split('.');
  if (Number(major) >= 16 || minor === undefined) return name;
  return minor === '0' ? `${major} GA` : `${major} SP${minor}`;
};

const aix = (name: string): string => name.replace(/^(\d+\.\d+)\.(\d+)$/, '$1 TL$2');

const ENGINES: Readonly<Record<string, string>> = {
  '17.0': '2025',
  '16.0': '2022',
  '15.0': '2019',
  '14.0': '2017',
  '13.0': '2016',
  '12.0': '2014',
  '11.0': '2012',
  '10.50': '2008 R2',
  '10.0': '2008',
  '10.00': '2008',
  '9.0': '2005',
  '9.00': '2005',
  '8.0': '2000',
  '7.0': '7.0',
  '6.50': '6.5',
  '6.0': '6.0',
};
/** Engines that had service packs: without one they are as released. */
const WITH_PACKS = /^(?:9|10|11|12|13)\./;

function sqlServer(name: string): string | null {
  const [engine = '', pack] = name.split('-');
  const year = ENGINES[engine];
  if (year === undefined) return null;
  if (pack !== undefined && pack !== 'r2') return `${year} ${pack.toUpperCase()}`;
  return WITH_PACKS.test(engine) ? `${year} RTM` : year;
}

const vendor =
  (maker: string) =>
  (name: string): string =>
    `${name} (${maker})`;

const product = (family: string, name: string, versionOf: RefreshedProduct['versionOf'] = asIs): RefreshedProduct => ({
  family,
  product: name,
  versionOf,
});

/** Every product that `npm run lifecycle:refresh` asks endoflife.date for. */
export const refreshedProducts: readonly RefreshedProduct[] = [
  product('windows_server', 'windows-server', windowsServer),
  product('windows_client', 'windows', windowsClient),
  product('rhel', 'rhel'),
  product('centos', 'centos'),
  product('centos_stream', 'centos-stream'),
  product('rocky', 'rocky-linux'),
  product('almalinux', 'almalinux'),
  product('oracle_linux', 'oracle-linux'),
  product('sles', 'sles', sles),
  product('opensuse', 'opensuse'),
  product('amazon_linux', 'amazon-linux', (name) => (/^20\d\d\.\d\d$/.test(name) ? `1 (${name})` : name)),
  product('ubuntu', 'ubuntu'),
  product('debian', 'debian'),
  product('fedora', 'fedora'),
  product('freebsd', 'freebsd', (name) => name.replace(/^(?:releng|stable)[/-]/, '')),
  product('macos', 'macos'),
  product('solaris', 'oracle-solaris'),
  product('aix', 'ibm-aix', aix),
  product('vmware_esxi', 'vmware-esxi'),
  product('vcenter', 'vmware-vcenter'),
  product('xenserver', 'xcp-ng', (name) => `XCP-ng ${name}`),
  product('nutanix_aos', 'nutanix-aos'),
  product('sql_server', 'mssqlserver', sqlServer),
  product('oracle_database', 'oracle-database'),
  product('mysql', 'mysql'),
  product('mariadb', 'mariadb'),
  product('postgresql', 'postgresql'),
  product('mongodb', 'mongodb'),
  product('db2', 'ibm-db2'),
  product('redis', 'redis'),
  product('elasticsearch', 'elasticsearch'),
  product('cassandra', 'apache-cassandra'),
  product('apache_httpd', 'apache-http-server'),
  product('nginx', 'nginx'),
  product('tomcat', 'tomcat'),
  product('jboss_eap', 'red-hat-jboss-eap'),
  product('java', 'oracle-jdk'),
  product('java', 'eclipse-temurin', vendor('Eclipse Temurin')),
  product('java', 'amazon-corretto', vendor('Amazon Corretto')),
  product('java', 'red-hat-build-of-openjdk', vendor('Red Hat OpenJDK')),
  product('java', 'openjdk-builds-from-oracle', vendor('Oracle OpenJDK builds')),
  product('dotnet', 'dotnet'),
  product('dotnet_framework', 'dotnetfx'),
  product('nodejs', 'nodejs'),
  product('python', 'python'),
  product('php', 'php'),
];
