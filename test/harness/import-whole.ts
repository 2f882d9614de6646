import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { StoreImportRequest, StoreImportResponse } from '#shared/schemas/import.schema.ts';
import { storeImport } from './store-import.ts';
import { waitForFlow } from './service-harness.ts';

/** Imports a sheet, approves what is suggested, and waits for the flow's end. */
export async function importWhole(
  connection: Connection,
  request: Partial<StoreImportRequest>,
): Promise<StoreImportResponse> {
  const stored = await storeImport(connection, request);
  await waitForFlow(connection, stored.flow_id, ['waiting_for_approval'], 60_000);
  await fetchEndpoint(connection, endpoints.approveFieldMappings, {
    params: { data_import_id: stored.data_import_id },
    body: {},
  });
  await waitForFlow(connection, stored.flow_id, ['completed'], 60_000);
  return stored;
}

/** What an agent said of its completed run. */
export async function resultOf(connection: Connection, flowId: string, agent: string) {
  const { items } = await fetchEndpoint(connection, endpoints.listTasks, {
    params: { flow_id: flowId },
    query: { limit: 100 },
  });
  return items.find((task) => task.agent === agent && task.status === 'completed')?.result ?? null;
}
