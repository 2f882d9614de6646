import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

type Rows = readonly (readonly Cell[])[];

/** What each of the imports came to, one after the other into one inventory. */
async function importAll(fields: readonly string[], ...imports: readonly Rows[]) {
  const inventory = new MemoryInventory();
  const results: unknown[] = [];
  for (const [index, rows] of imports.entries())
    results.push((await inventory.import({ id: `imp_${index}`, fields, rows })).result);
  return { inventory, results };
}

const values: Record<string, fc.Arbitrary<Cell>> = {
  hostname: fc.constantFrom<Cell>('srv1', 'srv2', 'srv1.a.com', 'srv1.b.com', null),
  asset_name: fc.constantFrom<Cell>('srv1', 'srv2', 'Dell Laptop', null),
  serial_number: fc.constantFrom<Cell>(null, 'CZ1111', 'CZ2222'),
  asset_tag: fc.constantFrom<Cell>(null, 'T1', 'T2', 'T3'),
  asset_id: fc.constantFrom<Cell>(null, '17', '18', 'CI0012345', 'CI0012346'),
  ip_address: fc.constantFrom<Cell>(null, '10.0.0.1', '10.0.0.2'),
  mac_address: fc.constantFrom<Cell>(null, '00:50:56:9a:1b:2c', '00:50:56:9a:1b:2d'),
  purchase_date: fc.constantFrom<Cell>(null, '2020-01-02', '2021-01-02'),
  warranty_expiration: fc.constantFrom<Cell>(null, '2025-01-02', '2026-01-02'),
  is_virtual: fc.constantFrom<Cell>(null, 'Virtual', 'Physical'),
};
const sheets = fc
  .subarray(Object.keys(values), { minLength: 2 })
  .chain((fields) =>
    fc.tuple(
      fc.constant(fields),
      fc.array(fc.tuple(...fields.map((field) => values[field] ?? fc.constant(null))), { minLength: 1, maxLength: 5 }),
    ),
  );

describe('the same sheet again', () => {
  test('creates and changes nothing, however its rows contradict each other', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async ([fields, rows]) => {
        const { results } = await importAll(fields, rows, rows);
        expect(results[1]).toMatchObject({ created: 0, updated: 0 });
      }),
      { numRuns: 400, seed: 20_261_127 },
    );
  });

  test('holds the record that may be either of two things again, and finds those', async () => {
    const rows: Rows = [
      ['CZ1111', 'Virtual'],
      ['CZ1111', null],
      ['CZ1111', 'Physical'],
    ];
    const { inventory, results } = await importAll(['serial_number', 'is_virtual'], rows, rows);
    expect(results).toMatchObject([
      { created: 2, conflict: 1 },
      { created: 0, unchanged: 2, conflict: 1 },
    ]);
    expect(inventory.openConflicts('imp_1')).toMatchObject([
      { row_numbers: [2], candidates: inventory.snapshot().map(({ _id }) => ({ asset_id: _id, row_number: null })) },
    ]);
  });

  test('finds things of one qualified name by their tags where things of another class have those too', async () => {
    const rows: Rows = [
      ['srv1.b.com', 'T2', 'Virtual'],
      ['srv1.b.com', 'T3', 'Physical'],
      ['srv1.b.com', 'T3', 'Virtual'],
      ['srv1.b.com', 'T2', 'Physical'],
    ];
    const { results } = await importAll(['hostname', 'asset_tag', 'is_virtual'], rows, rows);
    expect(results).toMatchObject([
      { created: 4, conflict: 0 },
      { created: 0, unchanged: 4, conflict: 0 },
    ]);
  });

  test('does not ask anew about two of a name and different serial numbers, where one has an address of the other now', async () => {
    const rows: Rows = [
      ['srv1', 'CZ1111', 'T2', '00:50:56:9a:1b:2d'],
      ['srv1.a.com', 'CZ2222', 'T1', '00:50:56:9a:1b:2c'],
      [null, null, 'T2', '00:50:56:9a:1b:2c'],
    ];
    const { results } = await importAll(['hostname', 'serial_number', 'asset_tag', 'mac_address'], rows, rows);
    expect(results).toMatchObject([
      { created: 2, duplicate: 1, conflict: 0 },
      { created: 0, updated: 0, unchanged: 2, conflict: 0 },
    ]);
  });

  test('makes nothing of a record that has only a serial number that names no single thing', async () => {
    const rows: Rows = [
      ['web01', 'CZ1111'],
      ['app01', 'CZ1111'],
      ['db01', 'CZ1111'],
      [null, 'CZ1111'],
    ];
    const { inventory, results } = await importAll(['hostname', 'serial_number'], rows, rows);
    expect(results).toMatchObject([
      { created: 3, unidentified: 1 },
      { created: 0, unchanged: 3, unidentified: 1 },
    ]);
    expect(inventory.names()).toEqual(['app01', 'db01', 'web01']);
  });

  test('finds a record without a name by its tag, beside one that may be either of two things', async () => {
    const rows: Rows = [
      [null, 'T2', '00:50:56:9a:1b:2d'],
      ['srv1', 'T1', '00:50:56:9a:1b:2d'],
      ['srv2', 'T1', '00:50:56:9a:1b:2c'],
      [null, 'T1', '00:50:56:9a:1b:2d'],
    ];
    const { results } = await importAll(['hostname', 'asset_tag', 'mac_address'], rows, rows);
    expect(results).toMatchObject([
      { created: 2, duplicate: 1, conflict: 1 },
      { created: 0, updated: 0, unchanged: 2, conflict: 1 },
    ]);
  });

  test('finds a record without a name by its tag, though others share an id', async () => {
    const rows: Rows = [
      ['srv1', 'T1', '18', null],
      [null, 'T2', null, '00:50:56:9a:1b:2c'],
      ['srv2', null, '18', '00:50:56:9a:1b:2c'],
    ];
    const { results } = await importAll(['hostname', 'asset_tag', 'asset_id', 'mac_address'], rows, rows);
    expect(results).toMatchObject([
      { created: 2, duplicate: 1, conflict: 0 },
      { created: 0, updated: 0, unchanged: 2, conflict: 0 },
    ]);
  });

  test.each([
    ['tags', ['hostname', 'asset_tag'], ['srv1', 'srv1'], ['T1', 'T2']],
    ['tags beside words', ['asset_name', 'asset_tag'], ['Dell Laptop', 'Dell Laptop'], ['T1', 'T2']],
    ['ids that only its system knows', ['application_name', 'asset_id'], ['SAP', 'SAP'], ['17', '18']],
  ])('finds things of one name again by their %s', async (_what, fields, names, ids) => {
    const rows = names.map((name, index): Cell[] => [name, ids[index] ?? null]);
    const { results } = await importAll(fields, rows, [...rows].reverse(), rows.slice(1));
    expect(results).toMatchObject([
      { created: 2, conflict: 0 },
      { created: 0, unchanged: 2, conflict: 0 },
      { created: 0, unchanged: 1, conflict: 0 },
    ]);
  });

  test('finds forty of one name again by their tags, and a new one among them', async () => {
    const rows = Array.from({ length: 40 }, (_, index): Cell[] => ['Dell Laptop', `T${index}`]);
    const more: Cell[][] = [...rows, ['Dell Laptop', 'T40']];
    const { results } = await importAll(['asset_name', 'asset_tag'], rows, more);
    expect(results).toMatchObject([
      { created: 40, conflict: 0 },
      { created: 1, unchanged: 40, conflict: 0 },
    ]);
  });
});

test('two of one name that are told apart are held where the inventory has one that either may be', async () => {
  const fields = ['hostname', 'asset_tag'];
  const told: Rows = [
    ['srv1', 'T1'],
    ['srv1', 'T2'],
  ];
  const { inventory, results } = await importAll(fields, [['srv1', null]], told);
  expect(results[1]).toMatchObject({ created: 0, conflict: 2, conflicts: 1 });
  const [conflict] = [...inventory.conflicts.values()];
  expect(conflict).toMatchObject({ kind: 'name:several', row_numbers: [1, 2] });
  expect(conflict?.candidates).toMatchObject([{ asset_id: inventory.snapshot()[0]?._id }]);
});

test('two records of one serial number and class are one thing beside a third that may be that or another', async () => {
  const rows: Rows = [
    ['CZ1111', 'Virtual', '10.0.0.1'],
    ['CZ1111', 'Virtual', null],
    ['CZ1111', null, null],
    ['CZ1111', 'Physical', null],
  ];
  const { inventory, results } = await importAll(['serial_number', 'is_virtual', 'ip_address'], rows);
  expect(results).toMatchObject([{ created: 2, duplicate: 1, conflict: 1 }]);
  expect([...inventory.conflicts.values()]).toMatchObject([
    { row_numbers: [3], candidates: [{ row_number: 1 }, { row_number: 4 }] },
  ]);
});

test('what a person told apart for one import is asked about again by the next, unless it is remembered', async () => {
  const fields = ['hostname', 'serial_number'];
  const rows: Rows = [
    ['web01', 'CZ1111'],
    ['db01', 'CZ1111'],
  ];
  const { inventory } = await importAll(fields, rows);
  const [conflict] = inventory.openConflicts('imp_0');
  if (conflict === undefined) throw new Error('Nothing is held.');
  await inventory.decide(conflict, { action: 'separate' });
  const again = async (id: string) => (await inventory.import({ id, fields, rows })).result;
  expect(await again('imp_1')).toMatchObject({ created: 0, updated: 0, conflict: 2 });
  const decision = inventory.conflicts.get(conflict.conflict_id)?.decision;
  if (decision) await inventory.remember(conflict.signature, decision);
  expect(await again('imp_2')).toMatchObject({ created: 0, updated: 0, unchanged: 2, conflict: 0 });
});
