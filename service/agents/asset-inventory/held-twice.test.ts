import { expect, test } from '@jest/globals';
import type { ConflictDecision, InventoryConflict } from '../../inventory/conflict.ts';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';

const NAME = 'Test Server';
const machines: TestSheet = {
  id: 'imp_a',
  fields: ['asset_name', 'is_virtual'],
  rows: ['yes', 'yes', 'yes', 'no', 'no', 'no'].map((isVirtual) => [NAME, isVirtual]),
};
const virtualOnly: TestSheet = { ...machines, rows: machines.rows.slice(0, 3) };
/** What services before this one knew a case of machines of that name by. */
const FORMER_SIGNATURE = '659baba7965fd5f8b88a3cffcae0166b';

const decided = (more: Partial<ConflictDecision> = {}): ConflictDecision => ({
  action: 'merge',
  asset_id: null,
  fields: {},
  decided_by: 'Ana',
  decided_at: new Date('2026-02-01'),
  rule_id: null,
  ...more,
});

async function decideOn(
  inventory: MemoryInventory,
  conflict: InventoryConflict | undefined,
  decision: ConflictDecision,
): Promise<void> {
  if (conflict === undefined) throw new Error('Nothing is held.');
  await inventory.decideBefore(conflict, decision);
}

test('two cases of one name are two, and each is decided on its own', async () => {
  const inventory = new MemoryInventory();
  await inventory.import(machines);
  const cases = inventory.openConflicts('imp_a');
  expect(cases.map(({ row_numbers: rows }) => rows)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  await decideOn(inventory, cases[0], decided());
  const { result } = await inventory.import(machines);
  expect(result).toMatchObject({ created: 1, duplicate: 2, conflict: 3 });
});

test('what earlier services remembered is followed where it can only be about one case', async () => {
  const inventory = new MemoryInventory();
  await inventory.remember(FORMER_SIGNATURE, decided());
  expect((await inventory.import(virtualOnly)).result).toMatchObject({ created: 1, duplicate: 2, conflict: 0 });
  const other = new MemoryInventory();
  await other.remember(FORMER_SIGNATURE, decided());
  expect((await other.import(machines)).result).toMatchObject({ created: 0, conflict: 6 });
});

test('a case keeps the signature it was left out by', async () => {
  const inventory = new MemoryInventory();
  await inventory.remember(FORMER_SIGNATURE, decided({ action: 'leave_out' }));
  await inventory.import(virtualOnly);
  expect([...inventory.conflicts.keys()]).toEqual([`imp_a:${FORMER_SIGNATURE}`]);
});

test('cases that nothing but their rows tells apart have signatures of their own', async () => {
  const inventory = new MemoryInventory();
  const fields = ['hostname', 'asset_name', 'is_virtual', 'purchase_date'];
  const rows = [
    ['web01', null, 'yes', '2021-01-01'],
    ['web01', null, 'yes', '2022-01-01'],
    [null, 'web01', 'yes', '2023-01-01'],
    [null, 'web01', 'yes', '2024-01-01'],
  ];
  const sheet = { id: 'imp_a', fields, rows };
  await inventory.import(sheet);
  const cases = inventory.openConflicts('imp_a');
  expect(cases.map(({ row_numbers: of }) => of)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  await decideOn(inventory, cases[0], decided({ action: 'separate' }));
  await decideOn(inventory, cases[1], decided({ action: 'leave_out' }));
  expect((await inventory.import(sheet)).result).toMatchObject({ created: 2, conflict: 2 });
  expect([...inventory.conflicts.keys()]).toEqual(cases.map(({ conflict_id: id }) => id));
});
