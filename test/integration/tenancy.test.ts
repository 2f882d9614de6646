import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { API_PREFIX, type Endpoint } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { fieldMappingId, type ImportFieldMappingDocument } from '#service/models/import-field-mapping.model.ts';
import { inTransaction } from '#service/platform/database/mongo.ts';
import type { StoreImportResponse } from '#shared/schemas/import.schema.ts';
import { startTestService, waitForFlow, ADMIN_KEY, type TestService } from '../harness/service-harness.ts';
import { buildSheet, buildStoreRequest } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import { digestOf, jsonBytes, openUpload } from '../harness/uploads.ts';

let service: TestService;
let stored: StoreImportResponse;
let foreignKeyId: string;
let uploadId: string;
beforeAll(async () => {
  service = await startTestService();
  uploadId = (await openUpload(service.as('first-client'), buildSheet())).upload_id;
  stored = await storeImport(service.as('first-client'));
  await waitForFlow(service.as('first-client'), stored.flow_id, ['waiting_for_approval']);
  await storeImport(service.as('other'));
  const made = await fetchEndpoint({ origin: service.origin, apiKey: ADMIN_KEY }, endpoints.createApiKey, {
    body: {
      name: 'key of first-client',
      role: 'viewer',
      grant: { client_account_id: 'first-client', engagement_id: 'main' },
    },
  });
  foreignKeyId = made.key_id;
});
afterAll(() => service?.stop());

/** A body each route would accept, so that a 404 can only come from the id. */
const { metadata, upload_context, sheet } = buildStoreRequest();
const bodies: Record<string, unknown> = {
  changeFieldMappings: { changes: [{ id: 'x', status: 'rejected' }] },
  approveFieldMappings: {},
  resumeFlow: {},
  previewDecision: { action: 'leave_out' },
  previewDecisions: { decisions: [{ conflict_id: 'x', action: 'leave_out' }] },
  decideConflicts: { decisions: [{ conflict_id: 'x', action: 'leave_out' }] },
  addTargetField: { name: 'own_field', type: 'string', definition: 'x' },
  changeTargetField: { retired: true },
  correctRememberedMapping: { target_field: null },
  storeImport: buildStoreRequest(),
  openUpload: { columns: sheet?.columns, total_rows: 3, metadata, upload_context },
  storeChunk: { first_row: 1, rows: sheet?.rows },
};

const withIds = (Object.entries(endpoints) as [string, Endpoint][]).filter(([, endpoint]) =>
  endpoint.path.includes('{'),
);

async function call(endpoint: Endpoint, name: string, headers: Record<string, string>): Promise<Response> {
  const ids: Record<string, string> = {
    flow_id: stored.flow_id,
    data_import_id: stored.data_import_id,
    key_id: foreignKeyId,
    upload_id: uploadId,
    n: '0',
  };
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, id: string) => ids[id] ?? `no-id-for-${id}`);
  const body = bodies[name] === undefined ? null : jsonBytes(bodies[name]);
  return fetch(service.origin + API_PREFIX + path, {
    method: endpoint.method,
    headers: {
      ...headers,
      'If-Match': '"1"',
      ...(body ? { 'Content-Type': 'application/json', 'Content-Digest': digestOf(body) } : {}),
    },
    ...(body ? { body } : {}),
  });
}

describe('a tenant', () => {
  test('has a route to be kept out of: the list below is not empty', () => {
    expect(withIds.length).toBeGreaterThan(8);
  });

  test.each(withIds)("gets 404 from %s with another tenant's id", async (name, endpoint) => {
    const other = await service.keyFor('admin', 'other', 'main');
    const response = await call(endpoint, name, { Authorization: `Bearer ${other.apiKey}` });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('first-client');
  });

  test.each(withIds.filter(([, endpoint]) => endpoint.tenant === 'one'))(
    'gets 404 from %s as an all-access admin in the wrong engagement',
    async (name, endpoint) => {
      const response = await call(endpoint, name, {
        Authorization: `Bearer ${ADMIN_KEY}`,
        'X-Client-Account-Id': 'first-client',
        'X-Engagement-Id': 'elsewhere',
      });
      expect(response.status).toBe(404);
    },
  );

  test.each((Object.entries(endpoints) as [string, Endpoint][]).filter(([, endpoint]) => endpoint.tenant === 'one'))(
    'is refused by %s when the headers name what its key is not granted',
    async (name, endpoint) => {
      const other = await service.keyFor('admin', 'other', 'main');
      const response = await call(endpoint, name, {
        Authorization: `Bearer ${other.apiKey}`,
        'X-Client-Account-Id': 'first-client',
        'X-Engagement-Id': 'main',
      });
      expect(response.status).toBe(403);
    },
  );

  test('sees nothing of another tenant in any list', async () => {
    const other = await service.keyFor('admin', 'other', 'main');
    const lists = (Object.entries(endpoints) as [string, Endpoint][]).filter(
      ([, endpoint]) => endpoint.method === 'GET' && !endpoint.path.includes('{'),
    );
    for (const [name, endpoint] of lists) {
      const response = await call(endpoint, name, { Authorization: `Bearer ${other.apiKey}` });
      const text = await response.text();
      expect([name, response.status, text.includes(stored.flow_id) || text.includes('"first-client"')]).toEqual([
        name,
        200,
        false,
      ]);
    }
  });

  test('changes nothing of another tenant, also where each change names its own document', async () => {
    const mappings = new TenantCollection(service.mongo.model<ImportFieldMappingDocument>('ImportFieldMapping'));
    const [first, second] = [0, 1].map((column) => fieldMappingId(stored.data_import_id, column));
    const rename = async (clientAccountId: string) => {
      const tenant = { clientAccountId, engagementId: 'main' };
      const changes = [first, second].map((_id, at) => ({
        filter: { _id: _id ?? '' },
        update: { $set: { rejection_reason: `${clientAccountId} ${at}` } },
      }));
      await inTransaction(service.mongo, (session) => mappings.changeEach(tenant, changes, session));
    };
    await rename('first-client');
    await rename('other');
    const found = await service.db
      .collection('import_field_mappings')
      .find({ _id: { $in: [first, second] } as never })
      .sort({ _id: 1 })
      .toArray();
    expect(found).toMatchObject([0, 1].map((at) => ({ rejection_reason: `first-client ${at}` })));
  });

  test('finds its own by the same ids', async () => {
    const owner = service.as('first-client');
    expect(await fetchEndpoint(owner, endpoints.getFlow, { params: { flow_id: stored.flow_id } })).toMatchObject({
      status: 'waiting_for_approval',
    });
    expect(
      await fetchEndpoint(owner, endpoints.getImport, { params: { data_import_id: stored.data_import_id } }),
    ).toMatchObject({ total_records: 3 });
  });
});
