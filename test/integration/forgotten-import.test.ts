import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storeImport } from '../harness/store-import.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const sheet = { columns: ['Hostname', 'Env'], rows: [['srv-1', 'PRD']] };
const env = { target_field: 'lifecycle_stage', value_mappings: [{ value: 'PRD', target_value: 'operate' }] };

async function openImport(connection: Connection) {
  const { flow_id, data_import_id } = await storeImport(connection, { sheet });
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  return { flow_id, params: { data_import_id } };
}

const list = (connection: Connection, params: { data_import_id: string }) =>
  fetchEndpoint(connection, endpoints.listFieldMappings, { params });

/** Imports a sheet and has it remembered that its second column is no environment. */
async function teach(connection: Connection) {
  const { flow_id, params } = await openImport(connection);
  const { items, revision } = await list(connection, params);
  const body = { changes: [{ id: items[1]?.id ?? '', ...env }] };
  await fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body, ifMatch: revision });
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} });
  await waitForFlow(connection, flow_id, ['completed']);
  return { flow_id, params };
}

const ends = {
  deleted: (connection: Connection, { flow_id }: Awaited<ReturnType<typeof teach>>) =>
    fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id }, query: { forget_mappings: 'true' } }),
  withdrawn: async (connection: Connection, { flow_id, params }: Awaited<ReturnType<typeof teach>>) => {
    await fetchEndpoint(connection, endpoints.withdrawImport, { params, body: { forget_mappings: true } });
    await waitForFlow(connection, flow_id, ['cancelled']);
  },
};

test.each(['deleted', 'withdrawn'] as const)(
  'columns of another engagement have their own suggestion again once the import they were learned from is %s',
  async (end) => {
    const client = `forgotten-${end}`;
    const taught = await teach(service.as(client));
    const other = service.as(client, 'second');
    const { params } = await openImport(other);
    const before = await list(other, params);
    expect(before.items[1]).toMatchObject({ target_field: 'lifecycle_stage', match_type: 'remembered' });
    await ends[end](service.as(client), taught);
    const after = await list(other, params);
    expect(after.items[1]).toMatchObject({ target_field: 'environment', memory_id: null });
    expect(after.items[1]?.value_mappings?.[0]).toMatchObject({ target_value: 'production', remembered: null });
    expect(after.items[0]?.memory_id).toBeNull();
    expect(after.revision).toBeGreaterThan(before.revision);
  },
);
