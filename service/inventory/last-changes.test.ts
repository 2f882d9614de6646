import { expect, test } from '@jest/globals';
import type { AssetSource, AssetValue, FieldDecision } from './asset.ts';
import { lastChanges } from './last-changes.ts';

const value = (said: number | string, data_import_id: string): AssetValue => ({
  value: said,
  raw: String(said),
  rule: 'number',
  data_import_id,
  row_number: 1,
  column_index: 0,
  decided_by: null,
});

/** What the import of a month says. */
function source(month: number, said: Readonly<Record<string, number | string>>): AssetSource {
  const id = `imp_${month}`;
  return {
    data_import_id: id,
    imported_at: new Date(2026, month, 1),
    lineage: 'servers.xlsx › Servers',
    row_numbers: [1],
    asset_class: 'server',
    class_rule: 'test',
    keys: ['hostname:srv-1'],
    values: Object.fromEntries(Object.entries(said).map(([field, one]) => [field, [value(one, id)]])),
    components: [],
    decided_by: null,
  };
}

const toldOf = (sources: AssetSource[], decisions: FieldDecision[] = []) =>
  lastChanges(sources, decisions).map(({ field, before, data_import_id: id }) => [
    field,
    before.map((one) => one.value),
    id,
  ]);

test('the newest change counts, with the import that made it and not one that said the same again', () => {
  const sources = [
    source(1, { memory_gb: 16, cpu_cores: 4 }),
    source(2, { memory_gb: 32, cpu_cores: 4 }),
    source(3, { memory_gb: 64, cpu_cores: 4, location: 'Berlin' }),
    source(4, { memory_gb: 64 }),
  ];
  expect(toldOf(sources)).toEqual([['memory_gb', [32], 'imp_3']]);
  expect(toldOf(sources.slice(0, 1))).toEqual([]);
});

test('what somebody decided counts from the import on whose occasion it was', () => {
  const sources = [source(1, { memory_gb: 16 }), source(2, { memory_gb: 32 }), source(3, { memory_gb: 32 })];
  const decision: FieldDecision = {
    field: 'memory_gb',
    data_import_id: 'imp_1',
    row_number: 1,
    decided_by: 'Ana',
    decided_at: new Date(2026, 4, 1),
    occasion_import_id: 'imp_3',
  };
  expect(toldOf(sources, [decision])).toEqual([['memory_gb', [32], 'imp_3']]);
});
