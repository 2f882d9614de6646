import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { AgentError } from '#service/agents/agent.ts';
import { storeImport } from '../harness/store-import.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';

let service: TestService;
/** Whether data cleansing fails; set by a test. */
let isFailing = false;
beforeAll(async () => {
  service = await startTestService({
    agentFor: disturbedAgents('data_cleansing', () =>
      isFailing ? Promise.reject(new AgentError('broken', 'It cannot be read.', { isFinal: true })) : Promise.resolve(),
    ),
  });
});
afterAll(() => service?.stop());

/** Two of the machines have one serial number, which holds them; `Note` is taken for the place at first. */
const columns = ['Hostname', 'Serial Number', 'Note'];
const rows = ['web01', 'db01', 'app01'].map((name, at) => [name, at < 2 ? 'CZ9934' : 'CZ7712', `Berlin ${at}`]);

async function approved(client: string): Promise<{ connection: Connection; flow_id: string; data_import_id: string }> {
  const connection = service.as(client);
  const { flow_id, data_import_id } = await storeImport(connection, { sheet: { columns, rows } });
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  await decide(connection, data_import_id, 'location');
  await approve(connection, data_import_id);
  return { connection, flow_id, data_import_id };
}

async function decide(connection: Connection, data_import_id: string, note: string | null): Promise<void> {
  const params = { data_import_id };
  const { items, revision } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  const id = items.find(({ source_field: header }) => header === 'Note')?.id ?? '';
  const body = { changes: [{ id, target_field: note }] };
  await fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body, ifMatch: revision });
}

const approve = (connection: Connection, data_import_id: string) =>
  fetchEndpoint(connection, endpoints.approveFieldMappings, {
    params: { data_import_id },
    body: { preview_inventory: true },
  });

const reopen = (connection: Connection, flow_id: string) =>
  fetchEndpoint(connection, endpoints.reopenMappings, { params: { flow_id } });

const flowOf = (connection: Connection, flow_id: string) =>
  fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } });

const isShown = (connection: Connection, flow_id: string) =>
  until('it shows its inventory', async () => {
    const { current_phase, status } = await flowOf(connection, flow_id);
    return status === 'failed' || (current_phase === 'asset_inventory' && status === 'waiting_for_approval');
  });

const changesOf = async (connection: Connection, flow_id: string) =>
  (await fetchEndpoint(connection, endpoints.listAssetChanges, { params: { flow_id } })).items;
const conflictsOf = async (connection: Connection, flow_id: string) =>
  (await fetchEndpoint(connection, endpoints.listConflicts, { params: { flow_id } })).items;

test('mappings of an inventory that is only shown are changed and approved again, and what is written is as if they had been right', async () => {
  const { connection, flow_id, data_import_id } = await approved('back');
  await isShown(connection, flow_id);
  const [held] = await conflictsOf(connection, flow_id);
  expect([(await changesOf(connection, flow_id)).length, held?.things.length]).toEqual([2, 2]);

  expect(await reopen(connection, flow_id)).toMatchObject({
    status: 'waiting_for_approval',
    current_phase: 'waiting_for_approval',
  });
  const flow = await flowOf(connection, flow_id);
  expect(flow.phases.map(({ phase, status }) => `${phase} ${status}`).slice(1, 5)).toEqual([
    'field_mapping completed',
    'waiting_for_approval waiting',
    'data_cleansing not_started',
    'asset_inventory not_started',
  ]);
  expect(await changesOf(connection, flow_id)).toEqual([]);
  expect(await conflictsOf(connection, flow_id)).toEqual([]);
  const { items: findings } = await fetchEndpoint(connection, endpoints.listFindings, { params: { flow_id } });
  expect(findings.filter(({ agent }) => agent === 'asset-inventory' || agent === 'data-cleansing')).toEqual([]);
  const { items } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params: { data_import_id } });
  expect(items.map(({ status }) => status)).toEqual(['approved', 'approved', 'approved']);

  await decide(connection, data_import_id, 'description');
  await approve(connection, data_import_id);
  await isShown(connection, flow_id);
  expect((await changesOf(connection, flow_id)).map(({ kind }) => kind).sort()).toEqual(['conflict', 'created']);
  await fetchEndpoint(connection, endpoints.applyInventory, { params: { flow_id } });
  await waitForFlow(connection, flow_id, ['completed'], 60_000);
  const { items: assets } = await fetchEndpoint(connection, endpoints.listAssets);
  const asset = await fetchEndpoint(connection, endpoints.getAsset, {
    params: { asset_id: assets[0]?.asset_id ?? '' },
  });
  expect(asset.values.map(({ field }) => field).sort()).toEqual(['description', 'hostname', 'serial_number']);
  const acts = service.db.collection('audit_events');
  expect(await acts.countDocuments({ action: 'flow.reopen_mappings', subject: flow_id })).toBe(1);
});

test('decisions on held records are kept for the inventory that comes', async () => {
  const { connection, flow_id, data_import_id } = await approved('kept');
  await isShown(connection, flow_id);
  const decisions = (await conflictsOf(connection, flow_id)).map(({ conflict_id }) => ({
    conflict_id,
    action: 'separate' as const,
  }));
  await fetchEndpoint(connection, endpoints.decideConflicts, { params: { flow_id }, body: { decisions } });
  await reopen(connection, flow_id);
  await approve(connection, data_import_id);
  await isShown(connection, flow_id);
  expect((await changesOf(connection, flow_id)).map(({ kind }) => kind)).toEqual(['created', 'created', 'created']);
});

test('a flow that failed in data cleansing goes back to its mappings too, and on from there', async () => {
  isFailing = true;
  const { connection, flow_id, data_import_id } = await approved('failed');
  await waitForFlow(connection, flow_id, ['failed']);
  isFailing = false;
  await reopen(connection, flow_id);
  expect(await flowOf(connection, flow_id)).toMatchObject({ status: 'waiting_for_approval', error: null });
  await approve(connection, data_import_id);
  await isShown(connection, flow_id);
  expect(await changesOf(connection, flow_id)).toHaveLength(2);
});

test('what is written, not approved or of another tenant is not opened again', async () => {
  const connection = service.as('refused');
  const { flow_id, data_import_id } = await storeImport(connection, { sheet: { columns, rows } });
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  expect(await refusalOf(reopen(connection, flow_id))).toMatchObject({ status: 409, code: 'flow_state_conflict' });
  await approve(connection, data_import_id);
  await isShown(connection, flow_id);
  expect((await refusalOf(reopen(service.as('other'), flow_id))).status).toBe(404);
  await fetchEndpoint(connection, endpoints.applyInventory, { params: { flow_id } });
  await waitForFlow(connection, flow_id, ['completed'], 60_000);
  expect((await refusalOf(reopen(connection, flow_id))).code).toBe('flow_state_conflict');
});
