import { describe, expect, test } from '@jest/globals';
import type { AssetClass } from '#shared/statuses.ts';
import type { CleansedValue } from '../cleansing/cleansed.ts';
import { createClassifier, isPhysical, type SheetContext } from './classify.ts';

type Values = Readonly<Record<string, NonNullable<CleansedValue>>>;

const classOf = (values: Values, sheet: Partial<SheetContext> = {}) =>
  createClassifier({ sheetName: null, nameHeader: null, ...sheet })((field) => values[field]);

const system = (family: string | null) => ({ family, version: null, edition: null, architecture: null });
const database: Values = { asset_name: 'DB001_PRD', database_type: 'Oracle Database', host_server: 'srv1' };

describe('a record of a database', () => {
  test('is told by an engine and the host it names', () => {
    expect(classOf(database)).toMatchObject({ assetClass: 'database', rule: 'database-engine' });
    expect(classOf(database).reason).toBe('It is said to be Oracle Database and names the host it runs on.');
  });

  test.each(['Microsoft SQL Server', 'PostgreSQL 15', 'MongoDB', 'MariaDB', 'IBM Db2', 'SAP HANA', 'Sybase ASE'])(
    'whose engine is %s',
    (engine) => expect(classOf({ ...database, database_type: engine }).assetClass).toBe('database'),
  );

  test.each<[string, Values, Partial<SheetContext>, AssetClass]>([
    ['a machine that has an engine and its own system', { operating_system: system('rhel') }, {}, 'virtual_machine'],
    ['a machine with cores', { cpu_cores: 4 }, {}, 'virtual_machine'],
    ['a machine with a host name', { hostname: 'srv2' }, {}, 'virtual_machine'],
    ['a machine with an address', { database_type: 'SQL Server 2016', ip_address: '10.0.0.4' }, {}, 'virtual_machine'],
    ['a machine that is switched on', { power_state: 'on' }, {}, 'virtual_machine'],
    ['an application, or a machine of one', { technology_stack: 'Java 8' }, {}, 'unknown'],
    ['an application of several technologies', { technology_stack: ['Oracle 19c', 'Tomcat'] }, {}, 'unknown'],
    ['an application by its name', { application_name: 'db001_prd' }, {}, 'unknown'],
    ['what is no engine', { database_type: 'Production' }, {}, 'virtual_machine'],
    ['an application of a list of such', {}, { sheetName: 'Applications' }, 'application'],
    ['an application by its header', {}, { nameHeader: 'Nom de l’application' }, 'application'],
    ['a machine of a list of such', {}, { sheetName: 'VMs' }, 'virtual_machine'],
    ['what its type says', { asset_type: 'application' }, {}, 'application'],
  ])('is none: %s', (_what, more, sheet, assetClass) =>
    expect(classOf({ ...database, ...more }, sheet).assetClass).toBe(assetClass),
  );
});

test.each<[string, Values, Partial<SheetContext>]>([
  ['the application it serves', { application_name: 'Payroll', business_owner: 'Ana' }, {}],
  ['its release among technologies', { technology_stack: 'Oracle 19c' }, {}],
  ['technologies on a sheet of such', { technology_stack: 'Java 8' }, { sheetName: 'Databases' }],
])('a database may say %s', (_what, more, sheet) =>
  expect(classOf({ ...database, ...more }, sheet).assetClass).toBe('database'),
);

describe('an instance of a cloud', () => {
  test.each([
    'i-0b8357fce350bdfeb',
    'arn:aws:ec2:eu-west-1:123456789012:instance/i-0b8357fce350bdfeb',
    '/subscriptions/7cec89e3/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/az1',
    'projects/p1/zones/europe-west1-b/instances/123',
    'ocid1.instance.oc1.eu-frankfurt-1.abcde',
  ])('is told by its id: %s', (id) =>
    expect(classOf({ asset_id: id })).toMatchObject({ assetClass: 'virtual_machine', rule: 'cloud-resource' }),
  );

  test.each(['m5.large', 'r5.2xlarge', 't3a.micro', 'Standard_D4s_v3', 'n2-standard-4', 'e2-medium'])(
    'is told by its size: %s',
    (model) => expect(classOf({ model })).toMatchObject({ assetClass: 'virtual_machine', rule: 'cloud-resource' }),
  );

  test.each<[Values, AssetClass]>([
    [{ asset_id: 'arn:aws:rds:eu-west-1:123456789012:db:orders' }, 'database'],
    [{ asset_id: '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Sql/servers/s/databases/d' }, 'database'],
    [{ asset_id: 'i-17' }, 'unknown'],
    [{ model: 'X-1000 Gen10' }, 'unknown'],
    [{ model: 'm5.metal' }, 'unknown'],
    [{ model: 'Standard' }, 'unknown'],
    [{ asset_id: 'i-0b8357fce350bdfeb', is_virtual: false }, 'server'],
    [{ asset_id: 'i-0b8357fce350bdfeb', asset_type: 'appliance' }, 'other'],
  ])('%j is %s', (values, assetClass) => expect(classOf(values).assetClass).toBe(assetClass));

  test('that runs Windows is one on whatever sheet', () => {
    const values = { asset_id: 'i-0b8357fce350bdfeb', operating_system: system('windows_server') };
    expect(classOf(values, { sheetName: 'Servers' }).assetClass).toBe('virtual_machine');
  });
});

test.each<[Values]>([
  [{ ...database, asset_id: 'i-0b8357fce350bdfeb' }],
  [{ ...database, model: 'm5.large' }],
  [{ asset_id: 'i-0b8357fce350bdfeb', operating_system: system('vmware_esxi') }],
])('what strong traces say differently stays open, and why: %j', (values) => {
  const told = classOf(values);
  expect(told).toMatchObject({ assetClass: 'unknown', rule: 'traces-disagree' });
  expect(told.reason).toMatch(/^It is said to be .+, but also .+\.$/);
});

describe('the name of a sheet', () => {
  test.each<[string, AssetClass]>([
    ['Bases de données', 'database'],
    ['Bases de datos', 'database'],
    ['Datenbanken', 'database'],
    ['Database instances', 'database'],
    ['Almacenamiento', 'storage'],
    ['Stockage', 'storage'],
    ['Baies de stockage', 'storage'],
    ['Speichersysteme', 'storage'],
    ['Equipos de red', 'network_device'],
    ['Red', 'network_device'],
    ['Équipements réseau', 'network_device'],
    ['Netzwerkgeräte', 'network_device'],
    ['Virtuelle Maschinen', 'virtual_machine'],
    ['Machines virtuelles', 'virtual_machine'],
    ['Máquinas virtuales', 'virtual_machine'],
    ['AWS EC2', 'virtual_machine'],
    ['Aplicaciones', 'application'],
    ['Portefeuille applicatif', 'application'],
    ['Anwendungen', 'application'],
    ['Clústeres', 'cluster'],
    ['Grappes', 'cluster'],
    ['Servidores', 'server'],
    ['Serveurs', 'server'],
    ['Serveurs d’applications', 'server'],
    ['Postes de travail', 'desktop'],
    ['Contenedores', 'container'],
    ['Database Servers', 'server'],
    ['DB Servers', 'server'],
    ['DB-Hosts', 'server'],
    ['Cluster Hosts', 'server'],
    ['ClusterNodes', 'server'],
    ['Container Hosts', 'server'],
    ['Client Servers', 'server'],
    ['Storage Servers', 'server'],
    ['Datenbankserver', 'server'],
    ['Datenbank-Server', 'server'],
    ['Clusterknoten', 'server'],
    ['Anwendungsserver', 'server'],
    ['Serveurs de bases de données', 'server'],
    ['Servidores de base de datos', 'server'],
    ['Nodos del clúster', 'server'],
    ['Server database', 'server'],
    ['Servidores de banco de dados', 'server'],
    ['Virtual Servers', 'virtual_machine'],
    ['SQL Server Databases', 'database'],
    ['Storage Nodes', 'storage'],
    ['SAN', 'storage'],
    ['NAS & SAN', 'storage'],
    ['SAN Arrays', 'storage'],
    ['SAN 2', 'storage'],
    ['San Francisco', 'unknown'],
    ['San Jose DC', 'unknown'],
    ['San Jose Servers', 'server'],
    ['Red Hat', 'unknown'],
    ['Red y almacenamiento', 'unknown'],
    ['Applications & Databases', 'unknown'],
    ['Page 1', 'unknown'],
  ])('%s says that records are of class %s, where nothing else does', (sheetName, assetClass) => {
    const told = classOf({}, { sheetName });
    expect(told.assetClass).toBe(assetClass);
    if (assetClass !== 'unknown') expect(told.reason).toBe(`The sheet is called "${sheetName}".`);
  });

  test('of the servers of something leaves it to the records what servers they are', () => {
    const values = { hostname: 'db01', cpu_cores: 8, operating_system: system('windows_server') };
    expect(classOf(values, { sheetName: 'Database Servers' })).toMatchObject({ rule: 'operating-system' });
    expect(classOf({ hostname: 'db01', host_server: 'esx01' }, { sheetName: 'Datenbankserver' })).toMatchObject({
      assetClass: 'virtual_machine',
    });
  });

  test('of storage or network yields to the system a record runs', () => {
    const values = { operating_system: system('windows_server') };
    expect(classOf(values, { sheetName: 'Almacenamiento' }).assetClass).toBe('server');
    expect(classOf({ operating_system: system(null) }, { sheetName: 'Almacenamiento' }).assetClass).toBe('storage');
  });
});

describe('a sheet that says its machines are physical', () => {
  const machine: Values = { cpu_cores: 16, memory_gb: 64, operating_system: system('windows_server') };

  test.each([
    'Physical',
    'Physical Servers',
    'physical_hosts',
    'Servers (physical)',
    'Bare-metal',
    'Physische Server',
    'Serveurs physiques',
    'Servidores físicos',
    'Server fisici',
  ])('is called %s', (sheetName) =>
    expect(classOf(machine, { sheetName })).toMatchObject({ assetClass: 'server', rule: 'physical-sheet-name' }),
  );

  test.each(['Servers', 'Physical and virtual servers', 'Physical inventory', 'Physical locations', 'VMs'])(
    'is not called %s',
    (sheetName) => expect(classOf(machine, { sheetName }).rule).not.toBe('physical-sheet-name'),
  );

  test.each<[string, Values, string]>([
    ['a machine that names the host it runs on', { host_server: 'esx1' }, 'runs-on-host'],
    ['one that is said to be virtual', { is_virtual: true }, 'is-virtual'],
    ['one of a virtual model', { model: 'VMware7,1' }, 'virtual-model'],
    ['a switch', { asset_type: 'network_device' }, 'asset-type'],
  ])('says nothing of %s', (_what, values, rule) => expect(classOf(values, { sheetName: 'Physical' }).rule).toBe(rule));
});

describe('a model of servers', () => {
  const machine: Values = { cpu_cores: 16, memory_gb: 64, operating_system: system('windows_server') };

  test.each([
    'PowerEdge R740',
    'Dell Inc. PowerEdge R640',
    'HPE ProLiant DL380 Gen10',
    'DL360 G9',
    'ThinkSystem SR650',
    'System x3650 M5',
    'PRIMERGY RX2540 M4',
    'UCSC-C220-M5SX',
    'UCS B200 M4',
  ])('%s is a physical one', (model) =>
    expect(classOf({ ...machine, model })).toMatchObject({ assetClass: 'server', rule: 'physical-model' }),
  );

  test.each([
    'VMware Virtual Platform',
    'IBM,9009-42A',
    'OptiPlex 7090',
    'PowerVault ME4024',
    'Standard_D4s_v3',
    'R740',
  ])('%s is none', (model) => expect(classOf({ ...machine, model }).rule).not.toBe('physical-model'));

  test.each<[string, Values, string]>([
    ['names the host it runs on', { host_server: 'esx1' }, 'runs-on-host'],
    ['is said to be virtual', { is_virtual: true }, 'is-virtual'],
    ['is a switch by its type', { asset_type: 'network_device' }, 'asset-type'],
  ])('says nothing of a record that %s', (_what, values, rule) =>
    expect(classOf({ ...values, model: 'PowerEdge R740' }).rule).toBe(rule),
  );

  test('keeps a machine and a virtual one of the same name apart, and is enough by itself', () => {
    const { assetClass, rule } = classOf({ model: 'PowerEdge R740' });
    expect(isPhysical(assetClass, rule)).toBe(true);
  });
});
