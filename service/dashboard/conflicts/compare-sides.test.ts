import { expect, test } from '@jest/globals';
import type { TracedValue } from '#shared/schemas/asset.schema.ts';
import { compareKeys, compareSides, compareValues } from './compare-sides.ts';

const traced = (value: TracedValue['value']): TracedValue => ({
  value,
  raw: '',
  rule: 'text',
  data_import_id: 'imp_1',
  filename: null,
  sheet_name: null,
  row_number: 1,
  column_index: 0,
  source_field: null,
  address: null,
  decided_by: null,
});

test('keys agree, contradict, partly agree, or are said by one side only', () => {
  const compared = compareKeys([
    { keys: ['serial:cz7712', 'hostname:web01', 'ip:10.0.0.1'] },
    { keys: ['serial:cz7712', 'hostname:db01', 'ip:10.0.0.1', 'mac:00:11:22'] },
    { keys: ['serial:cz7712', 'hostname:old', 'ip:10.0.0.9'] },
  ]);
  expect(compared.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['serial', 'agree'],
    ['hostname', 'contradict'],
    ['ip', 'mixed'],
    ['mac', 'alone'],
  ]);
  expect(compared.at(-1)?.values).toEqual([[], ['00:11:22'], []]);
});

test('fields that differ come first, and objects are the same when all their parts are', () => {
  const side = (location: string) => ({
    values: [
      { field: 'cpu_cores', values: [traced(4)] },
      { field: 'location', values: [traced(location)] },
      { field: 'operating_system', values: [traced({ family: 'Debian', version: '12' })] },
    ],
  });
  expect(compareValues([side('Bonn'), side('Ulm')]).map(({ name, verdict }) => [name, verdict])).toEqual([
    ['location', 'contradict'],
    ['cpu_cores', 'agree'],
    ['operating_system', 'agree'],
  ]);
});

test('what is several keys and a field is compared once, with its cell', () => {
  const side = (name: string, domain: string) => ({
    keys: [`serial:cz7712`, `hostname:${name}`, `name:${name}`, `fqdn:${name}.${domain}`],
    values: [
      { field: 'asset_name', values: [traced(name.toUpperCase())] },
      { field: 'fqdn', values: [traced(`${name}.${domain}`)] },
      { field: 'location', values: [traced(domain)] },
    ],
  });
  const { keys, fieldsOfKeys, fields } = compareSides([side('web01', 'ulm'), side('db01', 'bonn')]);
  expect(keys.map(({ name }) => name)).toEqual(['serial']);
  expect(fieldsOfKeys.map(({ name }) => name)).toEqual(['asset_name', 'fqdn']);
  expect(fields.map(({ name }) => name)).toEqual(['location']);
});
