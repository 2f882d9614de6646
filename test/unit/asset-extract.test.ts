import { describe, expect, test } from '@jest/globals';
import type { AssetValue } from '#service/inventory/asset.ts';
import { buildAsset } from '#service/agents/agent-contract.ts';
import { extractOf, extractProjection } from '#service/assets/asset-extract.ts';
import { assetOf, storedAsset } from '#service/assets/stored-asset.ts';

const TENANT = { clientAccountId: 'client', engagementId: 'main' };

const value = (text: string, row: number, importId: string): AssetValue => ({
  value: text,
  raw: text,
  rule: 'text',
  data_import_id: importId,
  row_number: row,
  column_index: 0,
  decided_by: null,
});

const source = (importId: string, day: number, values: Record<string, AssetValue[]>) => ({
  data_import_id: importId,
  imported_at: new Date(Date.UTC(2026, 0, day)),
  lineage: importId,
  row_numbers: [1],
  asset_class: 'server' as const,
  class_rule: 'test',
  keys: ['name:srv-1'],
  values,
  components: [],
  decided_by: null,
});

describe('an extract of an asset', () => {
  test('has the values that the whole asset has: the newest that says something, and what a person decided', () => {
    const sources = [
      source('imp_2', 2, { hostname: [value('new', 5, 'imp_2')], location: [value('Dublin', 5, 'imp_2')] }),
      source('imp_1', 1, { hostname: [value('old', 1, 'imp_1')], business_owner: [value('Ada', 1, 'imp_1')] }),
    ];
    const decision = {
      field: 'hostname',
      data_import_id: 'imp_1',
      row_number: 1,
      decided_by: 'Eve',
      decided_at: new Date(0),
      occasion_import_id: 'imp_1',
    };
    const document = storedAsset(TENANT, { ...buildAsset('ast_1'), sources, field_decisions: [decision] });
    expect(extractOf(document).values).toEqual(assetOf(document).values);
    expect(extractOf(document).values['hostname']?.[0]).toMatchObject({ value: 'old', decided_by: 'Eve' });
  });

  test('asks for what is named, or leaves it out', () => {
    expect(extractProjection({ only: ['memory_gb'] })).toMatchObject({ asset_class: 1, 'sources.values.memory_gb': 1 });
    expect(extractProjection({ without: ['memory_gb'] })).toMatchObject({ 'sources.values.memory_gb': 0 });
  });
});
