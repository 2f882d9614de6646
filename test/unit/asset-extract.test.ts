import { describe, expect, test } from '@jest/globals';
import { BSON } from 'mongodb';
import type { AssetValue } from '#service/inventory/asset.ts';
import { buildAsset } from '../builders/agent-inputs.ts';
import { extractReader } from '#service/assets/asset-extract.ts';
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
    const extract = extractReader({ without: [] })(BSON.serialize(document));
    expect(extract.values).toEqual(assetOf(document).values);
    expect(extract.values['hostname']?.[0]).toMatchObject({ value: 'old', decided_by: 'Eve' });
    expect(extract).toMatchObject({ _id: 'ast_1', name: document.name, asset_class: document.asset_class });
    expect(extract.sources.map(({ row_numbers }) => row_numbers)).toEqual([[1], [1]]);
  });

  test('has the ids that several sheets gave, each in the words of its newest import', () => {
    const sources = [
      { ...source('imp_1', 1, { asset_id: [value('vm-1', 1, 'imp_1')] }), lineage: 'vInfo' },
      { ...source('imp_2', 2, { asset_id: [value('CI0012345', 1, 'imp_2')] }), lineage: 'cmdb' },
      { ...source('imp_3', 3, { asset_id: [value('vm-2', 1, 'imp_3')] }), lineage: 'vInfo' },
    ];
    const document = storedAsset(TENANT, { ...buildAsset('ast_1'), sources, field_decisions: [] });
    const { values } = extractReader({ without: [] })(BSON.serialize(document));
    expect(values['asset_id']?.map(({ raw }) => raw)).toEqual(['CI0012345', 'vm-2']);
    expect(values).toEqual(assetOf(document).values);
  });

  test('has values of every kind as they were stored', () => {
    const system = { family: 'windows-server', version: '2019', edition: null, architecture: 'x64' };
    const kinds = ['text, ä', 1.5, 16, 3_000_000_000, true, ['10.0.0.1', '10.0.0.2'], system, { fqdn: 'a.b.c' }];
    const values = Object.fromEntries(
      kinds.map((kind, at) => [`field_${at}`, [{ ...value('said', at + 1, 'imp_1'), value: kind as never }]]),
    );
    const document = storedAsset(TENANT, { ...buildAsset('ast_1'), sources: [source('imp_1', 1, values)] });
    expect(extractReader({ without: [] })(BSON.serialize(document)).values).toEqual(assetOf(document).values);
  });

  test('has a value that nobody decided after one that somebody decided, and objects with names of every kind', () => {
    const decided = { ...value('a', 1, 'imp_1'), decided_by: 'Eve' };
    const odd = JSON.parse('{"__proto__":{"x":[{"y":null}]},"0":-0.5,"ä":[[],{}]}') as never;
    const sources = [
      source('imp_1', 1, {
        hostname: [decided, value('b', 1, 'imp_1')],
        location: [{ ...value('c', 1, 'imp_1'), value: odd }],
      }),
    ];
    const document = storedAsset(TENANT, { ...buildAsset('ast_1'), sources });
    const { values } = extractReader({ without: [] })(BSON.serialize(document));
    expect(values['hostname']?.map(({ decided_by }) => decided_by)).toEqual(['Eve', null]);
    expect(values).toEqual(assetOf(BSON.deserialize(BSON.serialize(document)) as never).values);
    expect(JSON.stringify(values['location']?.[0]?.value)).toBe(JSON.stringify(odd));
  });

  test('has the fields that are named, or all others', () => {
    const sources = [source('imp_1', 1, { hostname: [value('a', 1, 'imp_1')], location: [value('b', 1, 'imp_1')] })];
    const bytes = BSON.serialize(storedAsset(TENANT, { ...buildAsset('ast_1'), sources }));
    expect(Object.keys(extractReader({ only: ['location', 'memory_gb'] })(bytes).values)).toEqual(['location']);
    expect(Object.keys(extractReader({ without: ['location'] })(bytes).values)).toEqual(['hostname']);
  });
});
