import { expect, test } from '@jest/globals';
import { buildColumns } from '#shared/column-keys.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { createSheetProfiler } from '#service/profiling/column-profiler.ts';
import type { MappedColumn } from '#service/cleansing/plan-columns.ts';
import { readSamples } from '#service/cleansing/sample-readings.ts';

/** What is read of the samples of one column, as `sample → value`. */
function readingsOf(header: string, cells: readonly Cell[], of: Partial<MappedColumn> & { name: string }): string[] {
  const field = targetFields.find(({ name }) => name === of.name);
  if (field === undefined) throw new Error(of.name);
  const profiler = createSheetProfiler(buildColumns([header]));
  profiler.add(cells.map((cell) => ({ cells: [cell] })));
  const column = { columnIndex: 0, field, isSecondary: false, valueDecisions: [], ...of };
  const sheet = { headers: [header], columns: profiler.profiles(), dateSystem: '1904' as const };
  return readSamples(column, sheet, null).map(({ sample, value }) => `${sample} → ${JSON.stringify(value)}`);
}

test('texts and numbers are read in the unit that they or their column state', () => {
  expect(readingsOf('RAM', ['16384 MB', '8 GB'], { name: 'memory_gb' })).toEqual(['16384 MB → 16', '8 GB → 8']);
  expect(readingsOf('Memory MB', [16384, 8192], { name: 'memory_gb' })).toEqual(['16384 → 16', '8192 → 8']);
});

test('the unit that an analyst chose counts', () => {
  expect(readingsOf('RAM', [2048], { name: 'memory_gb', cleansing: { unit: 'MB' } })).toEqual(['2048 → 2']);
});

test('what is kept as it is written is not told', () => {
  expect(readingsOf('Memory GB', [16, 8], { name: 'memory_gb' })).toEqual([]);
  expect(readingsOf('Host', ['web01'], { name: 'hostname' })).toEqual([]);
});

test('what no value is made of is told', () => {
  expect(readingsOf('Memory GB', ['n/a', 'web01'], { name: 'memory_gb' })).toEqual(['n/a → null', 'web01 → null']);
});

test('one date shows the order of the others', () => {
  expect(readingsOf('Bought', ['03/04/2024', '25/04/2024'], { name: 'purchase_date' })).toEqual([
    '03/04/2024 → "2024-04-03"',
    '25/04/2024 → "2024-04-25"',
  ]);
});

test('a number is a day in the date system of the workbook, beside texts too', () => {
  expect(readingsOf('Bought', [44197], { name: 'purchase_date' })).toEqual(['44197 → "2025-01-02"']);
  expect(readingsOf('Bought', [44197, 'soon'], { name: 'purchase_date' })).toEqual([
    '44197 → "2025-01-02"',
    'soon → null',
  ]);
});

test('a decision on a value goes before the rules', () => {
  const valueDecisions = [{ value: 'Recette', target: 'test' }];
  expect(readingsOf('Env', ['Recette'], { name: 'environment', valueDecisions })).toEqual(['Recette → "test"']);
});
