import { beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { buildColumns } from '#shared/column-keys.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { readRawSheet } from '#test/harness/raw-workbook.ts';
import { describeWithRealData, realData } from '#test/harness/real-data.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';
import { CLEANSING, type CleansingPlan } from '../../cleansing/cleansing-plan.ts';
import { unitOfHeader } from '../../cleansing/header-units.ts';
import { suggestMappings } from '../../mapping/mapping-engine.ts';
import { createSheetProfiler } from '../../profiling/column-profiler.ts';
import type { AgentOutput } from '../agent.ts';

const WORKBOOK = 'RVTools-SizingWorkshop.xlsx';
const SHEETS = ['vInfo', 'vHost', 'vPartition', 'vNetwork'];

/** As the pane reads and the analyst approves it: every suggestion as it is. */
async function importAll(inventory: MemoryInventory): Promise<Map<string, AgentOutput>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(realData(WORKBOOK));
  const outputs = new Map<string, AgentOutput>();
  for (const name of SHEETS) {
    const sheet = workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`the workbook has no sheet ${name}`);
    // It looks through all cells for this: once is enough.
    const { columnCount } = sheet;
    const read = (row: number): Cell[] =>
      Array.from({ length: columnCount }, (_, index) => (sheet.getCell(row, index + 1).value ?? null) as Cell);
    const headers = read(1).map(cellText);
    const rows = Array.from({ length: sheet.rowCount - 1 }, (_, index) => read(index + 2));
    const profiler = createSheetProfiler(buildColumns(headers));
    profiler.add(rows.map((cells) => ({ cells })));
    const columnProfiles = profiler.profiles();
    const suggested = suggestMappings({ columns: columnProfiles, targetFields });
    const plan: CleansingPlan = {
      rules: CLEANSING,
      columns: suggested.flatMap(({ columnIndex, targetField, isSecondary }) => {
        const field = targetFields.find((one) => one.name === targetField);
        if (field === undefined) return [];
        const unit = unitOfHeader(field.name, headers[columnIndex] ?? '');
        const options = unit === null ? {} : { unit };
        const { name: of, type: fieldType } = field;
        return [{ columnIndex, field: of, fieldType, isSecondary, options, separator: null, valueDecisions: [] }];
      }),
    };
    const ofSheet = { id: `imp_${name}`, fields: headers.map((header) => `-${header}`), rows, sheetName: name };
    const input = { cleansingPlan: plan, columnProfiles };
    outputs.set(name, await inventory.import({ ...ofSheet, filename: WORKBOOK }, { input, partitionRows: 1_000 }));
  }
  return outputs;
}

/** Values of a column by header, read from the file's XML, blank ones left out. */
async function rawColumn(sheetName: string, header: string): Promise<string[]> {
  const cells = await readRawSheet(realData(WORKBOOK), sheetName);
  const address = [...cells].find(([at, { value }]) => /^[A-Z]+1$/.test(at) && value === header)?.[0] ?? '';
  const column = new RegExp(`^${address.replace(/\d+$/, '')}(?!1$)\\d+$`);
  return [...cells].filter(([at]) => column.test(at)).map(([, { value }]) => String(value));
}

describeWithRealData(WORKBOOK, 'four sheets of a real RVTools workbook', () => {
  const inventory = new MemoryInventory();
  let outputs = new Map<string, AgentOutput>();
  beforeAll(async () => {
    outputs = await importAll(inventory);
  });

  test('become one inventory with every machine and host once, by a count of the file itself', async () => {
    const machines = new Set((await rawColumn('vInfo', 'VM')).map((name) => name.toLowerCase()));
    const hosts = new Set((await rawColumn('vHost', 'Host')).map((name) => name.toLowerCase()));
    const others = [...(await rawColumn('vPartition', 'VM')), ...(await rawColumn('vNetwork', 'VM'))];
    const expected = new Set([...machines, ...others.map((name) => name.toLowerCase())]);
    const assets = inventory.snapshot();
    const named = (assetClass: string): string[] =>
      assets.filter((asset) => asset.asset_class === assetClass).map(({ name }) => name.toLowerCase());
    expect(named('virtual_machine').sort()).toEqual([...expected].sort());
    expect(named('server').sort()).toEqual([...hosts].sort());
    expect(assets).toHaveLength(expected.size + hosts.size);
    expect([machines.size, hosts.size, expected.size]).toEqual([805, 34, 805]);
  });

  test('give each machine the disks and adapters of its own rows', async () => {
    for (const [sheetName, kind] of [
      ['vPartition', 'disk'],
      ['vNetwork', 'network_adapter'],
    ] as const) {
      const rowsOf = new Map<string, number>();
      for (const name of await rawColumn(sheetName, 'VM')) rowsOf.set(name, (rowsOf.get(name) ?? 0) + 1);
      const joined = inventory
        .snapshot()
        .map(({ name, components }) => [name, components.filter((one) => one.kind === kind).length] as const)
        .filter(([, count]) => count > 0);
      expect(new Map(joined)).toEqual(rowsOf);
    }
  });

  test('have one outcome a row, the blank formatted rows of vInfo and vHost among them', async () => {
    const blank = async (sheet: string, header: string, rows: number) => rows - (await rawColumn(sheet, header)).length;
    const not_a_record = await blank('vInfo', 'VM', 3_503);
    expect(outputs.get('vInfo')?.result).toMatchObject({
      created: 805,
      unidentified: 0,
      not_a_record,
      duplicate: 0,
      conflict: 0,
    });
    expect(outputs.get('vHost')?.result).toMatchObject({ created: 34, conflict: 0, duplicate: 0 });
    expect(outputs.get('vPartition')?.result).toMatchObject({ created: 0, component: 1_618, conflict: 0 });
    expect(outputs.get('vNetwork')?.result).toMatchObject({ created: 0, component: 805, conflict: 0 });
  });
});
