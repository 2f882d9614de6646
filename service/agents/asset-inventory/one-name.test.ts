import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

async function importRows(fields: string, rows: readonly (readonly Cell[])[]) {
  const inventory = new MemoryInventory();
  const { result } = await inventory.import({ id: 'imp', fields: fields.split(' '), rows });
  const { created, duplicate, conflict } = result;
  const kinds = [...inventory.conflicts.values()].map(({ kind }) => kind);
  return { outcome: [created, duplicate, conflict], kinds };
}

const MAC = '00:50:56:00:00:01';
const OTHER_MAC = '00:50:56:00:00:02';

describe('records of one name', () => {
  const fields = 'hostname serial_number ip_address mac_address';

  test('are one machine by a MAC address of their own, whatever IP address it has', async () => {
    const rows = [
      ['srv1', null, '10.0.0.1', MAC],
      ['srv1', 'CZ1', '10.0.9.9', MAC],
    ];
    expect((await importRows(fields, rows)).outcome).toEqual([1, 1, 0]);
    const shared = [...rows, ['srv2', null, '10.0.0.3', MAC]];
    expect(await importRows(fields, shared)).toEqual({ outcome: [1, 0, 2], kinds: ['name:addresses'] });
  });

  test('may have an IPv4 address in one and an IPv6 address in another', async () => {
    const families = await importRows('hostname ip_address', [
      ['srv1', '10.0.0.1'],
      ['srv1', '2001:db8::1'],
    ]);
    expect(families.outcome).toEqual([1, 1, 0]);
    const apart = await importRows('hostname ip_address', [
      ['srv1', '2001:db8::2'],
      ['srv1', '2001:db8::1'],
    ]);
    expect(apart.kinds).toEqual(['name:addresses']);
  });

  test('go with the one whose address they have, though another machine has the name', async () => {
    for (const at of [2, 3]) {
      const record: Cell[] = ['srv1.a.com', null, null, null];
      record[at] = at === 2 ? '10.0.0.1' : MAC;
      const { outcome } = await importRows(fields, [
        ['srv1.a.com', 'CZ1', '10.0.0.1', MAC],
        ['srv1.a.com', 'CZ2', '10.0.0.2', OTHER_MAC],
        record,
      ]);
      expect(outcome).toEqual([2, 1, 0]);
    }
  });

  test('with two serial numbers on one MAC address of their own are held: one may be wrong', async () => {
    const rows = [
      ['srv1', 'CZ1', null, MAC],
      ['srv1', 'CZ2', null, MAC],
    ];
    expect(await importRows(fields, rows)).toEqual({ outcome: [0, 0, 2], kinds: ['name:serial'] });
    const renewed = rows.map(([name, serial], index): Cell[] => [
      name ?? null,
      serial ?? null,
      '10.0.0.1',
      index ? MAC : null,
    ]);
    expect((await importRows(fields, renewed)).outcome).toEqual([2, 0, 0]);
  });

  test('are one though a third is certainly another', async () => {
    const { outcome } = await importRows('hostname asset_tag', [
      ['srv1', 'TAG-1'],
      ['srv1', 'TAG-1'],
      ['srv1', 'TAG-2'],
    ]);
    expect(outcome).toEqual([2, 1, 0]);
  });

  test('are one virtual machine where only its hypervisor speaks of a host', async () => {
    const nested = 'hostname serial_number mac_address is_virtual operating_system';
    const { outcome } = await importRows(nested, [
      ['esx1', 'CZ1', null, null, 'VMware ESXi 7.0'],
      ['esx1', 'CZ1', null, true, 'VMware ESXi 7.0'],
      ['esx2', null, MAC, null, 'VMware ESXi 7.0'],
      ['esx2', null, MAC, true, 'VMware ESXi 7.0'],
      ['esx3', null, null, null, 'VMware ESXi 7.0'],
      ['esx3', null, null, true, 'VMware ESXi 7.0'],
    ]);
    expect(outcome).toEqual([4, 2, 0]);
  });

  test('are two where one has a model of servers, and one virtual machine that is listed with it by its serial number', async () => {
    const { outcome } = await importRows('hostname serial_number model is_virtual', [
      ['app1', 'CZ1', 'PowerEdge R740', null],
      ['app1', 'CZ1', null, true],
      ['app2', null, 'PowerEdge R740', null],
      ['app2', null, null, true],
      ['app3', null, 'PowerEdge R740', null],
      ['app3', null, null, null],
    ]);
    expect(outcome).toEqual([4, 2, 0]);
  });
});

describe('how records of one name were bought', () => {
  const fields = 'hostname ip_address purchase_date warranty_expiration purchase_cost';

  test.each([
    [
      'nothing of it agrees and addresses differ: two machines',
      ['10.0.0.2', '2021-02-03', '2026-02-03', null],
      [2, 0, 0],
    ],
    ['a date is all that could be compared', ['10.0.0.2', '2021-02-03', null, null], [0, 0, 2]],
    ['the date is the same', ['10.0.0.2', '2019-05-06', '2026-02-03', '99 EUR'], [0, 0, 2]],
    ['amounts of two currencies tell nothing', ['10.0.0.2', '2021-02-03', null, '1000 USD'], [0, 0, 2]],
    ['amounts of one currency do', ['10.0.0.2', '2021-02-03', null, '1000 EUR'], [2, 0, 0]],
    ['addresses cannot be compared', [null, '2021-02-03', '2026-02-03', null], [0, 0, 2]],
    ['nothing speaks against one machine', [null, '2019-05-06', '2026-02-03', null], [1, 1, 0]],
  ])('says what they are: %s', async (_what, other, outcome) => {
    const rows = [
      ['srv1', '10.0.0.1', '2019-05-06', '2024-05-06', '1200 EUR'],
      ['srv1', ...other],
    ];
    expect((await importRows(fields, rows)).outcome).toEqual(outcome);
  });

  test('says nothing of an application, whose licences are bought again', async () => {
    const { outcome } = await importRows('asset_name asset_type purchase_date purchase_cost', [
      ['Office', 'Application', '2019-05-06', '1200 EUR'],
      ['Office', 'Application', '2021-02-03', '900 EUR'],
    ]);
    expect(outcome).toEqual([1, 1, 0]);
  });
});

test('what a later row of the same asset says otherwise is listed, and nothing else', async () => {
  const { findings } = await new MemoryInventory().import({
    id: 'imp',
    fields: ['hostname', 'serial_number', 'memory_gb', 'technical_owner', 'location'],
    rows: [
      ['srv1', 'CZ1', '256 GB', 'Ana', null],
      ['srv2', 'CZ2', '64 GB', 'Ana', 'Bonn'],
      ['SRV1', 'CZ1', '512 GB', 'Ana', 'Berlin'],
      ['srv1', 'CZ1', '262144 MB', 'Bob', null],
    ],
  });
  const overruled = (findings ?? []).filter(({ code }) => code === 'overruled_value');
  expect(overruled.map(({ count, cells }) => [count, cells.map(({ rowNumber, value }) => [rowNumber, value])])).toEqual(
    [
      [
        2,
        [
          [3, '512 GB'],
          [4, 'Bob'],
        ],
      ],
    ],
  );
});
