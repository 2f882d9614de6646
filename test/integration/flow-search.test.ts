import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';
import { buildStoreRequest } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await store('acme', 'RVTools (Berlin).xlsx', 'vInfo');
  await store('acme', 'servers 2026.csv', null);
  await store('acme', 'network.xlsx', 'Switches_50%');
  await store('globex', 'RVTools of globex.xlsx', 'vInfo');
});
afterAll(() => service?.stop());

/** Stores an import and ends its flow, so that the engagement takes the next one. */
async function store(client: string, filename: string, sheetName: string | null): Promise<void> {
  const { metadata } = buildStoreRequest();
  const { sheet_name: _name, ...rest } = metadata;
  const { flow_id } = await storeImport(service.as(client), {
    metadata: { ...rest, filename, ...(sheetName === null ? {} : { sheet_name: sheetName }) },
  });
  await fetchEndpoint(service.as(client), endpoints.deleteFlow, { params: { flow_id } });
}

async function found(search: string, client = 'acme'): Promise<string[]> {
  const { items } = await fetchEndpoint(service.as(client), endpoints.listFlows, { query: { search } });
  return items.map(({ filename }) => filename);
}

describe('a search among flows', () => {
  test('finds a part of the name of the file or the sheet, whatever its case', async () => {
    expect(await found('rvtools')).toEqual(['RVTools (Berlin).xlsx']);
    expect(await found('VINFO')).toEqual(['RVTools (Berlin).xlsx']);
    expect(await found('2026')).toEqual(['servers 2026.csv']);
    expect(await found('.xlsx')).toEqual(['network.xlsx', 'RVTools (Berlin).xlsx']);
    expect(await found('  switches ')).toEqual(['network.xlsx']);
    expect(await found('   ')).toHaveLength(3);
    expect(await found('no such file')).toEqual([]);
  });

  test('takes what is typed as it is typed: no operator of a pattern or of the database means anything', async () => {
    expect(await found('(berlin)')).toEqual(['RVTools (Berlin).xlsx']);
    expect(await found('50%')).toEqual(['network.xlsx']);
    for (const operators of ['.*', '^servers', 'RV|net', '[a-z]', '((', '\\', '{"$ne":null}'])
      expect(await found(operators)).toEqual([]);
    expect(await found(`${'(a+)+'.repeat(30)}$`)).toEqual([]);
  });

  test('is of one tenant, goes with the status, and is paged like the list', async () => {
    expect(await found('vinfo', 'globex')).toEqual(['RVTools of globex.xlsx']);
    const connection = service.as('acme');
    const page = (query: object) => fetchEndpoint(connection, endpoints.listFlows, { query });
    expect((await page({ search: 'servers', status: 'completed' })).items).toEqual([]);
    const first = await page({ search: 'xlsx', limit: 1 });
    expect(first.items.map(({ filename }) => filename)).toEqual(['network.xlsx']);
    const second = await page({ search: 'xlsx', limit: 1, cursor: first.next_cursor ?? '' });
    expect(second.items.map(({ filename }) => filename)).toEqual(['RVTools (Berlin).xlsx']);
    expect(second.next_cursor).toBeNull();
  });

  test('that is too long or holds a NUL is refused', async () => {
    for (const search of ['x'.repeat(201), 'a\u0000b'])
      expect(
        await refusalOf(fetchEndpoint(service.as('acme'), endpoints.listFlows, { query: { search } })),
      ).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});

test('the two things a flow waits for are told apart, and go with status and search', async () => {
  const connection = service.as('waiting');
  const { flow_id, data_import_id } = await storeImport(connection);
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const listed = async (query: object) =>
    (await fetchEndpoint(connection, endpoints.listFlows, { query })).items.map((flow) => flow.flow_id);
  expect(await listed({ waits_for: 'mappings' })).toEqual([flow_id]);
  expect(await listed({ waits_for: 'inventory' })).toEqual([]);
  await fetchEndpoint(connection, endpoints.approveFieldMappings, {
    params: { data_import_id },
    body: { preview_inventory: true, minimum_confidence: 0.5 },
  });
  await until('it waits with its inventory', async () => (await listed({ waits_for: 'inventory' })).length === 1);
  expect(await listed({ waits_for: 'mappings' })).toEqual([]);
  expect(await listed({ waits_for: 'inventory', status: 'waiting_for_approval' })).toEqual([flow_id]);
  expect(await listed({ waits_for: 'inventory', status: 'failed' })).toEqual([]);
  expect(await listed({ waits_for: 'inventory', search: 'no such file' })).toEqual([]);
});
