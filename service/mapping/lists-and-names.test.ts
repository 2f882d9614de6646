import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/builders/suggested-mappings.ts';

type Sheet = readonly (readonly [string, readonly Cell[]])[];

const suggestionFor = (header: string, samples: readonly Cell[] = []) => suggest([[header, samples]])[0];
const fieldsOf = (sheet: Sheet): Record<string, string | null> =>
  Object.fromEntries(suggest(sheet).map((one) => [one.sourceField, one.targetField]));

describe('lists of servers', () => {
  const servers = ['srv01; srv02', 'srv03', 'srv04; srv05; srv06'];
  test.each([
    ['Servers', 'Application name'],
    ['Serveurs', 'Nom de l’application'],
    ['Servidores', 'Nombre de la aplicación'],
    ['Server', 'Anwendungsname'],
    ['Server list', 'App name'],
  ])('%s are what applications run on', (header, name) => {
    const sheet: Sheet = [
      [name, ['Payroll', 'Billing', 'CRM']],
      ['Criticality', ['High', 'Low', 'High']],
      [header, servers],
    ];
    expect(fieldsOf(sheet)).toMatchObject({ [header]: 'host_server' });
  });

  test('stay the names of the records where each row has one of its own', () => {
    const sheet: Sheet = [
      ['Servers', ['srv01', 'srv02', 'srv03']],
      ['Application name', ['Payroll', 'Billing', 'CRM']],
      ['OS', ['RHEL 8', 'RHEL 9', 'Windows Server 2019']],
      ['Owner', ['Ann Lee', 'Bo Ek', 'Cy Fox']],
    ];
    expect(fieldsOf(sheet)).toMatchObject({ Servers: 'asset_name' });
  });

  test.each([
    'Connected servers',
    'Serveurs connectés',
    'Servidores conectados',
    'Angeschlossene Server',
    'Attached hosts',
  ])('%s are connected with the record', (header) => {
    expect(suggestionFor(header, servers)?.targetField).toBe('dependencies');
  });
});

describe('names and codes of applications, databases and arrays', () => {
  test.each([
    ['Code appli', 'asset_id'],
    ['Code application', 'asset_id'],
    ['Code der Anwendung', 'asset_id'],
    ['Código de aplicación', 'asset_id'],
    ['Nombre cabina', 'asset_name'],
    ['Nom de la baie de stockage', 'asset_name'],
    ['Nombre de la cabina de almacenamiento', 'asset_name'],
    ['Storage system name', 'asset_name'],
    ['Name des Speichersystems', 'asset_name'],
  ])('%s is %s', (header, field) => {
    expect([header, suggestionFor(header, ['a-01', 'a-02'])?.targetField]).toEqual([header, field]);
  });

  test.each([
    ['Nom de la base', 'SGBD'],
    ['Nombre de la base', 'Motor de base de datos'],
  ])('%s names the record where the engine has its own column', (header, engine) => {
    const sheet: Sheet = [
      [header, ['DB001_PRD', 'DB002_PRD']],
      [engine, ['Oracle Database', 'PostgreSQL']],
      ['Version', ['19c', '15']],
      ['Port', [1521, 5432]],
    ];
    expect(fieldsOf(sheet)).toMatchObject({ [header]: 'asset_name', [engine]: 'database_type' });
  });
});

describe('what a sheet is a list of', () => {
  test('tells who delivered and when from whose it is, where it lists orders', () => {
    const orders: Sheet = [
      ['Inventarnummer', ['2021-0815', '2022-0102']],
      ['Firma', ['Bechtle', 'Rohde & Schwarz']],
      ['Preis', [1_249, 89.5]],
      ['Datum', ['12.04.2021', '13.05.2022']],
      ['Besteller', ['M. Braun', 'K. Schulz']],
    ];
    expect(fieldsOf(orders)).toMatchObject({ Firma: 'vendor', Datum: 'purchase_date' });
  });

  test('tells the software of network hardware from that of a server', () => {
    const versions: Cell[] = ['15.1(4)M9', '16.12.4'];
    expect(fieldsOf([['Software Version', versions]])).toEqual({ 'Software Version': null });
    const hardware: Sheet = [
      ['Name', ['core-sw-01', 'rtr-branch-17']],
      ['Model Name', ['CISCO2811', 'WS-C3850-48T-E']],
      ['Serial Number', ['FTX1416AKXH', 'FOC2042U0F0']],
      ['Software Version', versions],
    ];
    expect(fieldsOf(hardware)).toMatchObject({ 'Software Version': 'os_version' });
  });

  test('tells what an application is for from the role of a server', () => {
    const purposes: Cell[] = ['Elektronische Aktenführung', 'Haushalts- und Kassenwesen'];
    const applications: Sheet = [
      ['Anwendung', ['Dokumentenmanagement', 'Finanzverfahren']],
      ['Zweck', purposes],
      ['Schnittstellen', ['DMS', 'XMeld']],
    ];
    expect(fieldsOf(applications)).toMatchObject({ Zweck: 'description' });
    expect(fieldsOf([['Hostname', ['srv01', 'srv02']], ...applications])).toMatchObject({ Zweck: 'server_role' });
  });

  test('is not a list of databases because servers have one each', () => {
    const servers: Sheet = [
      ['Servername', ['srv1', 'srv2']],
      ['Betriebssystem', ['Windows Server 2019', 'Windows Server 2022']],
      ['Datenbanken', ['MSSQL', 'Oracle']],
    ];
    expect(fieldsOf(servers)).toMatchObject({ Servername: 'asset_name' });
  });

  test("does not take the guests' memory for a host's", () => {
    const hosts: Sheet = [
      ['HostName', ['esx01', 'esx17']],
      ['ESXiVersion', ['6.0.0', '6.5.0']],
      ['MemoryTotalGB', [512, 256]],
      ['VMMemoryAssignedGB', [438, 301]],
    ];
    expect(fieldsOf(hosts)).toMatchObject({ MemoryTotalGB: 'memory_gb', VMMemoryAssignedGB: null });
  });
});

test('a tag that stands first stays a tag, though ids do so more often', () => {
  const sheet: Sheet = [
    ['Asset Tag ID', ['AT-0001', 'AT-0002']],
    ['Description', ['HP ProDesk 600', 'Projector']],
    ['Brand', ['HP', 'BenQ']],
    ['Serial No', ['8CC0121ABC', '8CC0121ABD']],
  ];
  expect(fieldsOf(sheet)).toMatchObject({ 'Asset Tag ID': 'asset_tag' });
});
