import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storedInventoryAsset } from '../harness/stored-inventory.ts';
import { storeImport } from '../harness/store-import.ts';
import { startTestService, testMongoUri, type TestService } from '../harness/service-harness.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ settings: { ROLE: 'web', MONGODB_URI: testMongoUri('given') } });
});
afterAll(() => service?.stop());

const tenantOf = (clientAccountId: string) => ({ clientAccountId, engagementId: 'main' });

const server = (keys: string[]) => {
  const asset_class = 'server' as const;
  return { asset_class, class_rule: 'server', keys, values: {}, components: [] };
};

/** Stores assets of these keys. */
async function storeAssets(client: string, keysOfEach: readonly string[][]): Promise<void> {
  const documents = keysOfEach.map((keys, at) => {
    const _id = `ast_${client}_${String(at).padStart(5, '0')}`;
    const owner = { client_account_id: client, engagement_id: 'main' };
    const imported = { first_import_id: 'imp_test', last_import_id: 'imp_test', updated_at: new Date(0) };
    const asset = { _id, ...owner, ...server(keys), name: `known${at}`, sources: [], field_decisions: [], ...imported };
    return storedInventoryAsset(tenantOf(client), asset);
  });
  await service.db.collection<{ _id: string }>('assets').insertMany(documents);
}

/** Stores open cases of a completed import, each of one thing for each list of keys. */
async function storeCases(client: string, cases: readonly string[][][]): Promise<string> {
  const { flow_id, data_import_id } = await storeImport(service.as(client));
  await service.db
    .collection<{ _id: string }>('crewai_flow_state_extensions')
    .updateOne(
      { _id: flow_id },
      { $set: { status: 'completed', is_open: false, current_phase: 'completed', due: null } },
    );
  const sourceOf = (keys: string[]) => ({
    ...{ data_import_id, imported_at: new Date(0), lineage: 'test', decided_by: null, row_numbers: [1] },
    ...server(keys),
  });
  const documents = cases.map((things, at) => ({
    ...{ _id: `${data_import_id}:${String(at).padStart(7, '0')}`, data_import_id },
    ...{ client_account_id: client, engagement_id: 'main', signature: String(at), kind: 'name:addresses' },
    ...{
      reason: 'They share the name.',
      first_row: 1,
      row_numbers: [1],
      candidates: [],
      differing: [],
      decision: null,
    },
    things: things.map((keys) => ({ name: 'held', row_numbers: [1], asset_id: null, source: sourceOf(keys) })),
  }));
  await service.db.collection<{ _id: string }>('inventory_conflicts').insertMany(documents);
  return flow_id;
}

test('a page of a thousand cases leaves others their turn', async () => {
  const keysOf = (at: number) => [`hostname:srv${at}`, `fqdn:srv${at}.corp.example`, `ip:10.1.${at >> 8}.${at & 255}`];
  await storeAssets(
    'pages',
    Array.from({ length: 4_000 }, (_, at) => [...keysOf(at), `serial:s${at}x77`]),
  );
  await storeCases(
    'pages',
    Array.from({ length: 1_000 }, (_, at) => [[...keysOf(at), `serial:s${at}x77`], keysOf(at + 1_000)]),
  );
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  const page = await fetchEndpoint(service.as('pages'), endpoints.listHeldCases, { query: { limit: 1_000 } });
  delays.disable();
  expect(page.items).toHaveLength(1_000);
  expect(page.items[7]?.candidates.map(({ name }) => name)).toEqual(['known7', 'known1007']);
  expect(delays.max / 1e6).toBeLessThan(1_500);
});

test('a key that more assets have than are read of one places nothing, and another key of the records still does', async () => {
  const crowd = Array.from({ length: 300 }, (_, at) => ['name:gateway', ...(at === 250 ? ['serial:cz7712xk'] : [])]);
  await storeAssets('crowds', crowd);
  await storeCases('crowds', [[['name:gateway']], [['hostname:gateway', 'serial:cz7712xk']]]);
  const { items } = await fetchEndpoint(service.as('crowds'), endpoints.listHeldCases);
  expect(items.map(({ candidates }) => candidates.map(({ name }) => name))).toEqual([[], ['known250']]);
});

test('cases of a deleted flow are listed no more, and those of others are', async () => {
  const list = (query: { data_import_id?: string } = {}) =>
    fetchEndpoint(service.as('gone'), endpoints.listHeldCases, { query });
  const gone = await storeCases('gone', [[['name:web01']]]);
  const kept = await storeCases('gone', [[['name:web02']]]);
  await fetchEndpoint(service.as('gone'), endpoints.deleteFlow, { params: { flow_id: gone } });
  const { items } = await list();
  expect(items.map(({ origin }) => origin.flow_id)).toEqual([kept]);
  expect((await list({ data_import_id: items[0]?.origin.data_import_id ?? '' })).items).toHaveLength(1);
  expect((await list({ data_import_id: 'imp_of_nobody' })).items).toEqual([]);
});
