import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';

/** Assets after the sheets were imported in turn, and how many rows the last of them left held. */
async function imported(...sheets: readonly Omit<TestSheet, 'id'>[]): Promise<[names: string[], held: number]> {
  const inventory = new MemoryInventory();
  for (const [index, sheet] of sheets.entries()) await inventory.import({ id: `imp_${index}`, ...sheet });
  const held = inventory.openConflicts(`imp_${sheets.length - 1}`).flatMap(({ row_numbers }) => row_numbers);
  return [inventory.names(), held.length];
}

const UUID = '4212a3b4-aaaa-4bbb-8ccc-1234567890ab';
const SYS_ID = '1c741bd70b2322007518478d83673af3';

describe('one machine in two systems', () => {
  const fields = ['hostname', 'asset_id'];
  const list = (id: string) => ({ fields, rows: [['app1', id]] });

  test.each([
    [SYS_ID, UUID],
    ['CI0012345', UUID],
    [SYS_ID, 'CI0012345'],
    ['i-0abc1234def567890', 'CI0012345'],
    [`/subscriptions/${UUID}/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/app1`, 'CI0012345'],
  ])('is one asset, though each gave it an id of another form: %s and %s', async (one, other) => {
    expect(await imported(list(one), list(other))).toEqual([['app1'], 0]);
    expect(await imported(list(one), list(other), list(one), list(other))).toEqual([['app1'], 0]);
  });

  test('is another one where two ids of the same form differ', async () => {
    expect(await imported(list(UUID), list(UUID.replace('4212', '4213')))).toEqual([['app1', 'app1'], 0]);
    expect(await imported(list(SYS_ID), list(UUID), list(SYS_ID.replace('1c', '1d')))).toEqual([['app1', 'app1'], 0]);
  });

  test('is for a person to decide where one sheet gives two forms to one name', async () => {
    const rows = [
      ['app1', SYS_ID],
      ['app1', UUID],
    ];
    expect(await imported({ fields, rows })).toEqual([[], 2]);
  });

  test('has one serial number and one UUID, however they are written', async () => {
    const serials = ['hostname', 'serial_number'];
    const serial = (name: string, text: string) => ({ fields: serials, rows: [[name, text]] });
    expect(await imported(serial('app1', 'ABC-123.XYZ'), serial('app2', 'abc123xyz'))).toEqual([['app2'], 0]);
    const uuids = (name: string, id: string) => ({ fields, rows: [[name, id]] });
    expect(await imported(uuids('app1', `{${UUID.toUpperCase()}}`), uuids('app2', UUID))).toEqual([['app2'], 0]);
  });

  test('is not known by a UUID that firmware gives every machine', async () => {
    for (const id of ['ffffffff-ffff-ffff-ffff-ffffffffffff', '03000200-0400-0500-0006-000700080009'])
      expect(await imported(list(id), { fields, rows: [['app2', id]] })).toEqual([['app1', 'app2'], 0]);
  });

  test('is two where the type of one says physical and that, or the model, of the other virtual', async () => {
    const typed = (type: string) => ({ fields: ['hostname', 'asset_type'], rows: [['app1', type]] });
    expect(await imported(typed('Physical Server'), typed('Virtual Machine'))).toEqual([['app1', 'app1'], 0]);
    expect(await imported(typed('Server'), typed('Virtual Machine'))).toEqual([['app1'], 0]);
    const ofModel = (model: string) => ({ fields: ['hostname', 'model'], rows: [['app1', model]] });
    expect(await imported(typed('Physical Server'), ofModel('VMware7,1'))).toEqual([['app1', 'app1'], 0]);
    expect(await imported(typed('Physical Server'), ofModel('PowerEdge R640'))).toEqual([['app1'], 0]);
  });
});

describe('a row that sums up the others', () => {
  const fields = ['hostname', 'serial_number', 'asset_id', 'cpu_cores'];

  test('is no asset, and listed as what it is', async () => {
    const rows = [
      ['app1', null, null, 4],
      ['Total', null, null, 12],
      ['Gesamt', null, 2, 12],
      ['Total général', null, null, 12],
      ['Berlin Total', null, null, 12],
      ['Sous-total Paris', null, null, { type: 'error', code: '#REF!' }],
    ] satisfies Cell[][];
    const inventory = new MemoryInventory();
    const { findings, result } = await inventory.import({ id: 'imp_a', fields, rows });
    expect(result).toMatchObject({ created: 1, unidentified: 0, not_a_record: 5 });
    const [listed, ...others] = findings ?? [];
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ code: 'subtotal_row', severity: 'info', count: 5 });
    expect(listed?.message).toBe('5 rows sum up others: they are no assets and were left out.');
    expect(listed?.cells.map(({ value }) => value)).toEqual([
      'Total',
      'Gesamt',
      'Total général',
      'Berlin Total',
      'Sous-total Paris',
    ]);
    expect(inventory.names()).toEqual(['app1']);
  });

  test('is none either where it says the headers once more', async () => {
    const rows = [
      ['app1', 'S11111', 'CI0012345', 4],
      ['Hostname', 'Serial_Number', null, 'CPU_cores'],
      ['hostname', 'S22222', null, 8],
    ];
    expect(await imported({ fields, rows })).toEqual([['app1', 'hostname'], 0]);
  });

  test('is an asset where it is known by more than such a word', async () => {
    const rows = [
      ['total', 'CZJ1234567', null, 12],
      ['total01', null, null, 4],
    ];
    expect(await imported({ fields, rows })).toEqual([['total', 'total01'], 0]);
    const named = [
      ['Berlin Total', null, null, null, 12],
      ['Total Commander', null, null, 'Berlin', 12],
      ['Paris Total', null, '10.0.0.1', null, 12],
    ];
    const columns = ['asset_name', 'serial_number', 'ip_address', 'location', 'cpu_cores'];
    expect(await imported({ fields: columns, rows: named })).toEqual([['Paris Total', 'Total Commander'], 0]);
  });
});
