import { expect, test } from '@jest/globals';
import type { ConflictSide } from '#shared/schemas/conflict.schema.ts';
import { candidateNames, nameToldApart } from './told-apart.ts';

const side = (assetId: string | null, name: string, fields: Record<string, string>): ConflictSide =>
  ({
    asset_id: assetId,
    row_numbers: [],
    name,
    asset_class: 'server',
    keys: Object.entries(fields).map(([field, text]) => `${field === 'serial_number' ? 'serial' : field}:${text}`),
    values: Object.entries(fields).map(([field, text]) => ({ field, values: [{ value: text }] })),
  }) as unknown as ConflictSide;

const namesToldApart = (sides: readonly ConflictSide[]): string[] => {
  const candidates = sides.map(({ asset_id, name }) => ({ asset_id, name, row_number: null }));
  return sides.flatMap(({ asset_id, name }) =>
    asset_id === null ? [] : [nameToldApart({ asset_id, name }, { candidates, sides: [...sides] })],
  );
};

const sides = [
  side(null, 'srv1', { hostname: 'srv1', ip_address: '10.0.0.1' }),
  side('a1', 'srv1', { hostname: 'srv1', ip_address: '10.0.0.1', serial_number: 'CZ1', location: 'Bonn' }),
  side('a2', 'SRV1', { hostname: 'srv1', ip_address: '10.0.0.1', serial_number: 'CZ2', location: 'Bonn' }),
  side('a3', 'srv2', { hostname: 'srv2', ip_address: '10.0.0.2' }),
];

test('assets of one name are told apart by the first key in which they differ, others by their names', () => {
  expect(namesToldApart(sides)).toEqual(['srv1 (Serial number CZ1)', 'SRV1 (Serial number CZ2)', 'srv2']);
});

test('where no key differs by a value, and where only the other one says something, the end of the id tells', () => {
  const alike = [
    side('ast_0000021', 'srv1', { hostname: 'srv1', location: 'Bonn' }),
    side('ast_0000022', 'srv1', { hostname: 'srv1', location: 'Ulm' }),
    side('ast_0000023', 'srv1', { hostname: 'srv1' }),
  ];
  expect(namesToldApart(alike)).toEqual(['srv1 (Location Bonn)', 'srv1 (Location Ulm)', 'srv1 (…_0000023)']);
});

test('a list names assets of one name once, with how many they are', () => {
  const candidates = [{ name: 'srv1' }, { name: 'srv1' }, { name: 'srv2' }];
  expect(candidateNames(candidates)).toBe('2 assets called srv1, srv2');
});
