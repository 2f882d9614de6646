import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storeImport } from '../harness/store-import.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const COLUMN = 'Business Criticality';
const sheet = {
  columns: ['Hostname', COLUMN],
  rows: ['High', 'Critcal', 'A'].map((value, at) => [`srv-${at}`, value]),
};

interface Import {
  connection: Connection;
  flow_id: string;
  params: { data_import_id: string };
}

async function approveShown({ connection, flow_id, params }: Import): Promise<void> {
  await fetchEndpoint(connection, endpoints.approveFieldMappings, {
    params,
    body: { minimum_confidence: 0.5, preview_inventory: true },
  });
  await until('the inventory is shown', async () => {
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } });
    return flow.current_phase === 'asset_inventory' && flow.status === 'waiting_for_approval';
  });
}

async function reviewed({ connection, params }: Import) {
  const { items, revision } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  const mapping = items.find(({ source_field: header }) => header === COLUMN);
  const meanings = mapping?.value_mappings?.map(({ value, target_value, needs_decision, decided_by }) => [
    value,
    target_value,
    needs_decision ? 'to decide' : decided_by === null ? 'proposed' : 'decided',
  ]);
  return { id: mapping?.id ?? '', revision, meanings };
}

async function cleansed({ connection, params }: Import) {
  const { items } = await fetchEndpoint(connection, endpoints.listCleansedRecords, { params });
  return items.map(({ cells }) => cells[1]?.value);
}

test('what a value is only guessed to mean is decided by who approves its column, and by nobody in bulk, however often', async () => {
  const connection = service.as('guessed');
  const stored = await storeImport(connection, { sheet });
  const { flow_id, data_import_id } = stored;
  const of = { connection, flow_id, params: { data_import_id } };
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const reopen = () => fetchEndpoint(connection, endpoints.reopenMappings, { params: { flow_id } });

  for (const again of [true, false]) {
    await approveShown(of);
    expect((await reviewed(of)).meanings).toEqual([
      ['High', 'high', 'decided'],
      ['Critcal', 'critical', 'to decide'],
      ['A', 'critical', 'to decide'],
    ]);
    expect(await cleansed(of)).toEqual(['high', null, null]);
    if (again) await reopen();
  }

  await reopen();
  const { id, revision } = await reviewed(of);
  await fetchEndpoint(connection, endpoints.changeFieldMappings, {
    params: of.params,
    body: { changes: [{ id, status: 'approved' }] },
    ifMatch: revision,
  });
  expect((await reviewed(of)).meanings?.map(([, , state]) => state)).toEqual(['decided', 'proposed', 'proposed']);
  await approveShown(of);
  expect((await reviewed(of)).meanings?.map(([, , state]) => state)).toEqual(['decided', 'decided', 'decided']);
  expect(await cleansed(of)).toEqual(['high', 'critical', 'critical']);
});
