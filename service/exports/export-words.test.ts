import { expect, test } from '@jest/globals';
import { fieldLabel } from '#shared/field-label.ts';
import { targetFields } from '#shared/target-fields.ts';
import { buildAsset } from '#test/builders/agent-inputs.ts';
import type { AssetValue } from '../inventory/asset.ts';
import type { AssetChangeDocument } from '../models/asset-change.model.ts';
import type { EdgeDocument } from '../models/edge.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { CellPlaces } from '../assets/cell-places.ts';
import type { ExportTable } from './export-table.ts';
import { assetTable, dependencyTable, findingTable } from './inventory-tables.ts';
import { changeTable } from './report-tables.ts';

const places = {
  load: async () => Promise.resolve(),
  placeOf: () => ({ filename: 'servers.xlsx', address: 'Servers!A2' }),
  sheetOf: () => ({ filename: 'servers.xlsx', sheet_name: 'Servers' }),
} as unknown as CellPlaces;

async function* one<Item>(item: Item): AsyncGenerator<Item[]> {
  yield await Promise.resolve([item]);
}

/** The first row of a table, by its headers. */
async function rowOf({ headers, rows }: ExportTable): Promise<Record<string, unknown>> {
  for await (const [row = []] of rows) return Object.fromEntries(headers.map((header, at) => [header, row[at]]));
  throw new Error('The table has no row.');
}

const value = (said: AssetValue['value']): AssetValue => ({
  value: said,
  raw: 'as it stood',
  rule: 'text',
  data_import_id: 'imp_1',
  row_number: 1,
  column_index: 0,
  decided_by: null,
});

test('assets have the words that the dashboard shows', async () => {
  const sles = { family: 'sles', version: '15 SP4', edition: null, architecture: null };
  const asset = buildAsset('ast_1', {
    asset_class: 'virtual_machine',
    values: {
      environment: [value('quality_assurance')],
      status: [value('in_use')],
      hostname: [value('app_01')],
      operating_system: [value(sles)],
      ip_address: [value(['10.0.0.1', '10.0.0.2']), value('10.0.0.3')],
    },
  });
  expect(await rowOf(assetTable(one(asset), { fields: targetFields, hasNames: true }, places))).toMatchObject({
    inventory_class: 'Virtual machine',
    environment: 'Quality assurance',
    status: 'In use',
    hostname: 'app_01',
    operating_system: 'SUSE Linux Enterprise Server 15 SP4',
    ip_address: '10.0.0.1; 10.0.0.2; 10.0.0.3',
  });
});

test('assets have headers in words, first what they are, then the fields in the order of the catalogue', async () => {
  const fields = targetFields.filter(({ name }) => ['os_version', 'hostname', 'ip_address'].includes(name));
  const table = assetTable(one(buildAsset('ast_1')), { fields, hasNames: false }, places);
  expect(table.headers).toEqual([
    'Name',
    'Class',
    ...fields.map(({ name }) => fieldLabel(name)),
    'Disks',
    'Network adapters',
    'Imports',
    'Found in',
    'Last imported',
    'Inventory ID',
  ]);
  const all = assetTable(one(buildAsset('ast_1')), { fields: targetFields, hasNames: false }, places);
  expect(new Set(all.headers).size).toBe(all.headers.length);
  expect(await rowOf(table)).toMatchObject({ Class: 'Virtual machine', 'Inventory ID': 'ast_1' });
});

test('assets have numbers, days and amounts as such, where a cell has one', async () => {
  const asset = buildAsset('ast_1', {
    updated_at: new Date('2026-11-28T06:00:00Z'),
    values: {
      cpu_cores: [value(8)],
      purchase_date: [value('2024-03-15')],
      annual_cost: [value({ amount: 1200, currency: 'EUR' })],
      cpu_utilization_percent: [value(10), value(20)],
      serial_number: [value('2024-03-15')],
    },
  });
  const names = ['cpu_cores', 'purchase_date', 'annual_cost', 'cpu_utilization_percent', 'serial_number'];
  const fields = targetFields.filter(({ name }) => names.includes(name));
  expect(await rowOf(assetTable(one(asset), { fields, hasNames: true }, places))).toMatchObject({
    cpu_cores: 8,
    purchase_date: { iso: '2024-03-15' },
    annual_cost: { amount: 1200, currency: 'EUR' },
    cpu_utilization_percent: '10; 20',
    serial_number: '2024-03-15',
    last_imported_at: { iso: '2026-11-28T06:00:00.000Z' },
  });
});

test('assets say how many parts they have where a sheet of parts was imported, and every name', async () => {
  const fields = targetFields.filter(({ name }) => ['asset_name', 'hostname'].includes(name));
  const table = assetTable(one(buildAsset('ast_1', { components: [] })), { fields, hasNames: false }, places);
  expect(table.headers.slice(0, 4)).toEqual(['Name', 'Class', 'Asset name', 'Hostname']);
  expect(await rowOf(table)).toMatchObject({ Disks: null, 'Network adapters': null });
});

test('findings have their title beside their code', async () => {
  const finding: FindingDocument = {
    _id: 'flw_1:data-validation:000001',
    client_account_id: 'acme',
    engagement_id: 'main',
    flow_id: 'flw_1',
    data_import_id: 'imp_1',
    agent: 'data-validation',
    severity: 'warning',
    code: 'invalid_ip_address',
    message: 'One cell is no IP address.',
    column_index: 0,
    source_field: 'ip_address',
    count: 1,
    cells: [],
  };
  expect(await rowOf(findingTable(one(finding), places))).toMatchObject({
    agent: 'Data validation',
    severity: 'Warning',
    finding: 'Not an IP address',
    code: 'invalid_ip_address',
    source_field: 'ip_address',
  });
});

test('dependencies have relation, state, class and field in words', async () => {
  const edge = {
    from_asset_id: 'ast_1',
    relation: 'runs_on',
    state: 'ambiguous',
    to_asset_id: null,
    to_name: 'esx-1',
    candidate_ids: ['ast_2', 'ast_3'],
    field: 'host_server',
    row_number: 1,
  } as unknown as EdgeDocument;
  const labels = new Map([['ast_1', { _id: 'ast_1', name: 'srv-1', asset_class: 'virtual_machine' as const }]]);
  const table = dependencyTable(one(edge), async () => Promise.resolve({ labels, places }));
  expect(await rowOf(table)).toMatchObject({
    from_class: 'Virtual machine',
    relation: 'runs on',
    state: 'Several have the name',
    field: 'Host server',
  });
});

test('changes have the values in words, and numbers and days as such', async () => {
  const change = {
    kind: 'conflict',
    asset_id: null,
    name: 'srv-1',
    asset_class: 'network_device',
    row_numbers: [7],
    changes: [{ field: 'install_date', before: [], after: [value('2024-03-15')] }],
    decided_by: null,
  } as unknown as AssetChangeDocument;
  expect(await rowOf(changeTable(one(change), targetFields, { places, hasNames: true }))).toMatchObject({
    class: 'Network device',
    change: 'Held',
    field: 'Install date',
    before: null,
    after: { iso: '2024-03-15' },
    records: 7,
  });
  expect(changeTable(one(change), targetFields, { places, hasNames: false }).headers).toEqual([
    ...['Name', 'Class', 'Change', 'Field', 'Before', 'After', 'Found in', 'Records', 'Decided by'],
    ...['Inventory ID', 'Last listed in'],
  ]);
});
