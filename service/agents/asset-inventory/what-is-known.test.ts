import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

/** One machine by its serial number, as several imports say it. */
async function importedInTurn(field: string, said: readonly Cell[]) {
  const inventory = new MemoryInventory();
  for (const [at, cell] of said.entries())
    await inventory.import({ id: `imp_${at}`, fields: ['serial_number', field], rows: [['CZ1', cell]] });
  const [asset] = inventory.snapshot();
  return { inventory, asset, raw: asset?.values[field]?.map((value) => value.raw) };
}

describe('a later import', () => {
  test.each<[string, Cell, Cell]>([
    ['operating_system', 'Linux Red Hat 9.2', 'Linux/UNIX'],
    ['operating_system', 'Red Hat Enterprise Linux 9.2', 'Red Hat Enterprise Linux'],
    ['operating_system', 'Red Hat Enterprise Linux 9.2', 'RHEL 9'],
    ['operating_system', 'Windows Server 2016 Datacenter', 'Windows Server 2016'],
    ['operating_system', 'Windows Server 2016', 'Windows Server'],
    ['operating_system', 'Windows Server 2016', 'Windows'],
    ['operating_system', 'Alpine Linux 3.19', 'Linux'],
    ['operating_system', 'CentOS 7.9', 'otherGuest64'],
    ['os_version', '9.2', '9'],
    ['os_version', '15 SP3', '15'],
    ['hostname', 'parappp003', 'ip-10-30-2-80'],
    ['fqdn', 'parappp003.corp.helvia.com', 'ip-10-30-2-80.eu-west-1.compute.internal'],
    ['asset_name', 'parappp003', 'i-0b8357fce350bdfeb'],
    ['asset_name', 'parappp003', '10.30.2.80'],
    ['asset_name', 'parappp003', 'localhost.localdomain'],
  ])('that says less of the %s keeps %s, not %s', async (field, known, less) => {
    expect((await importedInTurn(field, [known, less])).raw).toEqual([known]);
    expect((await importedInTurn(field, [less, known])).raw).toEqual([known]);
  });

  test.each<[string, Cell, Cell]>([
    ['operating_system', 'Red Hat Enterprise Linux 9.2', 'Ubuntu 22.04'],
    ['operating_system', 'Red Hat Enterprise Linux 9.2', 'Red Hat Enterprise Linux 8'],
    ['operating_system', 'Red Hat Enterprise Linux 9.2', 'Ubuntu'],
    ['operating_system', 'Windows Server 2012 R2', 'Windows Server 2012'],
    ['operating_system', 'CentOS 7.9', 'Alpine Linux 3.19'],
    ['operating_system', 'Alpine Linux 3.19', 'CentOS 7.9'],
    ['operating_system', 'Alpine Linux 3.19', 'Cisco NX-OS'],
    ['os_version', '9.2', '10'],
    ['os_version', 'Windows Server 2016', '10.0.17763'],
    ['os_version', '19.2', '1'],
    ['hostname', 'ip-10-30-2-80', 'ip-10-30-2-81'],
    ['hostname', 'srv1', 'srv2'],
    ['asset_name', 'srv1', 'ip-phone-gateway'],
    ['location', 'Paris DC1', 'Paris'],
  ])('that says otherwise of the %s than %s counts: %s', async (field, before, after) => {
    expect((await importedInTurn(field, [before, after])).raw).toEqual([after]);
  });

  test('that is withdrawn leaves no trace, and none of what it would have overruled is lost', async () => {
    const { inventory, raw } = await importedInTurn('operating_system', ['RHEL 9.2', 'Linux/UNIX', 'RHEL 9']);
    expect(raw).toEqual(['RHEL 9.2']);
    await inventory.withdraw({ id: 'imp_0', fields: [], rows: [] });
    expect(inventory.snapshot()[0]?.values['operating_system']?.[0]?.raw).toBe('RHEL 9');
    await inventory.withdraw({ id: 'imp_2', fields: [], rows: [] });
    expect(inventory.snapshot()[0]?.values['operating_system']?.[0]?.raw).toBe('Linux/UNIX');
  });

  test('calls an asset by a name people gave it, where one field has such and another a made one', async () => {
    const inventory = new MemoryInventory();
    await inventory.import({
      id: 'imp',
      fields: ['asset_name', 'hostname'],
      rows: [
        ['i-0b8357fce350bdfeb', 'web01'],
        ['i-0fdfbb957a50ba534', null],
      ],
    });
    expect(inventory.names()).toEqual(['i-0fdfbb957a50ba534', 'web01']);
  });
});

test('of rows of one sheet about an asset the first that says most counts, and what is left is listed', async () => {
  const inventory = new MemoryInventory();
  const { findings } = await inventory.import({
    id: 'imp',
    fields: ['serial_number', 'operating_system'],
    rows: [
      ['CZ1', 'Linux/UNIX'],
      ['CZ1', 'RHEL 9.2'],
      ['CZ1', 'RHEL 9.2'],
      ['CZ1', 'RHEL 9'],
    ],
  });
  expect(inventory.snapshot()[0]?.values['operating_system']?.[0]).toMatchObject({ raw: 'RHEL 9.2', row_number: 2 });
  const overruled = findings?.find(({ code }) => code === 'overruled_value');
  expect(overruled?.cells.map(({ value }) => value)).toEqual(['Linux/UNIX', 'RHEL 9']);
});
