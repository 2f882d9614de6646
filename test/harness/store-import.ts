import { randomUUID } from 'node:crypto';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { StoreImportRequest, StoreImportResponse } from '#shared/schemas/import.schema.ts';
import { buildStoreRequest } from '../builders/store-request.ts';

/** Stores an import through the API, as the pane does. */
export async function storeImport(
  connection: Connection,
  overrides: Partial<StoreImportRequest> = {},
  idempotencyKey: string = randomUUID(),
): Promise<StoreImportResponse> {
  return fetchEndpoint(connection, endpoints.storeImport, { body: buildStoreRequest(overrides), idempotencyKey });
}
