import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

/** What a second import of one machine changes. */
async function changed(field: string, before: Cell, after: Cell): Promise<boolean> {
  const inventory = new MemoryInventory();
  const sheet = { fields: ['serial_number', field] };
  await inventory.import({ ...sheet, id: 'imp_1', rows: [['CZJ8123456', before]] });
  const { result } = await inventory.import({ ...sheet, id: 'imp_2', rows: [['CZJ8123456', after]] });
  expect(result).toMatchObject({ created: 0, missing: 0 });
  return result['updated'] === 1;
}

describe('a value that is only spelled otherwise', () => {
  test.each<[string, Cell, Cell]>([
    ['asset_name', 'print02', 'PRINT02'],
    ['location', 'München', 'Muenchen'],
    ['location', 'MUENCHEN', 'München'],
    ['location', 'Hauptstraße 5', 'Hauptstrasse 5'],
    ['business_owner', 'Jörg Müller', 'Joerg Mueller'],
    ['department', 'human resources', 'Human Resources'],
    ['model', 'PowerEdge R640', 'Power Edge R 640'],
    ['manufacturer', 'DELL', 'Dell'],
    ['cluster', 'CL-Prod', 'cl-prod'],
  ])('is no change: %s %s and %s', async (field, before, after) => {
    expect(await changed(field, before, after)).toBe(false);
  });

  test.each<[string, Cell, Cell]>([
    ['location', 'München', 'Munchen'],
    ['location', 'Aurich', 'Äurich'],
    ['rack_location', 'Row 1 12', 'Row 11 2'],
    ['model', 'PowerEdge R640', 'PowerEdge R640xs'],
    ['description', 'see CASE 12', 'see case 12'],
    ['tags', 'Env', 'env'],
  ])('is one where more differs, or the text is free: %s %s and %s', async (field, before, after) => {
    expect(await changed(field, before, after)).toBe(true);
  });

  test('leaves the spelling that the inventory has, month after month', async () => {
    const inventory = new MemoryInventory();
    const months = ['print02', 'PRINT02', 'Print02', 'PRINT02'];
    for (const [at, name] of months.entries())
      await inventory.import({ id: `imp_${at}`, fields: ['asset_name'], rows: [[name]] });
    expect(inventory.names()).toEqual(['print02']);
  });

  test('is taken over where the import that spelled it first is withdrawn', async () => {
    const inventory = new MemoryInventory();
    const first = { id: 'imp_1', fields: ['asset_name'], rows: [['print02']] };
    await inventory.import(first);
    await inventory.import({ ...first, id: 'imp_2', rows: [['PRINT02']] });
    await inventory.withdraw(first);
    expect(inventory.names()).toEqual(['PRINT02']);
  });
});
