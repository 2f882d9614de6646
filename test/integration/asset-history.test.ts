import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { AssetDetail } from '#shared/schemas/asset.schema.ts';
import { importWhole } from '../harness/import-whole.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
let owner: Connection;
let months: { flow_id: string; data_import_id: string }[];

const machine = (name: string, serial: string, memory: number): Cell[] => [name, serial, memory, 'Production'];
const others = Array.from({ length: 10 }, (_, at) => machine(`app-${at}`, `CZJ81234${at}7`, 16));

beforeAll(async () => {
  service = await startTestService();
  owner = service.as('monthly');
  const month = (name: string, rows: Cell[][]) =>
    importWhole(owner, {
      sheet: { columns: ['Hostname', 'Serial Number', 'Memory (GB)', 'Environment'], rows: [...others, ...rows] },
      metadata: { filename: `servers_2026-${name}.xlsx`, size: 1, type: 'text/csv' },
    });
  months = [
    await month('01', [
      machine('db-1', 'CZJ9000A1', 32),
      machine('WEB-1', 'CZJ9000B1', 8),
      machine('old-1', 'CZJ9000C1', 8),
    ]),
    await month('02', [machine('db-1', 'CZJ9000A1', 64), machine('web-1', 'CZJ9000B2', 8)]),
    await month('03', [machine('db-1', 'CZJ9000A1', 64), machine('web-1', 'CZJ9000B2', 8)]),
  ];
});
afterAll(() => service?.stop());

async function assetOf(search: string): Promise<AssetDetail> {
  const { items } = await fetchEndpoint(owner, endpoints.listAssets, { query: { search } });
  const [asset_id = ''] = items.map((one) => one.asset_id);
  return fetchEndpoint(owner, endpoints.getAsset, { params: { asset_id } });
}

const changesOf = (month: number, kind: 'created' | 'missing') =>
  fetchEndpoint(owner, endpoints.listAssetChanges, {
    params: { flow_id: months[month]?.flow_id ?? '' },
    query: { kind },
  });

test('an asset says of a value that changed what it was, and with which import that ended', async () => {
  const { values, last_changes: changes } = await assetOf('CZJ9000A1');
  expect(values.find(({ field }) => field === 'memory_gb')?.values).toMatchObject([{ value: 64 }]);
  expect(changes).toMatchObject([
    {
      field: 'memory_gb',
      before: [{ value: 32, filename: 'servers_2026-01.xlsx' }],
      changed_by: { data_import_id: months[1]?.data_import_id, filename: 'servers_2026-02.xlsx' },
    },
  ]);
  expect((await assetOf('CZJ8123407')).last_changes).toEqual([]);
});

test('a missing asset says which new one of the same sheet has its name, in the list and by itself, and the new one likewise', async () => {
  const [before, instead, gone] = await Promise.all(['CZJ9000B1', 'CZJ9000B2', 'CZJ9000C1'].map(assetOf));
  const { items } = await changesOf(1, 'missing');
  expect(items.map(({ name, namesake_id }) => [name, namesake_id])).toEqual([
    ['old-1', null],
    ['WEB-1', instead?.asset_id],
  ]);
  expect((await changesOf(2, 'missing')).items.map(({ namesake_id }) => namesake_id)).toEqual([null, null]);
  expect([before?.namesake, instead?.namesake, gone?.namesake]).toMatchObject([
    { asset_id: instead?.asset_id, is_newer: true, changed_by: { filename: 'servers_2026-02.xlsx' } },
    { asset_id: before?.asset_id, is_newer: false, changed_by: { filename: 'servers_2026-02.xlsx' } },
    null,
  ]);
});

test('a created asset says how many values its import gave it', async () => {
  const { items } = await changesOf(0, 'created');
  expect(items).toHaveLength(13);
  expect(items.map(({ changes, value_count }) => [changes.length, value_count])).toEqual(items.map(() => [0, 4]));
});
