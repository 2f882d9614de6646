import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/suggested-mappings.ts';
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
