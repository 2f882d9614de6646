import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';

const value = fc.constantFrom<Cell>(null, 'a', 'b', 'c');
const row = fc.tuple(fc.integer({ min: 0, max: 7 }), value, value, value);
const sheets = fc.array(fc.array(row, { maxLength: 8 }), { minLength: 2, maxLength: 4 });

const sheetOf = (index: number, rows: readonly (readonly [number, Cell, Cell, Cell])[]): TestSheet => ({
  id: `imp_${index}`,
  fields: ['hostname', 'serial_number', 'location', 'cluster'],
  rows: rows.map(([name, serial, location, cluster]) => [
    `srv${name}`,
    serial === null ? null : `CZ9${name}${JSON.stringify(serial)}`,
    location,
    cluster,
  ]),
});

describe('withdrawing an import', () => {
  test('leaves every asset as it was before, whatever was imported', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (all) => {
        const inventory = new MemoryInventory();
        const last = all.length - 1;
        for (const [index, rows] of all.slice(0, last).entries()) await inventory.import(sheetOf(index, rows));
        const before = inventory.snapshot();
        const newest = sheetOf(last, all[last] ?? []);
        await inventory.import(newest);
        await inventory.withdraw(newest);
        expect(inventory.snapshot()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('with later imports in between leaves what they would have made without it', async () => {
    const rows: Record<string, [number, Cell, Cell, Cell][]> = {
      first: [[1, null, 'a', null]],
      withdrawn: [
        [1, null, 'b', 'x'],
        [2, null, 'b', null],
      ],
      later: [[1, null, null, 'y']],
    };
    const withIt = new MemoryInventory();
    const without = new MemoryInventory();
    for (const [index, name] of ['first', 'withdrawn', 'later'].entries()) {
      const sheet = sheetOf(index, rows[name] ?? []);
      await withIt.import(sheet);
      if (name === 'withdrawn') await without.import({ ...sheet, rows: [] });
      else await without.import(sheet);
    }
    const output = await withIt.withdraw(sheetOf(1, rows['withdrawn'] ?? []));
    expect(output.result).toEqual({ assets_removed: 1, assets_restored: 1 });
    expect(withIt.snapshot()).toEqual(without.snapshot());
  });

  test('takes back what was decided on its occasion, down to single fields', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheetOf(0, [[1, 'a', 'x', null]]));
    const before = inventory.snapshot();
    const both = sheetOf(1, [
      [2, null, 'y', 'c'],
      [3, null, 'z', 'c'],
    ]);
    const second = { ...both, rows: both.rows.map(([name = null, , ...rest]) => [name, 'CZ91"a"', ...rest]) };
    await inventory.import(second);
    const [conflict] = [...inventory.conflicts.values()];
    const [asset] = before;
    if (conflict === undefined) throw new Error('Nothing is held.');
    await inventory.decideBefore(conflict, {
      action: 'merge',
      asset_id: asset?._id ?? '',
      fields: { location: 2 },
      decided_by: 'Ana',
      decided_at: new Date('2026-02-01'),
      rule_id: null,
    });
    expect((await inventory.import(second)).result).toMatchObject({ updated: 1, duplicate: 1, conflict: 0 });
    const [merged] = inventory.snapshot();
    expect(merged?.values['location']?.[0]).toMatchObject({ value: 'z', row_number: 2, decided_by: 'Ana' });
    await inventory.withdraw(second);
    expect(inventory.snapshot()).toEqual(before);
  });

  test('can be repeated', async () => {
    const inventory = new MemoryInventory();
    const sheet = sheetOf(0, [[1, null, 'a', null]]);
    await inventory.import(sheet);
    await inventory.withdraw(sheet);
    expect((await inventory.withdraw(sheet)).result).toEqual({ assets_removed: 0, assets_restored: 0 });
  });
});
