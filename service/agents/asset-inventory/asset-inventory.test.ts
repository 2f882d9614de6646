import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';
import { agentContract } from '#test/contracts/agent-contract.ts';
import { plannedInput } from '#test/builders/prepared-inputs.ts';
import { assetInventory } from './asset-inventory.agent.ts';

agentContract(assetInventory, { prepare: plannedInput, made: ({ result }) => Number(result['created']) });

let imports = 0;
const sheet = (fields: string, rows: readonly (readonly Cell[])[], more: Partial<TestSheet> = {}): TestSheet => {
  imports += 1;
  return { id: `imp_${imports}`, fields: fields.split(' '), rows, ...more };
};

describe('records of one sheet', () => {
  test('are one asset where name and case say so, and the later ones fill in what the first leaves out', async () => {
    const inventory = new MemoryInventory();
    const output = await inventory.import(
      sheet('hostname environment location', [
        ['SRV1', 'Production', null],
        ['srv1 ', null, 'Frankfurt'],
        ['srv2', 'Test', 'Bonn'],
      ]),
    );
    expect(output.result).toMatchObject({ created: 2, duplicate: 1, conflict: 0, unidentified: 0 });
    const [first] = inventory.snapshot().filter(({ name }) => name === 'SRV1');
    expect(first?.values['location']?.[0]).toMatchObject({ value: 'Frankfurt', row_number: 2, rule: 'text' });
    expect(first?.sources[0]?.row_numbers).toEqual([1, 2]);
  });

  test('stay apart when their serial numbers differ, whatever they are called', async () => {
    const inventory = new MemoryInventory();
    const output = await inventory.import(
      sheet('hostname serial_number', [
        ['localhost', 'CZ1234X1'],
        ['localhost', 'CZ1234X2'],
      ]),
    );
    expect(output.result).toMatchObject({ created: 2, duplicate: 0, conflict: 0 });
  });

  test('with a short name go with the qualified one, unless two domains have it', async () => {
    const alone = new MemoryInventory();
    const one = sheet('hostname', [['SRV1'], ['srv1.contoso.com']]);
    expect((await alone.import(one)).result).toMatchObject({ created: 1, duplicate: 1 });
    const both = new MemoryInventory();
    const two = sheet('hostname', [['SRV1'], ['srv1.contoso.com'], ['srv1.fabrikam.com']]);
    expect((await both.import(two)).result).toMatchObject({ created: 2, conflict: 1 });
    const [conflict] = [...both.conflicts.values()];
    expect(conflict).toMatchObject({ kind: 'name:several', row_numbers: [1] });
    expect(conflict?.candidates.map(({ row_number }) => row_number)).toEqual([2, 3]);
  });

  test('that share a serial number under two names are held, with what differs', async () => {
    const inventory = new MemoryInventory();
    const output = await inventory.import(
      sheet('hostname serial_number location', [
        ['web01', 'CZ77', 'Bonn'],
        ['db01', 'CZ77', 'Köln'],
        ['app01', 'CZ78', 'Bonn'],
      ]),
    );
    expect(output.result).toMatchObject({ created: 1, conflict: 2, conflicts: 1 });
    const [conflict] = [...inventory.conflicts.values()];
    expect(conflict?.reason).toBe('They share the serial number and go by different names.');
    expect(conflict?.differing.map(({ field }) => field)).toEqual(['hostname', 'location']);
  });

  test('are not identified by a serial number that stands on three names', async () => {
    const inventory = new MemoryInventory();
    const output = await inventory.import(
      sheet('hostname serial_number', [
        ['a1', 'CHASSIS9'],
        ['a2', 'CHASSIS9'],
        ['a3', 'CHASSIS9'],
      ]),
    );
    expect(output.result).toMatchObject({ created: 3, conflict: 0 });
    expect(output.findings?.map(({ count, message }) => [count, message])).toEqual([
      [
        3,
        '3 rows have a serial number or id that stands on several things of different names; it was not used to identify them.',
      ],
    ]);
    expect(inventory.snapshot().flatMap(({ keys }) => keys)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^serial:/)]),
    );
  });

  test('are counted once each where two of their numbers stand on three names', async () => {
    const output = await new MemoryInventory().import(
      sheet('hostname serial_number asset_id', [
        ['a1', 'CHASSIS9', 'CI0012345'],
        ['a2', 'CHASSIS9', 'CI0012345'],
        ['a3', 'CHASSIS9', 'CI0012345'],
      ]),
    );
    const [repeated] = output.findings?.filter(({ code }) => code === 'repeated_key') ?? [];
    expect([repeated?.count, repeated?.cells.map(({ rowNumber }) => rowNumber)]).toEqual([3, [1, 2, 3]]);
  });

  test('of the same name with different addresses are held', async () => {
    const inventory = new MemoryInventory();
    const output = await inventory.import(
      sheet('hostname ip_address', [
        ['srv1', '10.0.0.1'],
        ['srv1', '10.9.9.9'],
      ]),
    );
    expect(output.result).toMatchObject({ created: 0, conflict: 2 });
  });

  test('that are a virtual machine and a host of one name are two assets', async () => {
    const inventory = new MemoryInventory();
    const output = await inventory.import(
      sheet('asset_name is_virtual', [
        ['node1', 'virtual'],
        ['node1', 'physical'],
      ]),
    );
    expect(output.result).toMatchObject({ created: 2, conflict: 0 });
    expect(
      inventory
        .snapshot()
        .map(({ asset_class }) => asset_class)
        .sort(),
    ).toEqual(['server', 'virtual_machine']);
  });

  test('named by the same words and nothing else are held from three on', async () => {
    const inventory = new MemoryInventory();
    const rows = [['Dell Laptop'], ['Dell Laptop'], ['Dell Laptop']];
    expect((await inventory.import(sheet('asset_name', rows))).result).toMatchObject({ created: 0, conflict: 3 });
    const tagged = rows.map(([name = ''], index): Cell[] => [name, `TAG-${index}`]);
    expect((await inventory.import(sheet('asset_name asset_tag', tagged))).result).toMatchObject({ created: 3 });
  });

  test('without anything that names an asset are counted and listed, and so are blank ones, as such', async () => {
    const output = await new MemoryInventory().import(
      sheet('hostname environment', [
        ['srv1', null],
        [null, 'Production'],
        [null, null],
      ]),
    );
    expect(output.result).toMatchObject({ created: 1, unidentified: 1, not_a_record: 1 });
    expect(output.findings).toMatchObject([
      { code: 'unidentified_record', count: 1 },
      { code: 'blank_row', count: 1 },
    ]);
  });

  test('known by an address only join what has it, if one thing has', async () => {
    const rows = [
      ['srv1', '10.0.0.1'],
      [null, '10.0.0.1'],
    ];
    expect((await new MemoryInventory().import(sheet('hostname ip_address', rows))).result).toMatchObject({
      created: 1,
      duplicate: 1,
    });
    const shared = [...rows, ['srv2', '10.0.0.1']];
    expect((await new MemoryInventory().import(sheet('hostname ip_address', shared))).result).toMatchObject({
      created: 2,
      conflict: 1,
    });
  });
});

describe('a later import', () => {
  const fields = 'hostname environment location';
  const rows: Cell[][] = Array.from({ length: 30 }, (_, index) => [`srv${index}`, 'Production', `Room ${index}`]);

  test('of the same sheet creates and updates nothing', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheet(fields, rows));
    const output = await inventory.import(sheet(fields, rows));
    expect(output.result).toMatchObject({ created: 0, updated: 0, unchanged: 30, field_changes: 0, missing: 0 });
  });

  test('with ten cells changed makes those ten changes, each with the value before and after', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheet(fields, rows));
    const changed = rows.map((row, index) =>
      index % 3 === 0 ? [row[0] ?? null, row[1] ?? null, `Hall ${index}`] : row,
    );
    const second = sheet(fields, changed);
    const output = await inventory.import(second);
    expect(output.result).toMatchObject({ created: 0, updated: 10, unchanged: 20, field_changes: 10 });
    const changes = (inventory.changes.get(second.id) ?? []).flatMap((change) => change.changes);
    expect(changes.map(({ field, before, after }) => [field, before[0]?.value, after[0]?.value])).toEqual(
      Array.from({ length: 10 }, (_, at) => ['location', `Room ${3 * at}`, `Hall ${3 * at}`]),
    );
  });

  test('takes nothing away that it says nothing of, and reports what it does not list any more', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheet(fields, rows));
    const output = await inventory.import(
      sheet(
        'hostname',
        rows.slice(0, 28).map((row) => row.slice(0, 1)),
      ),
    );
    expect(output.result).toMatchObject({ unchanged: 28, missing: 2, created: 0 });
    expect(output.findings?.[0]?.message).toContain('srv28, srv29');
    expect(inventory.assets.size).toBe(30);
    const other = await inventory.import(sheet('hostname', [['new1']], { sheetName: 'Other' }));
    expect(other.result).toMatchObject({ created: 1, missing: 0 });
  });

  test('whose keys lead to two assets is held', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(
      sheet('hostname serial_number', [
        ['one', 'CZ100'],
        ['two', null],
      ]),
    );
    const output = await inventory.import(sheet('hostname serial_number', [['two', 'CZ100']]));
    expect(output.result).toMatchObject({ created: 0, updated: 0, conflict: 1 });
    const [conflict] = [...inventory.conflicts.values()];
    expect([conflict?.kind, conflict?.candidates.length]).toEqual(['name:assets', 2]);
  });

  test('follows a renamed machine by its serial number', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(sheet('hostname serial_number', [['old', 'CZ100']]));
    const output = await inventory.import(sheet('hostname serial_number', [['new', 'CZ100']]));
    expect(output.result).toMatchObject({ created: 0, updated: 1, field_changes: 1 });
    expect(inventory.names()).toEqual(['new']);
  });
});

describe('a repeated run', () => {
  test('of a phase that had written half of its assets comes to the same as an undisturbed one', async () => {
    const rows = Array.from({ length: 40 }, (_, index): Cell[] => [`srv${index % 30}`, `Room ${index}`]);
    const inventory = new MemoryInventory();
    await inventory.import(sheet('hostname location', rows.slice(0, 10)));
    const second = sheet('hostname location', rows);
    const before = inventory.snapshot();
    const input = inventory.inputFor(second);
    const undisturbed = await inventory.import(second, { input });
    const whole = inventory.snapshot();
    inventory.assets = new Map(before.map((asset) => [asset._id, asset]));
    for (const asset of whole.slice(0, 15)) inventory.assets.set(asset._id, asset);
    expect((await inventory.import(second, { input })).result).toEqual(undisturbed.result);
    expect(inventory.snapshot()).toEqual(whole);
  });

  test('only lists what would change while a person wants to see it first', async () => {
    const inventory = new MemoryInventory();
    const one = sheet('hostname', [['srv1']]);
    const output = await inventory.import(one, { input: { inventoryDecision: 'preview' } });
    // There is no asset yet that could show its values.
    expect(inventory.changes.get(one.id)?.[0]?.changes.map(({ field }) => field)).toEqual(['hostname']);
    expect(output.result).toMatchObject({ field_changes: 0 });
    expect(output).toMatchObject({ waitsForDecision: true, result: { created: 1, is_preview: true } });
    expect([inventory.assets.size, inventory.changes.get(one.id)?.length]).toEqual([0, 1]);
    await inventory.import(one);
    expect(inventory.changes.get(one.id)?.[0]?.changes).toEqual([]);
  });
});

describe('a sheet of parts', () => {
  const disks: TestSheet = {
    id: 'imp_disks',
    fields: ['asset_name', '-Disk', 'storage_gb', 'cluster'],
    rows: [
      ['vm1', 'C:\\', 80, 'A'],
      ['vm2', 'C:\\', 40, 'A'],
      ['vm1', 'D:\\', 200, 'A'],
    ],
    sheetName: 'vPartition',
    units: { storage_gb: 'GB' },
  };

  test('gives its records to the machines they belong to, with sizes of their own', async () => {
    const inventory = new MemoryInventory();
    await inventory.import(
      sheet(
        'asset_name storage_gb',
        [
          ['vm1', 300],
          ['vm2', 50],
        ],
        { sheetName: 'vInfo', units: { storage_gb: 'GB' } },
      ),
    );
    const output = await inventory.import(disks);
    expect(output.result).toMatchObject({ created: 0, component: 3, duplicate: 0 });
    const [vm1] = inventory.snapshot().filter(({ name }) => name === 'vm1');
    expect(vm1?.components.map(({ label, values }) => [label, values['storage_gb']?.[0]?.value])).toEqual([
      ['C:\\', 80],
      ['D:\\', 200],
    ]);
    expect(vm1?.values['storage_gb']?.[0]?.value).toBe(300);
    expect((await inventory.import({ ...disks, id: 'imp_disks_again' })).result).toMatchObject({ field_changes: 0 });
  });

  test('replaces the parts that the export of the month before lists, and reports what is gone', async () => {
    const inventory = new MemoryInventory();
    await inventory.import({ ...disks, filename: 'RVTools_export_all_2026-10-01_12.30.15.xlsx' });
    const rows = [['vm1', 'C:\\', 100, 'A']] satisfies Cell[][];
    const later = { ...disks, id: 'imp_later', filename: 'RVTools_export_all_2026-11-02_08.01.00.xlsx', rows };
    expect((await inventory.import(later)).result).toMatchObject({ created: 0, missing: 1 });
    const [vm1] = inventory.snapshot().filter(({ name }) => name === 'vm1');
    expect(vm1?.components.map(({ label, values }) => [label, values['storage_gb']?.[0]?.value])).toEqual([
      ['C:\\', 100],
    ]);
  });

  test('finds a machine that is named by words only, however many parts it has', async () => {
    const rows = ['C:', 'D:', 'E:', 'F:'].map((label): Cell[] => ['old web - RIP', label, 10, 'A']);
    const output = await new MemoryInventory().import({ ...disks, rows });
    expect(output.result).toMatchObject({ created: 1, component: 3, conflict: 0 });
  });

  test('makes an asset of each machine where it is the first to speak of it', async () => {
    const output = await new MemoryInventory().import(disks);
    expect(output.result).toMatchObject({ created: 2, component: 1 });
  });
});
