import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory } from '#test/inventory.ts';

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
  test('creates nothing, however its rows contradict each other', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async ([fields, rows]) => {
        const { results } = await importAll(fields, rows, rows);
        expect(results[1]).toMatchObject({ created: 0 });
      }),
      { numRuns: 400, seed: 20_261_127 },
    );
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
