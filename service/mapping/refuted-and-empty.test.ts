import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/builders/suggested-mappings.ts';

const suggestionFor = (header: string, samples: readonly Cell[] = []) => suggest([[header, samples]])[0];
describe('values that refute a name', () => {
  test.each(['Bases de données', 'Databases', 'Datenbanken', 'Bases de datos'])(
    '%s of names are no engines',
    (header) => {
      expect(suggestionFor(header, ['DB001_PRD', 'DB003_PRD', 'DB005_PRD'])?.targetField).not.toBe('database_type');
      expect(suggestionFor(header, ['Oracle 19c', 'MySQL_8', 'mssql-2019'])?.targetField).toBe('database_type');
    },
  );

  test.each(['Données personnelles', 'Personal data', 'Datos personales', 'Personenbezogene Daten'])(
    'a yes or no under %s is never surely a class',
    (header) => {
      expect(suggestionFor(header, ['Non', 'Oui', 'Non'])?.confidence).toBeLessThan(0.8);
    },
  );
});

describe('values of another kind', () => {
  test.each([
    ['Estado', ['Bueno', 'Regular', 'Malo'], 'status'],
    ['Site', ['Default site'], 'location'],
    ['Direction', ['Outgoing', 'Incoming'], 'department'],
    ['PTR', [1, 0], 'fqdn'],
    ['Component Identifier', [1, 1_000, -1], 'asset_id'],
    ['Platform', ['C9300-48P', 'C9500-24Y4C'], 'operating_system'],
    ['Provider Name', ['VMware', 'On Premises'], 'vendor'],
    ['Lifecycle', ['spot'], 'lifecycle_stage'],
    ['Machine Type', ['n2-standard-4', 'e2-medium'], 'asset_type'],
    ['Asset', ['SRV1', 'SRV2'], 'status'],
  ] as [string, Cell[], string][])('refute %s', (header, samples, field) => {
    expect(suggestionFor(header, samples)?.targetField).not.toBe(field);
  });

  test.each([
    ['Estado', ['Activo', 'Retirado'], 'status'],
    ['Site', ['North plant'], 'location'],
    ['Last Report Time', ['Wed, 19 Apr 2023 15:55:23 +0000'], 'last_seen'],
    ['Last connected', ['2026 Jan 12 09:14:22'], 'last_seen'],
    ['Purchase year', [2_021, 2_022], 'purchase_date'],
    ['Subnet Address', ['192.168.128.0', '192.168.144.0'], 'network_segment'],
    ['DB Version', ['12.2.0.1', '19.11'], 'database_type'],
    ['DB product', ['SQL Server 2012', 'SQL Server 2008 R2'], 'database_type'],
    ['ProcessorArchitecture', [5, 9], 'os_architecture'],
    ['active', ['true', 'false'], 'status'],
    ['CPU', ['11th Gen Intel(R) Core(TM) i5-1145G7'], 'cpu_model'],
    ['Inactive', [0, 1], 'status'],
    ['Instance type', ['m5.large', 't3.micro'], 'model'],
  ] as [string, Cell[], string][])('bear out %s', (header, samples, field) => {
    expect(suggestionFor(header, samples)?.targetField).toBe(field);
  });
});

describe('names of databases', () => {
  test.each(['Database name', 'Datenbankname', 'DB instance'])('stay with their field under %s', (header) => {
    expect(suggestionFor(header, ['DB001_PRD', 'DB003_PRD'])?.targetField).toBe('database_type');
  });
});

describe('references to other records', () => {
  test.each([
    'Conectado a (n.º de serie)',
    'Connected to (serial number)',
    'Connected to serial',
    'Connecté à (n° de série)',
    'Raccordé au numéro de série',
    'Verbunden mit (Seriennummer)',
    'Angeschlossen an Seriennr.',
    'Linked to asset tag',
  ])('%s is a dependency', (header) => {
    expect([header, suggestionFor(header, ['FDO1', 'FDO2'])?.targetField]).toEqual([header, 'dependencies']);
  });

  test.each(['Hosted on (serial number)', 'Runs on hostname', 'Läuft auf (Name)', 'Alojado en (nombre)'])(
    '%s is what the record runs on',
    (header) => {
      expect([header, suggestionFor(header, ['esx-01', 'esx-02'])?.targetField]).toEqual([header, 'host_server']);
    },
  );
});

describe('a column without any value', () => {
  const rows: Cell[] = Array.from({ length: 30 }, (_, at) => `srv${at}`);

  test('is never sure, and says so', () => {
    const [, empty] = suggest([
      ['Name', rows],
      ['correlation_id', []],
    ]);
    expect(empty?.targetField).toBe('asset_id');
    expect(empty?.confidence).toBeLessThan(0.9);
    expect(empty?.candidates[0]?.confidence_score).toBeLessThan(0.9);
    expect(empty?.reasons.map(({ text }) => text).join()).toContain('no values');
  });

  test('is as sure as its header where no row was read', () => {
    expect(suggestionFor('correlation_id')?.confidence).toBeGreaterThan(0.9);
  });

  test('never is the one column of a field that another has values for', () => {
    const [empty, filled] = suggest([
      ['Serial Number', rows.map(() => null)],
      ['Serial No.', rows.map((_, at) => `CZ34${at}`)],
    ]);
    expect([empty?.isSecondary, filled?.isSecondary]).toEqual([true, false]);
  });
});
