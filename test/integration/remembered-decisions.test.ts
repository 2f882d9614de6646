import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { importWhole } from '../harness/import-whole.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

/** Imports two machines of one serial number, and has it remembered that they are two. */
async function decideAndRemember(client: string, serial: string): Promise<{ flowId: string; dataImportId: string }> {
  const connection = service.as(client);
  const columns = ['Hostname', 'Serial Number'];
  const rows = ['web01', 'db01'].map((name) => [`${name}-${serial}`, serial]);
  const { flow_id, data_import_id } = await importWhole(connection, { sheet: { columns, rows } });
  const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params: { flow_id } });
  const decisions = items.map(({ conflict_id }) => ({ conflict_id, action: 'separate' as const }));
  await fetchEndpoint(connection, endpoints.decideConflicts, {
    params: { flow_id },
    body: { decisions, remember: true },
  });
  return { flowId: flow_id, dataImportId: data_import_id };
}

const rulesOf = async (client: string) =>
  (await fetchEndpoint(service.as(client), endpoints.listRememberedDecisions)).items;

test.each([
  ['true', 0, 0],
  ['false', 1, 2],
] as const)('a deleted flow teaches no longer, if asked: %p', async (isAsked, left, mappings) => {
  const client = `deleted-${isAsked}`;
  const connection = service.as(client);
  const { flowId, dataImportId } = await decideAndRemember(client, 'CZ9934');
  const preview = await fetchEndpoint(connection, endpoints.previewWithdrawal, {
    params: { data_import_id: dataImportId },
  });
  expect([preview.learned_mappings, preview.learned_decisions]).toEqual([2, 1]);
  await fetchEndpoint(connection, endpoints.deleteFlow, {
    params: { flow_id: flowId },
    query: { forget_mappings: isAsked },
  });
  expect(await rulesOf(client)).toHaveLength(left);
  const { items } = await fetchEndpoint(connection, endpoints.listMappingMemory, { query: { limit: 10 } });
  expect(items).toHaveLength(mappings);
  const [event] = await service.db
    .collection('audit_events')
    .find({ action: 'flow.delete', subject: flowId })
    .toArray();
  expect(event?.['details']).toEqual({ was: 'completed', forget_mappings: isAsked === 'true' });
});

test.each([
  [true, 1],
  [false, 2],
])('decisions made in a withdrawn import are counted before, and forgotten if asked: %p', async (isAsked, left) => {
  const client = `decisions-${isAsked}`;
  const connection = service.as(client);
  await decideAndRemember(client, 'CZ7712');
  const { flowId, dataImportId } = await decideAndRemember(client, 'CZ9934');
  expect(await rulesOf(client)).toHaveLength(2);
  const params = { data_import_id: dataImportId };
  const preview = await fetchEndpoint(connection, endpoints.previewWithdrawal, { params });
  expect(preview.learned_decisions).toBe(1);
  await fetchEndpoint(connection, endpoints.withdrawImport, { params, body: { forget_mappings: isAsked } });
  await waitForFlow(connection, flowId, ['cancelled']);
  const rules = await rulesOf(client);
  expect(rules).toHaveLength(left);
  expect(rules.flatMap(({ names }) => names)).toContain('web01-cz7712');
});

test('machines are separated without the version of the case, where nothing came that they may be', async () => {
  const connection = service.as('unversioned');
  const columns = ['Hostname', 'Serial Number'];
  const rows = ['web01', 'db01'].map((name) => [name, 'CZ7712']);
  await importWhole(connection, { sheet: { columns, rows: rows.slice(0, 1) } });
  const { flow_id } = await importWhole(connection, { sheet: { columns, rows } });
  const params = { flow_id };
  const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params });
  const decisions = items.map(({ conflict_id }) => ({ conflict_id, action: 'separate' as const }));
  const decided = await fetchEndpoint(connection, endpoints.decideConflicts, { params, body: { decisions } });
  expect(decided).toEqual({ decided: 1, assets_written: 2 });
  const assets = await fetchEndpoint(connection, endpoints.listAssets, { query: { sort: 'name' } });
  expect(assets.items.map(({ name, source_count }) => [name, source_count])).toEqual([
    ['db01', 1],
    ['web01', 2],
  ]);
});
