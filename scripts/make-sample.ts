/**
 * Writes samples/northwind-cmdb.xlsx: a made-up company's CMDB with the warts real ones have. Seeded, so that a new run
 * gives the same cells. Nothing in it comes from anybody's data.
 */
import path from 'node:path';
import ExcelJS from 'exceljs';

const SERVERS = 320;
const APPLICATIONS = 90;
const SEED = 20_260_101;

/** mulberry32: small, seeded, good enough for sample data. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = createRandom(SEED);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const chance = (probability: number): boolean => random() < probability;
const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
const day = (): Date => new Date(Date.UTC(between(2014, 2025), between(0, 11), between(1, 28)));

const owners = [
  'Dana Whitfield',
  'Milan Čapek',
  'Renée Dubois',
  'Tomasz Wójcik',
  'Ayşe Yıldız',
  'Priya Raman',
  'João Lemos',
] as const;
const places = [
  ['HAM', 'Hamburg DC1'],
  ['LYS', 'Lyon DC2'],
  ['POZ', 'Poznań Edge'],
] as const;
const systems = [
  'Windows Server 2012 R2 Standard',
  'Microsoft Windows Server 2019 (64-bit)',
  'Windows Server 2022 Datacenter',
  'Red Hat Enterprise Linux 7.9',
  'RHEL 8.6',
  'Ubuntu 20.04.6 LTS',
  'SUSE Linux Enterprise Server 12 SP5',
  'win2k8r2',
] as const;
const makers = [
  ['Dell', 'PowerEdge R740'],
  ['HPE', 'ProLiant DL380 Gen10'],
  ['VMware, Inc.', 'VMware Virtual Platform'],
  ['Lenovo', 'ThinkSystem SR650'],
] as const;
const duties = ['app', 'web', 'db', 'file', 'mail', 'batch'] as const;
const applicationNames = [
  'Order Desk',
  'Ledger',
  'Payroll',
  'Track & Trace',
  'Customer Portal',
  'Price Engine',
  'Data Warehouse',
  'Shop Floor',
  'HR Self Service',
  'Tax Archive',
] as const;

const applications = Array.from({ length: APPLICATIONS }, (_, index) => {
  const round = Math.floor(index / applicationNames.length);
  const name = applicationNames[index % applicationNames.length] ?? '';
  return round === 0
    ? name
    : `${name} ${['EU', 'US', 'APAC', 'Test', 'Legacy', 'Pilot', 'Archive', 'DR'][round - 1] ?? round}`;
});

const serverHeaders = [
  'Server Name',
  'FQDN',
  'IP Address',
  'MAC',
  'Serial No.',
  'Manufacturer',
  'Model',
  'Operating System',
  'vCPUs',
  'RAM (GB)',
  'Storage GB',
  'Environment',
  'Location',
  'Application',
  'Business Owner',
  'Criticality',
  'Go-Live',
  'Last Patched',
  'Monthly Cost',
  'Admin Password',
  'Notes',
];

function serverRow(index: number): ExcelJS.CellValue[] {
  const [site, location] = pick(places);
  const [maker, model] = pick(makers);
  const name = `${site}-${pick(duties)}-${String(index + 1).padStart(3, '0')}`.toUpperCase();
  const memory = pick([4, 8, 16, 32, 64, 128] as const);
  return [
    chance(0.03) ? ` ${name}` : name,
    chance(0.1) ? null : `${name.toLowerCase()}.corp.northwind.example`,
    chance(0.04)
      ? 'DHCP'
      : `10.${between(10, 14)}.${between(0, 31)}.${between(2, 254)}${chance(0.03) ? `; 172.16.0.${between(2, 254)}` : ''}`,
    Array.from({ length: 6 }, () => between(0, 255).toString(16).padStart(2, '0')).join(chance(0.2) ? '-' : ':'),
    chance(0.08)
      ? null
      : `${pick(['CZJ', 'SGH', '7X'] as const)}${between(100_000, 999_999)}${pick(['A', 'K', 'W'] as const)}`,
    chance(0.1) ? maker.toUpperCase() : maker,
    model,
    pick(systems),
    pick([2, 4, 8, 16] as const),
    chance(0.06) ? `${memory} GB` : memory,
    pick([80, 120, 250, 500, 1_000, 2_000] as const),
    pick(['Production', 'PROD', 'prod', 'Test', 'QA', 'Development', 'DR'] as const),
    location,
    chance(0.12) ? null : pick(applications),
    chance(0.18) ? null : pick(owners),
    pick(['High', 'Medium', 'Low', '1 - critical', 'n/a'] as const),
    chance(0.1) ? '03/04/2019' : day(),
    chance(0.25) ? null : day(),
    chance(0.02) ? { error: '#N/A' } : Math.round(random() * 90_000) / 100,
    chance(0.02) ? 'changeme' : null,
    chance(0.15) ? pick(['to be retired', 'moved?\nask Tomasz', '=see ticket 4711', '“golden” image'] as const) : null,
  ];
}

function addServers(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('Servers', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.addRow(['Northwind Traders: server list, exported from the CMDB']);
  sheet.addRow([]);
  sheet.addRow(serverHeaders).font = { bold: true };
  const rows = Array.from({ length: SERVERS }, (_, index) => serverRow(index));
  const doubled = rows[40];
  if (doubled) rows.splice(200, 0, [...doubled]);
  for (const row of rows) sheet.addRow(row);
  sheet.addRow([
    'Total',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    { formula: `SUM(I4:I${rows.length + 3})`, result: rows.reduce((sum, row) => sum + Number(row[8]), 0) },
  ]);
  for (const column of [17, 18]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
  sheet.getColumn(19).numFmt = '#,##0.00 [$€-407]';
  sheet.columns.forEach((column) => (column.width = 18));
  for (const row of [60, 61, 62]) sheet.getRow(row).hidden = true;
}

function addApplications(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('Applications');
  sheet.addRow([
    'App ID',
    'Application Name',
    'Version',
    'Business Unit',
    'Owner',
    'Owner',
    'Criticality',
    'Status',
    'Users',
    'Database',
    '6R',
    '',
  ]);
  for (const [index, name] of applications.entries()) {
    sheet.addRow([
      `APP-${String(index + 1).padStart(4, '0')}`,
      name,
      `${between(1, 12)}.${between(0, 9)}`,
      pick(['Finance', 'Sales', 'Operations', 'Human Resources'] as const),
      pick(owners),
      chance(0.5) ? null : pick(owners),
      pick(['High', 'Medium', 'Low'] as const),
      pick(['In use', 'Active', 'Retired', 'Planned'] as const),
      between(3, 4_000),
      pick(['Oracle 12c', 'SQL Server 2016', 'PostgreSQL 13', 'MySQL 5.7', 'none'] as const),
      chance(0.4) ? null : pick(['Rehost', 'Replatform', 'Retain', 'Retire'] as const),
      null,
    ]);
  }
}

const workbook = new ExcelJS.Workbook();
workbook.creator = 'CMDB Import for Excel';
workbook.created = new Date(Date.UTC(2026, 0, 1));
workbook.modified = workbook.created;
addServers(workbook);
addApplications(workbook);
const file = path.resolve(import.meta.dirname, '../samples/northwind-cmdb.xlsx');
await workbook.xlsx.writeFile(file);
console.log(`Wrote ${file}: ${SERVERS + 1} servers, ${APPLICATIONS} applications.`);
