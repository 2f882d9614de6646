import { describe, expect, test } from '@jest/globals';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';

const FIELDS = ['hostname', 'serial_number', 'ip_address'];
const sheet = (id: string, rows: TestSheet['rows']): TestSheet => ({ id, fields: FIELDS, rows });

/** The import runs again with what was decided on its one conflict, or remembered of it. */
async function runDecided(
  inventory: MemoryInventory,
  held: TestSheet,
  { asset_id = null, isRemembered = false }: { asset_id?: string | null; isRemembered?: boolean },
) {
  const [conflict] = inventory.openConflicts(held.id);
  if (conflict === undefined) throw new Error('Nothing is held.');
  const by = { decided_by: 'Ana', decided_at: new Date('2026-02-01'), rule_id: null };
  const decision = { action: 'merge' as const, asset_id, fields: {}, ...by };
  await (isRemembered ? inventory.remember(conflict.signature, decision) : inventory.decideBefore(conflict, decision));
  return (await inventory.import(held)).result;
}

const importsOf = (inventory: MemoryInventory) =>
  inventory.snapshot().map(({ sources }) => sources.map(({ data_import_id }) => data_import_id));

describe('records that a person merged before the inventory is written', () => {
  const known = sheet('imp_a', [['web01', 'CZ1', null]]);
  const held = sheet('imp_b', [
    ['app01', 'CZ1', null],
    ['app02', 'CZ1', null],
  ]);

  test('become an asset of their own where none was chosen, though there is one they may be', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(known);
    await inventory.import(held);
    expect(await runDecided(inventory, held, {})).toMatchObject({ created: 1, duplicate: 1, conflict: 0 });
    expect(importsOf(inventory).flat().sort()).toEqual(['imp_a', 'imp_b']);
  });

  test('go where a rule sends them, and wait where it does not say to which of several', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(known);
    await inventory.import(held);
    const rule = { isRemembered: true };
    expect(await runDecided(inventory, held, rule)).toMatchObject({ created: 0, updated: 1, conflict: 0 });
    expect(importsOf(inventory)).toEqual([['imp_a', 'imp_b']]);
    const other = new MemoryInventory();
    await other.import(known);
    await other.import(held);
    await runDecided(other, held, {});
    expect(importsOf(other)).toHaveLength(2);
    const again = { ...held, id: 'imp_c' };
    await other.import(again);
    expect(await runDecided(other, again, rule)).toMatchObject({ created: 0, conflict: 2 });
    expect(other.openConflicts('imp_c')).toHaveLength(1);
  });

  test('wait for a person where a rule sends them to an asset that is gone', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(held);
    expect(await runDecided(inventory, held, { isRemembered: true, asset_id: 'ast_gone' })).toMatchObject({
      conflict: 2,
    });
    expect(inventory.openConflicts('imp_b')).toHaveLength(1);
  });

  test('join the asset that was chosen, not the one a serial number of theirs leads to', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(
      sheet('imp_a', [
        ['srv1', null, '10.0.0.1'],
        ['srv1', 'CZ1', '10.0.0.2'],
      ]),
    );
    const [conflict] = inventory.openConflicts('imp_a');
    if (conflict) await inventory.decide(conflict, { action: 'separate' });
    const [chosen, other] = inventory.snapshot();
    const later = sheet('imp_b', [['srv1', 'CZ1', null]]);
    await inventory.import(later);
    expect(inventory.openConflicts('imp_b')).toMatchObject([{ kind: 'name:assets' }]);
    await runDecided(inventory, later, { asset_id: chosen?._id ?? '' });
    expect([chosen, other].map((one) => inventory.assets.get(one?._id ?? '')?.sources.length)).toEqual([2, 1]);
  });

  test('leave behind what else of the sheet belongs to the asset they were not merged into', async () => {
    const inventory = new MemoryInventory();
    const fields = [...FIELDS, 'mac_address'];
    await inventory.import({
      id: 'imp_a',
      fields,
      rows: [
        ['srv1', null, '10.0.0.1', null],
        ['srv1', 'CZ1', '10.0.0.2', '00:50:56:9a:1b:2c'],
      ],
    });
    const [conflict] = inventory.openConflicts('imp_a');
    if (conflict) await inventory.decide(conflict, { action: 'separate' });
    const [chosen, other] = inventory.snapshot().map(({ _id }) => _id);
    const later: TestSheet = {
      id: 'imp_b',
      fields,
      rows: [
        ['srv1', 'CZ1', null, null],
        [null, null, null, '00:50:56:9a:1b:2c'],
      ],
    };
    await inventory.import(later);
    await runDecided(inventory, later, { asset_id: chosen ?? '' });
    const rowsOf = (id = '') =>
      inventory.assets.get(id)?.sources.flatMap((one) => (one.data_import_id === 'imp_b' ? one.row_numbers : []));
    expect([rowsOf(chosen), rowsOf(other)]).toEqual([[1], [2]]);
  });
});
