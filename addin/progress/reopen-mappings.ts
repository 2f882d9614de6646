import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

/** Back to the mappings, which stay as they were decided. @throws ApiFailure */
export function reopenMappings(connection: PaneConnection, { flow_id }: Flow): Promise<unknown> {
  return fetchEndpoint(connection, endpoints.reopenMappings, { params: { flow_id } });
}
