import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';
import type { ConflictDecision } from '../inventory/conflict.ts';

const FIELDS = ['hostname', 'serial_number', 'location'];
const sheet = (id: string, rows: readonly (readonly Cell[])[]): TestSheet => ({ id, fields: FIELDS, rows });

/** Decides on the import's conflict of that row. */
async function decide(
  inventory: MemoryInventory,
  [importId, row]: readonly [string, number],
  decided: Partial<ConflictDecision>,
): Promise<void> {
  const found = inventory.openConflicts(importId).find(({ first_row }) => first_row === row);
  if (found === undefined) throw new Error(`${importId} holds no records from row ${row} on.`);
  await inventory.decide(found, decided);
}

const locationOf = (inventory: MemoryInventory, assetId: string) =>
  inventory.assets.get(assetId)?.values['location']?.map(({ value, decided_by }) => [value, decided_by]);

/** Two conflicts of one import about the asset `web01`: of rows 1 and 2, and of rows 3 and 4. */
const HELD_TWICE: TestSheet = {
  id: 'imp_b',
  fields: [...FIELDS, 'ip_address'],
  rows: [
    ['app01', 'CZ1', 'Ulm', null],
    ['app02', 'CZ1', 'Kiel', null],
    ['web01', null, 'Jena', '10.0.0.1'],
    ['web01', null, 'Gera', '10.0.0.2'],
  ],
};

describe('what was decided on a field', () => {
  test('counts again when the import is withdrawn on whose occasion it was decided anew', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheet('imp_a', [['web01', 'CZ1', 'Bonn']]));
    const [{ _id = '' } = {}] = inventory.snapshot();
    const held = (id: string, location: string): TestSheet =>
      sheet(id, [
        ['web01', 'CZ1', 'Ulm'],
        ['db01', 'CZ1', location],
      ]);
    await inventory.import(held('imp_b', 'Kiel'));
    await decide(inventory, ['imp_b', 1], { asset_id: _id, fields: { location: 2 } });
    await inventory.import(sheet('imp_c', [['web01', 'CZ1', 'Jena']]));
    const before = inventory.snapshot();
    expect(locationOf(inventory, _id)).toEqual([['Kiel', 'Ana']]);
    const last = held('imp_d', 'Trier');
    await inventory.import(last);
    await decide(inventory, ['imp_d', 1], { asset_id: _id, fields: { location: 2 } });
    expect(locationOf(inventory, _id)).toEqual([['Trier', 'Ana']]);
    await inventory.withdraw(last);
    expect(inventory.snapshot()).toEqual(before);
  });

  test('counts though other records of the import joined the asset before', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheet('imp_a', [['web01', 'CZ1', 'Trier']]));
    const [{ _id = '' } = {}] = inventory.snapshot();
    await inventory.import(HELD_TWICE);
    await decide(inventory, ['imp_b', 1], { asset_id: _id, fields: { location: 2 } });
    expect(locationOf(inventory, _id)).toEqual([['Kiel', 'Ana']]);
    await decide(inventory, ['imp_b', 3], { asset_id: _id, fields: { location: 4 } });
    expect(locationOf(inventory, _id)).toEqual([['Gera', 'Ana']]);
  });

  test('stays when more records of the import join the asset without a word on it', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheet('imp_a', [['web01', 'CZ1', 'Trier']]));
    const [{ _id = '' } = {}] = inventory.snapshot();
    await inventory.import(HELD_TWICE);
    await decide(inventory, ['imp_b', 1], { asset_id: _id, fields: { location: 2 } });
    await decide(inventory, ['imp_b', 3], { asset_id: _id });
    expect(locationOf(inventory, _id)).toEqual([['Kiel', 'Ana']]);
  });
});

describe('the value an asset has', () => {
  const known = sheet('imp_a', [['web01', 'CZ1', 'Trier']]);

  test('can be kept when records are merged into it, whatever comes later, until that import is withdrawn', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(known);
    const before = inventory.snapshot();
    const [{ _id = '' } = {}] = before;
    await inventory.import(HELD_TWICE);
    await decide(inventory, ['imp_b', 1], { asset_id: _id, fields: { location: null } });
    expect(locationOf(inventory, _id)).toEqual([['Trier', 'Ana']]);
    expect(inventory.snapshot().map(({ sources }) => sources.length)).toEqual([2]);
    await inventory.import(sheet('imp_c', [['web01', 'CZ1', 'Jena']]));
    expect(locationOf(inventory, _id)).toEqual([['Trier', 'Ana']]);
    await inventory.withdraw(HELD_TWICE);
    expect(locationOf(inventory, _id)).toEqual([['Jena', null]]);
  });

  test('can be one that other records of the import brought', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(known);
    const [{ _id = '' } = {}] = inventory.snapshot();
    await inventory.import(HELD_TWICE);
    await decide(inventory, ['imp_b', 1], { asset_id: _id, fields: { location: 2 } });
    await decide(inventory, ['imp_b', 3], { asset_id: _id, fields: { location: null } });
    expect(locationOf(inventory, _id)).toEqual([['Kiel', 'Ana']]);
  });

  test('cannot be kept where it has none', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheet('imp_a', [['web01', 'CZ1', null]]));
    const [{ _id = '' } = {}] = inventory.snapshot();
    await inventory.import(HELD_TWICE);
    const keeping = decide(inventory, ['imp_b', 1], { asset_id: _id, fields: { location: null } });
    await expect(keeping).rejects.toMatchObject({
      code: 'invalid_request',
      message: expect.stringContaining('web01 has no location to keep') as unknown,
    });
  });
});

describe('held records whose asset went with the withdrawal of its import', () => {
  const known = sheet('imp_a', [['srv1', 'CZ1', 'Bonn']]);
  const held: TestSheet = {
    id: 'imp_b',
    fields: [...FIELDS, 'ip_address'],
    rows: [
      ['srv1', 'CZ1', 'Ulm', null],
      ['srv1', null, 'Kiel', '10.0.0.1'],
      ['srv1', null, 'Jena', '10.0.0.2'],
    ],
  };

  test('can be told apart: the one that belonged to it makes an asset of its own', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(known);
    await inventory.import(held);
    expect([...inventory.conflicts.values()].map(({ things }) => things.map(({ asset_id }) => asset_id))).toEqual([
      [inventory.snapshot()[0]?._id, null, null],
    ]);
    await inventory.withdraw(known);
    await decide(inventory, ['imp_b', 1], { action: 'separate' });
    expect(inventory.snapshot().map(({ values }) => values['location']?.[0]?.value)).toEqual(['Ulm', 'Kiel', 'Jena']);
  });

  test('cannot be merged into it', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(known);
    const [{ _id = '' } = {}] = inventory.snapshot();
    await inventory.import(held);
    await inventory.withdraw(known);
    await expect(decide(inventory, ['imp_b', 1], { asset_id: _id })).rejects.toMatchObject({ code: 'not_found' });
  });
});
