import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { AgentInput } from '../agent.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

const sheet = { fields: ['hostname', 'memory_gb'], units: { memory_gb: 'GB' } };

/** What the second month says of sizes, machine by machine. */
async function secondMonth(sizes: readonly (readonly [before: Cell, after: Cell])[], input: Partial<AgentInput> = {}) {
  const inventory = new MemoryInventory();
  const rows = (at: 0 | 1): Cell[][] => sizes.map((pair, index) => [`srv-${index}`, pair[at]]);
  await inventory.import({ ...sheet, id: 'imp_1', rows: rows(0) });
  const { findings = [] } = await inventory.import(
    { ...sheet, id: 'imp_2', rows: rows(1) },
    { input, partitionRows: 7 },
  );
  return findings.filter(({ code }) => code === 'unit_changed');
}

const times = (count: number, before: number, after: number): [number, number][] =>
  Array.from({ length: count }, () => [before, after]);

describe('sizes that all move by the factor between two units', () => {
  test('are told as an error with the column and its cells', async () => {
    const [finding] = await secondMonth(times(60, 16, 16_384));
    expect(finding).toMatchObject({ severity: 'error', columnIndex: 1, count: 60 });
    expect(finding?.message).toBe(
      'Memory of 60 of 60 assets that were known is 1,024 times what it was. Is the unit right? If not, withdraw this import, correct the unit in the header "memory_gb" or set it with the mappings, and import the sheet again.',
    );
    expect(finding?.cells[0]).toMatchObject({ rowNumber: 1, value: '16384' });
  });

  test('are told before anything is written, with the way back to the mappings', async () => {
    const [finding] = await secondMonth(times(12, 8, 0.007_812_5), { inventoryDecision: 'preview' });
    expect(finding?.message).toBe(
      'Memory of 12 of 12 assets that were known is a 1,024th of what it was. Is the unit right? Nothing is written yet: if not, go back to the mappings and set the unit of "memory_gb", or correct its header and import the sheet again.',
    );
  });

  test('count beside a few that truly changed, and beside many that did not', async () => {
    const [finding] = await secondMonth([...times(20, 4, 4), ...times(11, 16, 16_000), ...times(3, 8, 12)]);
    expect(finding?.message).toContain('11 of 34 assets that were known is 1,000 times');
  });

  test('are no finding when few, when fewer than half of the changes, or when machines only grew', async () => {
    expect(await secondMonth(times(9, 16, 16_384))).toEqual([]);
    expect(await secondMonth([...times(10, 16, 16_384), ...times(11, 8, 12)])).toEqual([]);
    expect(await secondMonth(times(60, 16, 32))).toEqual([]);
  });
});
