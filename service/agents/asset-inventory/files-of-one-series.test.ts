import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

const SERIAL = 'CZ12300001X';

/** One machine, as files that are imported in turn list it. @returns its values, by field */
async function imported(...files: readonly (readonly [filename: string, row: Readonly<Record<string, Cell>>])[]) {
  const inventory = new MemoryInventory();
  for (const [at, [filename, row]] of files.entries()) {
    const sheet = { id: `imp_${at}`, filename, sheetName: filename.replace(/\.\w+$/, '') };
    const said = { serial_number: SERIAL, ...row };
    await inventory.import({ ...sheet, fields: Object.keys(said), rows: [Object.values(said)] });
  }
  const [asset, ...others] = inventory.snapshot();
  expect(others).toEqual([]);
  return (field: string) => (asset?.values[field] ?? []).map(({ raw }) => raw);
}

const MONTHS = [
  ['servers_jan26.csv', 'servers_feb26.csv'],
  ['servers.csv', 'servers_neu.csv'],
  ['Servers_2026-01.csv', 'servers 2026-02.csv'],
] as const;
const [old, corrected] = ['a', 'b'].map((digit) => digit.repeat(32));

test.each(MONTHS)('an id of %s gives way to the one of %s', async (january, february) => {
  const valuesOf = await imported([january, { asset_id: old ?? '' }], [february, { asset_id: corrected ?? '' }]);
  expect(valuesOf('asset_id')).toEqual([corrected]);
});

test('ids of two files stay side by side', async () => {
  const valuesOf = await imported(
    ['servers.csv', { asset_id: old ?? '' }],
    ['estate.csv', { asset_id: corrected ?? '' }],
  );
  expect(valuesOf('asset_id')).toEqual([corrected, old]);
});

test.each(MONTHS)('a rename between %s and %s is seen', async (january, february) => {
  const valuesOf = await imported(
    [january, { asset_name: 'srv-1' }],
    ['estate.csv', { hostname: 'srv-1' }],
    [february, { asset_name: 'new-1' }],
  );
  expect([valuesOf('asset_name'), valuesOf('hostname')]).toEqual([['new-1'], []]);
});
