import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/suggested-mappings.ts';

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
