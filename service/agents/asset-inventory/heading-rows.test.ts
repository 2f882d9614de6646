import { describe, expect, test } from '@jest/globals';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';

const server = (name: string, at: number): Cell[] => [name, `10.0.0.${at}`, 'Windows Server 2019'];
const REPORT: Cell[][] = [
  ['Datacenter Berlin', null, null],
  server('srv-1', 1),
  server('srv-2', 2),
  ['Datacenter Hamburg', null, ' '],
  server('srv-3', 3),
  server('srv-4', 4),
  ['srv-5', null, null],
  ['Total: 5', null, null],
  [null, null, null],
  ['-- end of report --', null, null],
  ['Printed on 2026-10-01', null, null],
];
const HEADINGS = ['Datacenter Berlin', 'Datacenter Hamburg', '-- end of report --', 'Printed on 2026-10-01'];

async function inventoryOf(fields: readonly string[], rows: readonly Cell[][], partitionRows?: number) {
  const inventory = new MemoryInventory();
  const output = await inventory.import(
    { id: 'imp_a', fields, rows },
    partitionRows === undefined ? {} : { partitionRows },
  );
  const headings = output.findings?.find(({ code }) => code === 'heading_row');
  return { names: inventory.names(), result: output.result, headings, findings: output.findings ?? [] };
}

const listed = ({ headings }: Awaited<ReturnType<typeof inventoryOf>>) => headings?.cells.map(({ value }) => value);

describe('headings and footers in a report', () => {
  test.each([
    ['asset_name', undefined],
    ['asset_name', 1],
    ['asset_name', 4],
    ['hostname', undefined],
  ])('are no assets under %s, counted once and listed with their cells (parts of %s rows)', async (field, rows) => {
    const found = await inventoryOf([field, 'ip_address', 'operating_system'], REPORT, rows);
    expect(found.names).toEqual(['srv-1', 'srv-2', 'srv-3', 'srv-4', 'srv-5']);
    expect(found.result).toMatchObject({ created: 5, unidentified: 0, not_a_record: 6, headings: 4 });
    expect(listed(found)).toEqual(HEADINGS);
    expect(found.headings).toMatchObject({ severity: 'warning', count: 4 });
    expect(found.headings?.message).toMatch(/^4 rows were taken for headings or footers and left out: /);
    expect(found.headings?.cells[0]?.rowNumber).toBe(1);
    expect(found.findings.map(({ code }) => code)).toEqual(['heading_row', 'subtotal_row', 'blank_row']);
  });

  test('are told by the first column too, where another one names the things', async () => {
    const rows: Cell[][] = [
      ['Berlin', null, null],
      ...[1, 2, 3].map((at): Cell[] => [at, `srv-${at}`, `10.0.0.${at}`]),
    ];
    const found = await inventoryOf(['-No', 'hostname', 'ip_address'], rows);
    expect(found.result).toMatchObject({ created: 3, unidentified: 0, not_a_record: 1 });
    expect(found.headings?.cells).toMatchObject([{ rowNumber: 1, value: 'Berlin' }]);
    expect(found.headings?.cells[0]?.address).toBe('Assets!B4');
  });
});

describe('a row of sums', () => {
  test.each<[string, Cell[]]>([
    ['asset_id', ['TOTAL', '90 applications', 999_999]],
    ['serial_number', ['Summe', '2 Anwendungen', 12]],
  ])('is no asset where its label stands under %s', async (field, sums) => {
    const rows: Cell[][] = [['APP001', 'Payroll', 4], ['APP002', 'Travel', 8], sums, [null, null, null]];
    const found = await inventoryOf([field, 'application_name', 'annual_cost'], rows);
    expect(found.names).toEqual(['Payroll', 'Travel']);
    expect(found.result).toMatchObject({ created: 2, unidentified: 0, not_a_record: 2 });
    expect(found.findings.find(({ code }) => code === 'subtotal_row')?.count).toBe(1);
  });
});

describe('rows that say little', () => {
  test('are assets where only their name is a word for sums', async () => {
    const rows: Cell[][] = [
      ['SUMA', 'SUSE', 'Ana', 12],
      ['Total', 'TotalEnergies', 'Ben', null],
      ['SUM', null, 'Cleo', 4],
      ['Payroll', 'SAP', 'Ben', 4],
      ['Suma', null, null, 20],
    ];
    const found = await inventoryOf(['application_name', 'vendor', 'business_owner', 'annual_cost'], rows);
    expect(found.names).toEqual(['Payroll', 'SUM', 'SUMA', 'Total']);
    expect(found.result).toMatchObject({ created: 4, unidentified: 0, not_a_record: 1 });
  });

  test('are assets where that is an id or tag of their own', async () => {
    const rows: Cell[][] = [
      ['CI0012345', null, null],
      ['CI0012346', 'Total', 12],
      ['CI0012347', 'srv-1', 4],
    ];
    const found = await inventoryOf(['asset_id', 'asset_name', 'cpu_cores'], rows);
    expect(found.result).toMatchObject({ created: 3, unidentified: 0, not_a_record: 0 });
  });
});

describe('rows that say nothing but a name', () => {
  test('are assets in a list of names, whatever they say', async () => {
    const names = ['Datacenter Berlin', 'srv-1', 'srv-2', '-- end of report --'];
    const found = await inventoryOf(
      ['asset_name'],
      names.map((name) => [name]),
    );
    expect(found.result).toMatchObject({ created: 4, not_a_record: 0 });
    expect(found.headings).toBeUndefined();
  });

  test('are assets where the names of the others are several words too', async () => {
    const apps = ['SAP ERP', 'Time Tracking', 'Payroll Europe'].map((name): Cell[] => [name, 'Ana', 'in_use']);
    const found = await inventoryOf(
      ['application_name', 'business_owner', 'operational_status'],
      [...apps, ['Report Server', null, null], ['Printed on 2026-10-01', null, null]],
    );
    expect(found.names).toEqual(['Payroll Europe', 'Report Server', 'SAP ERP', 'Time Tracking']);
    expect(listed(found)).toEqual(['Printed on 2026-10-01']);
  });

  test('are assets where they are as many as a list has, or look like the other names', async () => {
    const rows: Cell[][] = [server('srv-1', 1), server('srv-2', 2), server('srv-3', 3)];
    const alone: Cell[][] = ['File Server', 'Old NAS', 'srv-9'].map((name) => [name, null, null]);
    const found = await inventoryOf(['asset_name', 'ip_address', 'operating_system'], [...rows, ...alone]);
    expect(found.result).toMatchObject({ created: 6, not_a_record: 0 });
  });
});
