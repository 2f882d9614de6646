import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/builders/suggested-mappings.ts';
import { headerWords } from './header-words.ts';

const fieldOf = (header: string, samples: readonly Cell[] = []): string | null =>
  suggest([[header, samples]])[0]?.targetField ?? null;

describe('how a header is cut into words', () => {
  test.each([
    ['model.display_name', 'model name'],
    ['assigned_to.user_name', 'username'],
    ['ci.name', 'ci name'],
    ['ci.u_backup_policy', 'backup policy'],
    ['cmdb_ci_server.serial_number', 'serial number'],
    ['config.hardware.numCPU', 'number cpu'],
    ['placement.availabilityZone', 'availability zone'],
    ['owner.displayName', 'owner name'],
    ['Number of Processors', 'number processors'],
    ['Number of Logical Processors', 'number logical cpu'],
    ['Date de fin de vie prévue', 'date end life planned'],
    ['Nombre y apellidos', 'name person'],
    ["Prix d'achat HT", 'price purchase'],
    ['RU Pos', 'ru position'],
    ['Betriebskosten p.a.', 'betriebskosten annual'],
    ['Bât.', 'building'],
    ['Fourn.', 'supplier'],
  ])('reads %s as %s', (header, words) => {
    expect(headerWords(header).words.join(' ')).toBe(words);
  });

  test.each([
    ['GLACCOUNT', ['6220-300', '6000-200'], 'cost_center'],
    ['Last Connect Time', ['2024-05-01 10:00:00'], 'last_seen'],
    ['Last Disconnect Time', ['2024-05-01 10:00:00'], null],
    ['Memory Used (%)', [32.4, 71.2], 'memory_utilization_percent'],
    ['VM Used Memory', [41_693, 39_483], null],
    ['Number of Processors', [1, 2], 'cpu_sockets'],
    ['Prix mensuel HT', ['89,99', '54,99'], 'annual_cost'],
    ['DMIA', ['4h', '24h'], 'rto'],
    ['Wiederanlaufzeit', ['4 h', '24 h'], 'rto'],
    ['Nombre y apellidos', ['Ana García', 'Luis Silva'], 'assigned_to'],
    ['Install Country', ['France', 'Switzerland'], 'location'],
    ['Betriebskosten p.a.', ['12.000', '98.000'], 'annual_cost'],
    ['Verknüpfte Objekte', ['S1; N3'], 'dependencies'],
    ['Network Address', ['10.1.2.3', '10.1.2.4'], 'ip_address'],
  ] as [string, Cell[], string | null][])('maps %s to its field', (header, samples, field) => {
    expect(fieldOf(header, samples)).toBe(field);
  });
});

describe('what the other columns of a sheet say', () => {
  const fieldsOf = (sheet: [string, Cell[]][]): (string | null)[] => suggest(sheet).map((one) => one.targetField);

  test('takes the name after a key of the records for their name', () => {
    const sheet: [string, Cell[]][] = [
      ['device_id', [4_711, 4_712]],
      ['name', ['ACME\\LT-04', 'ACME\\SV-45']],
      ['policy', ['Standard', 'VDI']],
      ['os', ['Windows 10', 'Windows 11']],
    ];
    expect(fieldsOf(sheet)[1]).toBe('asset_name');
  });

  test('takes the server of a list of databases for what they run on', () => {
    const server: [string, Cell[]] = ['Server Name', ['sql-prod', 'sql-dev']];
    expect(fieldsOf([['Database Name', ['crm', 'dwh']], server])[1]).toBe('host_server');
    expect(fieldsOf([server, ['Location', ['Bern']]])[0]).toBe('asset_name');
  });

  test('takes a type beside a model for a kind of asset', () => {
    const types: [string, Cell[]] = ['Type', ['uap', 'usw']];
    expect(fieldsOf([['MAC', []], types, ['Model', ['U6-LR', 'USW-24']]])[1]).toBe('asset_type');
    expect(fieldsOf([['MAC', []], types, ['Adapter', ['E1000']]])[1]).toBeNull();
  });

  test('is not sure that an appliance is the asset', () => {
    const [, appliance] = suggest([
      ['Host', ['prn-14', 'ws-30']],
      ['Appliance', ['ct-10', 'ct-11']],
    ]);
    expect(appliance?.confidence ?? 0).toBeLessThan(0.9);
  });
});

describe('who did something', () => {
  test.each([
    ['Ausgegeben von', ['M. Braun', 'K. Schulz'], null],
    ['Ausgegeben an', ['M. Braun', 'K. Schulz'], 'assigned_to'],
    ['Inventarisiert von', ['M. Braun', 'K. Schulz'], null],
    ['Consegnato da', ['M. Rossi', 'L. Bianchi'], null],
    ['Issued to', ['Ana García', 'Luis Silva'], 'assigned_to'],
    ['Betreut von', ['M. Braun', 'K. Schulz'], 'technical_owner'],
    ['Resident on', ['xcp-host-01', 'xcp-host-02'], 'host_server'],
    ['Running on', ['xcp-host-01', 'xcp-host-02'], 'host_server'],
  ] as [string, Cell[], string | null][])('%s is told from whose it is', (header, samples, field) => {
    expect(fieldOf(header, samples)).toBe(field);
  });
});

test.each(['IOPs', 'IOPS', 'iops'])('%s are counted as operations', (header) => {
  expect(fieldOf(header, [112, 940])).toBe('disk_iops');
});

describe('two names on both sides of a stroke', () => {
  test.each([
    ['Machine Name / MAC', ['VM HOST SERVER', '18:B1:69:AA:10:02'], 'mac_address'],
    ['Kst / Lab', ['4711', 'Labor NT'], 'cost_center'],
    ['Standort/Nutzer', ['F1.303 Müller', 'F2.110'], 'location'],
    ['Software/Database Vendor', ['Microsoft', 'Oracle'], 'vendor'],
    ['Physical/Virtual', ['Virtual', 'Physical'], 'is_virtual'],
    ['CPU/RAM', ['4/16', '8/32'], null],
    ['Betriebssystem / Version', ['Windows Server 2019'], 'operating_system'],
  ] as [string, Cell[], string | null][])(
    '%s is read by its sides where each names a field',
    (header, samples, field) => {
      expect(fieldOf(header, samples)).toBe(field);
    },
  );
});

test.each(['Correlativ', 'Hostnmae', 'osquery_version'])('%s, only like a name, is never sure', (header) => {
  expect(suggest([[header, []]])[0]?.confidence).toBeLessThan(0.9);
});

describe('more languages, and relations', () => {
  test.each([
    ['Palvelimen nimi', 'server name'],
    ['Numer seryjny', 'number serial'],
    ['Operační systém', 'os'],
    ['Satın alma tarihi', 'purchase alma date'],
    ['Sist sett', 'last seen'],
    ['Servernamn', 'server name'],
  ])('reads %s of northern and eastern sheets as %s', (header, words) => {
    expect(headerWords(header).words.join(' ')).toBe(words);
  });

  test.each([
    ['Verbunden mit', 'connected to'],
    ['Ospitato su', 'hosted on'],
    ['Dipende da', 'depends on'],
  ])('keeps the relation of %s, which names no key', (header, relation) => {
    expect(headerWords(header).words).toEqual(headerWords(relation).words);
  });
});
