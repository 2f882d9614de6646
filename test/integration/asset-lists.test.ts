import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { storedLargeAsset } from '../harness/stored-inventory.ts';

const asset_id = 'ast_large';
const other = 'ast_other';
let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  const tenant = { clientAccountId: 'large', engagementId: 'main' };
  const size = { records: 2_350, parts: 1_250, imports: 130 };
  await service.db.collection('assets').insertOne(storedLargeAsset(tenant, asset_id, size) as never);
  await service.db.collection('assets').insertOne(storedLargeAsset(tenant, other, size) as never);
});
afterAll(() => service?.stop());

const params = { asset_id };
const large = () => service.as('large');

type Page = { items: unknown[]; next_cursor: string | null };
async function sizesOf(read: (query: { limit: number; cursor?: string }) => Promise<Page>): Promise<number[]> {
  const sizes: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page = await read({ limit: 1_000, ...(cursor === undefined ? {} : { cursor }) });
    sizes.push(page.items.length);
    cursor = page.next_cursor;
  }
  return sizes;
}

describe('an asset that thousands of records speak of', () => {
  test('is answered with the first of its lists and how long they are', async () => {
    const asset = await fetchEndpoint(large(), endpoints.getAsset, { params });
    expect([asset.components.length, asset.component_count]).toEqual([100, 1_250]);
    expect([asset.sources.length, asset.source_count]).toEqual([100, 130]);
    expect([asset.sources[0]?.row_numbers.length, asset.sources[0]?.row_count]).toEqual([100, 2_350]);
  });

  test('has all of each on pages', async () => {
    expect(await sizesOf((query) => fetchEndpoint(large(), endpoints.listAssetComponents, { params, query }))).toEqual([
      1_000, 250,
    ]);
    expect(await sizesOf((query) => fetchEndpoint(large(), endpoints.listAssetSources, { params, query }))).toEqual([
      130,
    ]);
    expect(await sizesOf((query) => fetchEndpoint(large(), endpoints.listAssetRecords, { params, query }))).toEqual([
      1_000, 1_000, 479,
    ]);
    const query = { data_import_id: 'imp_0', limit: 2 };
    expect(await fetchEndpoint(large(), endpoints.listAssetRecords, { params, query })).toEqual({
      items: [
        { data_import_id: 'imp_0', row_number: 1 },
        { data_import_id: 'imp_0', row_number: 2 },
      ],
      next_cursor: 'ast_large:2',
    });
  });

  test('takes no cursor but its own, and is nobody else’s', async () => {
    for (const cursor of [`${other}:100`, `${asset_id}:`, `${asset_id}:-1`, `${asset_id}:1e3`, '100'])
      expect(
        await refusalOf(fetchEndpoint(large(), endpoints.listAssetRecords, { params, query: { cursor } })),
      ).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await refusalOf(fetchEndpoint(service.as('else'), endpoints.listAssetRecords, { params }))).toMatchObject({
      status: 404,
    });
  });
});
