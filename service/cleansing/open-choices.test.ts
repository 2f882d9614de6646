import { expect, test } from '@jest/globals';
import { targetFields } from '#shared/target-fields.ts';
import type { MeasuredColumn } from './column-units.ts';
import { openChoices } from './open-choices.ts';

const measured = (values: readonly string[], multiValued: Record<string, number> = {}): MeasuredColumn => ({
  distinct: values.length,
  distinctExact: true,
  frequent: values.map((value) => ({ value, count: 1 })),
  minNumber: null,
  maxNumber: null,
  types: { text: values.length, number: 0 },
  multiValued,
});
function asked(name: string, column: MeasuredColumn, header = '', beside?: [string, MeasuredColumn]) {
  const [besideHeader = '', besideColumn] = beside ?? [];
  return openChoices(
    { columnIndex: 0, field: fieldNamed(name) },
    { headers: [header, besideHeader], columns: besideColumn === undefined ? [column] : [column, besideColumn] },
  );
}

function fieldNamed(name: string) {
  const field = targetFields.find((one) => one.name === name);
  if (field === undefined) throw new Error(`There is no field ${name}.`);
  return field;
}

test('asks for the order of day and month where a date can be read both ways and no other shows how', () => {
  const question = { choice: 'day_month_order', example: '03/04/2024', separators: [], units: [], evidence: [] };
  expect(asked('purchase_date', measured(['03/04/2024', '05/05/2024']))).toEqual([question]);
  expect(asked('purchase_date', measured(['03/04/2024', '25/04/2024']))).toEqual([]);
  expect(asked('purchase_date', measured(['2024-04-03', '05/05/2024', '']))).toEqual([]);
  const many = { ...measured(['03/04/2024']), samples: ['25/04/2024', '03/04/2024'] };
  expect(asked('purchase_date', many)).toEqual([]);
  expect(asked('hostname', measured(['03/04/2024']))).toEqual([]);
});

test('says what the cells show that contradict each other, with counts where all values are known', () => {
  const dates = measured(['25/04/2024', '04/25/2024', '04/26/2024', '03/04/2024', '03.04.2024', '25.04.2024']);
  const shown = { order: 'day-first', count: 2, example: '25/04/2024' };
  const other = { order: 'month-first', count: 2, example: '04/25/2024' };
  expect(asked('purchase_date', dates)).toMatchObject([{ example: '03/04/2024', evidence: [shown, other] }]);
  expect(asked('purchase_date', { ...dates, distinct: 101 })).toMatchObject([
    {
      evidence: [
        { ...shown, count: null },
        { ...other, count: null },
      ],
    },
  ]);
  expect(asked('purchase_date', measured(['25.04.2024', '04/25/2024', '03/04/2024', '03.04.2024']))).toEqual([]);
});

test('asks what keeps values apart where several signs do, or where a comma may belong to the value', () => {
  expect(asked('tags', measured(['a;b', 'c,d'], { ';': 1, ',': 1 }))).toMatchObject([
    { choice: 'separator', separators: [';', ','], example: 'a;b' },
  ]);
  expect(asked('tags', measured(['a,b'], { ',': 4 }))).toEqual([]);
  expect(asked('business_owner', measured(['Lee, Ann'], { ',': 4 }))).toMatchObject([{ separators: [','] }]);
  expect(asked('ip_address', measured(['10.0.0.1, 10.0.0.2;10.0.0.3'], { ',': 4, ';': 1 }))).toEqual([]);
});

test('asks for the unit of numbers that say none, unless the header or a column of units beside it does', () => {
  const sizes = ['MB', 'GB', 'KB', 'TB', 'bytes'];
  expect(asked('memory_gb', measured(['0', '16384', '32 GB']), 'Memory')).toEqual([
    { choice: 'unit', example: '16384', separators: [], units: sizes, evidence: [] },
  ]);
  expect(asked('memory_gb', measured(['16384']), 'Memory (MB)')).toEqual([]);
  expect(asked('memory_gb', measured(['16 GB', 'n/a']), 'Memory')).toEqual([]);
  expect(asked('memory_gb', measured(['16384']), 'Memory', ['Memory unit', measured(['MB'])])).toEqual([]);
  expect(asked('memory_gb', measured(['16384']), 'Memory', ['Disk unit', measured(['MB', 'GB'])])).toHaveLength(1);
  expect(asked('purchase_cost', measured(['1200']), 'Price')).toEqual([]);
  expect(asked('cpu_cores', measured(['8']), 'CPU')).toEqual([]);
});

test('asks whether per cents that never leave 0 to 1 are shares', () => {
  const used = { ...measured(['0.45', '0.9']), minNumber: 0.45, maxNumber: 0.9 };
  expect(asked('cpu_utilization_percent', used)).toMatchObject([{ choice: 'unit', units: ['%', 'fraction'] }]);
  expect(asked('cpu_utilization_percent', { ...used, maxNumber: 45 })).toEqual([]);
});

test('proposes the units that RVTools leaves out, where a column or the name of the sheet says it is one of its sheets', () => {
  const sizes = measured(['16384']);
  const onSheet = (sheetName: string, name: string, header: string) =>
    openChoices({ columnIndex: 0, field: fieldNamed(name) }, { headers: [header, 'VM'], columns: [sizes], sheetName });
  const vCenter: [string, MeasuredColumn] = ['VI SDK Server', measured(['vc-1'])];
  const proposed = { answer: 'MiB', reason: 'RVTools writes MiB' };
  expect(asked('memory_gb', sizes, 'Memory', vCenter)).toMatchObject([{ choice: 'unit', example: '16384', proposed }]);
  expect(onSheet('vInfo', 'memory_gb', 'Memory')).toMatchObject([{ proposed }]);
  expect(onSheet('RVTools_tabvInfo', 'storage_gb', 'Provisioned')).toMatchObject([{ proposed }]);
  expect(onSheet('vInfo', 'storage_used_gb', 'In Use')).toMatchObject([{ proposed }]);
  expect(onSheet('vDisk', 'storage_gb', 'Capacity')).toMatchObject([{ proposed }]);
  expect(onSheet('vInfo', 'storage_gb', 'Provisioned MiB')).toEqual([]);
  expect(onSheet('Servers', 'memory_gb', 'Memory')[0]?.proposed).toBeUndefined();
  expect(asked('memory_gb', sizes, 'RAM', vCenter)[0]?.proposed).toBeUndefined();
});

test('asks which mark decimals have where one stands before three digits and no other number shows it', () => {
  const question = { choice: 'decimal_mark', example: '1,234', separators: [], units: [], evidence: [] };
  const memory = (...values: string[]) => asked('memory_gb', measured(values), 'Memory (MB)');
  expect(memory('1,234', '980')).toEqual([question]);
  expect(memory('12.50', '1,234', '0,5')).toEqual([question]);
  expect(memory('1,234', '1.234,50')).toEqual([]);
  expect(memory('1,234', '99.95')).toEqual([]);
  expect(asked('memory_gb', measured(['1.024 MB']), 'Memory (MB)')).toEqual([{ ...question, example: '1.024 MB' }]);
  expect(memory('1.234', 'Size 1.234,50')).toEqual([]);
  // Of a column of many values few are frequent.
  expect(asked('memory_gb', { ...measured(['1,234']), samples: ['1.234,5', '1,234'] }, 'Memory (MB)')).toEqual([]);
  // Of per cents, amounts and cells that are numbers already nothing is in doubt.
  expect(asked('cpu_utilization_percent', measured(['12.345 %', '45 %']))).toEqual([]);
  expect(asked('memory_gb', { ...measured(['1.234']), types: { text: 0, number: 1 } }, 'Memory (MB)')).toEqual([]);
  expect(asked('purchase_cost', measured(['1,234', '980']), 'Price')).toEqual([]);
  expect(asked('hostname', measured(['1,234']))).toEqual([]);
});

test('takes no number cell, which Excel has without marks, for a text that shows its decimal mark', () => {
  const mixed = (...values: string[]) => ({ ...measured(values), types: { text: 2, number: 1 } });
  expect(asked('memory_gb', mixed('1.234', '1.234,5', '0.5'), 'Memory (MB)')).toEqual([]);
  expect(asked('memory_gb', mixed('1,234', '12.50', '0.5'), 'Memory (MB)')).toEqual([]);
  expect(asked('memory_gb', mixed('1,234', '99.95'), 'Memory (MB)')).toMatchObject([{ choice: 'decimal_mark' }]);
});
