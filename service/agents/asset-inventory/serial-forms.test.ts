import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

const FIELDS = ['asset_name', 'asset_id', 'serial_number', 'cpu_cores'];
const UUID = '4213c2e9-6fd0-86e9-adf0-16082f400442';
const OF_VMWARE = 'VMware-42 13 c2 e9 6f d0 86 e9-ad f0 16 08 2f 40 04 42';

/** Two tools, one after the other, and the first once more: created, updated, held each time. */
async function imported(first: Cell[], second: Cell[]) {
  const inventory = new MemoryInventory();
  const came: unknown[][] = [];
  for (const [at, row] of [first, second, first].entries()) {
    const filename = at === 1 ? 'CMDB.csv' : 'RVTools.csv';
    const { result } = await inventory.import({ id: `imp_${at}`, fields: FIELDS, rows: [row], filename });
    came.push([result.created, result.updated, result.conflict]);
  }
  const serials = inventory.snapshot().map(({ values }) => values['serial_number']?.[0]?.raw);
  return { came, serials };
}

const row = (serial: string, name = 'srv-1', id = UUID): Cell[] => [name, id, serial, 4];

describe('a serial number that two tools write in different forms', () => {
  test.each([
    ['of VMware, and the UUID it is made of', OF_VMWARE, UUID],
    [
      'of VMware, and the UUID with the bytes of its first parts turned',
      OF_VMWARE,
      'E9C21342-D06F-E986-ADF0-16082F400442',
    ],
    ['a UUID and its digits with the bytes of its first parts turned', UUID, 'E9C21342D06FE986ADF016082F400442'],
    ['with what Lenovo prints before it', '1S20XWPF2ABC17', 'PF2ABC17'],
    ['with type and model before it', '1S20XW004TGEPF2ABC17', 'PF2ABC17'],
  ])('is one under one id and name, and keeps the first form: %s', async (_, first, second) => {
    const nothing = [0, 0, 0];
    expect(await imported(row(first), row(second))).toEqual({ came: [[1, 0, 0], nothing, nothing], serials: [first] });
    expect(await imported(row(second), row(first))).toEqual({ came: [[1, 0, 0], nothing, nothing], serials: [second] });
  });

  test('is one on one sheet too', async () => {
    const inventory = new MemoryInventory();
    const { result } = await inventory.import({ id: 'imp', fields: FIELDS, rows: [row(OF_VMWARE), row(UUID)] });
    expect(result).toMatchObject({ created: 1, duplicate: 1, conflict: 0 });
  });

  test('is asked about where more of it differs', async () => {
    const { came } = await imported(row(OF_VMWARE), row('4213c2e9-6fd0-86e9-adf0-16082f400443'));
    expect(came[1]).toEqual([0, 0, 1]);
  });

  test('makes another machine under another name', async () => {
    const { came } = await imported(row(OF_VMWARE), row(UUID, 'clone-1'));
    expect(came[1]).toEqual([1, 0, 0]);
  });
});

test('a serial number that three machines have in other forms is theirs nevertheless', async () => {
  const inventory = new MemoryInventory();
  const rows = ['1S20XWPF2ABC17', '1S20XXPF2ABC17', '1S20XYPF2ABC17', 'PF2ABC17'].map((serial, at): Cell[] => {
    return [`srv-${at}`, null, serial, 4];
  });
  const { result } = await inventory.import({ id: 'imp', fields: FIELDS, rows });
  expect(result).toMatchObject({ created: 4, conflict: 0 });
});

test('a record that has nothing but a serial number of many machines is known by nothing, whatever its form', async () => {
  const inventory = new MemoryInventory();
  const rows = ['srv-1', 'srv-2', 'srv-3', null].map((name): Cell[] => [name, null, OF_VMWARE, 4]);
  const { result } = await inventory.import({ id: 'imp', fields: FIELDS, rows });
  expect(result).toMatchObject({ created: 3, unidentified: 1 });
});
