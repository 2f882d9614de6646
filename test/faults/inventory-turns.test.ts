import { afterEach, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { storeImport } from '../harness/store-import.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { clearFailPoints, setFailPoint } from '../harness/fail-points.ts';
import { importWhole } from '../harness/import-whole.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
afterEach(async () => {
  await clearFailPoints(service.db);
  await service?.stop();
});

const columns = ['Hostname', 'Serial Number', 'Location'];
const sheetOf = (rows: Cell[][]) => ({ sheet: { columns, rows } });
const withdraw = (connection: Connection, dataImportId: string) =>
  fetchEndpoint(connection, endpoints.withdrawImport, { params: { data_import_id: dataImportId }, body: {} });
const assets = (client: string) => service.db.collection('assets').find({ client_account_id: client }).toArray();

test('an import that is withdrawn while a worker still writes it is gone for good, though that worker hears of it late', async () => {
  let reached = (): void => undefined;
  let letGo = (): void => undefined;
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  service = await startTestService({
    agentFor: disturbedAgents('asset_inventory', async () => {
      reached();
      await isLetGo;
    }),
  });
  const connection = service.as('late');
  const { flow_id, data_import_id } = await storeImport(connection, sheetOf([['web01', 'CZ1111', 'Bonn']]));
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params: { data_import_id }, body: {} });
  await isReached;
  await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id } });
  await withdraw(connection, data_import_id);
  // Later than the withdrawal would be done, if it did not wait for that worker.
  setTimeout(letGo, 1_500);
  await waitForFlow(connection, flow_id, ['cancelled']);
  // That nothing is written any more, which nobody tells.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await assets('late')).toEqual([]);
});

test('a decision and the withdrawal of another import take turns, whichever comes first', async () => {
  service = await startTestService();
  const connection = service.as('turns');
  const first = await importWhole(connection, sheetOf([['web01', 'CZ1111', 'Bonn']]));
  await importWhole(connection, sheetOf([['web01', 'CZ1111', 'Bonn']]));
  const held = [
    ['web01', 'CZ1111', 'Kiel'],
    ['db01', 'CZ1111', 'Ulm'],
  ];
  const third = await importWhole(connection, sheetOf(held));
  const { items } = await fetchEndpoint(connection, endpoints.listHeldCases, {});
  const [{ conflict_id = '', candidates = [] } = {}] = items;
  const decision = { conflict_id, action: 'merge' as const, asset_id: candidates[0]?.asset_id ?? '' };
  const isDeciding = await setFailPoint(service.db, service.appName, {
    commands: ['commitTransaction'],
    blockMs: 3_000,
  });
  const deciding = fetchEndpoint(connection, endpoints.decideConflicts, {
    params: { flow_id: third.flow_id },
    body: { decisions: [decision] },
  });
  await isDeciding();
  await withdraw(connection, first.data_import_id);
  expect(await deciding).toMatchObject({ assets_written: 1 });
  await waitForFlow(connection, first.flow_id, ['cancelled']);
  const [asset, ...others] = await assets('turns');
  expect(others).toEqual([]);
  const sources = asset?.['sources'] as { data_import_id: string }[] | undefined;
  const imports = sources?.map(({ data_import_id }) => data_import_id);
  expect(imports).toHaveLength(2);
  expect(imports).not.toContain(first.data_import_id);
  expect(imports).toContain(third.data_import_id);
});

test('a rebuild that is asked for while a decision is being committed knows what was decided', async () => {
  service = await startTestService();
  const connection = service.as('rebuilds');
  const held = [
    ['web01', 'CZ1111', 'Kiel'],
    ['db01', 'CZ1111', 'Ulm'],
    ['app01', 'CZ2222', 'Ulm'],
  ];
  const { flow_id } = await importWhole(connection, sheetOf(held));
  const params = { flow_id };
  const { items } = await fetchEndpoint(connection, endpoints.listHeldCases, {});
  const [{ conflict_id = '' } = {}] = items;
  const isDeciding = await setFailPoint(service.db, service.appName, {
    commands: ['commitTransaction'],
    blockMs: 3_000,
  });
  const decisions = [{ conflict_id, action: 'separate' as const }];
  const deciding = fetchEndpoint(connection, endpoints.decideConflicts, { params, body: { decisions } });
  await isDeciding();
  await fetchEndpoint(connection, endpoints.rebuildFlow, { params });
  expect(await deciding).toMatchObject({ assets_written: 2 });
  await waitForFlow(connection, flow_id, ['completed']);
  const { summary } = await fetchEndpoint(connection, endpoints.getTechDebtSummary);
  expect(summary?.assets).toBe(3);
});
