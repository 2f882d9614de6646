import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TenantCollection, type TenantOwned } from '#service/access/tenant-collection.ts';
import { ImportInventoryDesk } from '#service/assets/import-inventory-desk.ts';
import { AssessmentStore } from '#service/assets/assessment-store.ts';
import { removeInBatches } from '#service/platform/database/remove-in-batches.ts';
import { profiled } from './profiled.ts';
import { startTestService, testMongoUri, type TestService } from '../harness/service-harness.ts';

const AT_ONCE = 10_000;
const MANY = 2 * AT_ONCE + 1;
const tenant = { clientAccountId: 'many', engagementId: 'main' };
const owner = { client_account_id: 'many', engagement_id: 'main' };

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ settings: { ROLE: 'web', MONGODB_URI: testMongoUri('given') } });
});
afterAll(() => service?.stop());

/** How many documents each command removed. */
async function removals(collection: string, work: () => Promise<unknown>): Promise<number[]> {
  const found = await profiled(service.db, collection, work);
  return found.filter(({ op }) => op === 'remove').map(({ ndeleted }) => ndeleted as number);
}

async function store(collection: string, id: string, fields: object, many = MANY): Promise<void> {
  const documents = Array.from({ length: many }, (_, at) => ({ _id: `${id}:${at}` as never, ...fields }));
  await service.db.collection(collection).insertMany(documents);
}

test('what an import listed before is removed in parts, and nothing of another import or tenant', async () => {
  const collectionOf = (name: string) => new TenantCollection(service.mongo.model<TenantOwned>(name));
  const desk = new ImportInventoryDesk(
    { assetChanges: collectionOf('AssetChange'), inventoryConflicts: collectionOf('InventoryConflict') } as never,
    tenant,
    'imp_1',
  );
  await store('asset_changes', 'imp_1', { ...owner, data_import_id: 'imp_1', kind: 'created' });
  const kept = [
    { _id: 'imp_2:1' as never, ...owner, data_import_id: 'imp_2', kind: 'created' },
    { _id: 'foreign' as never, ...owner, client_account_id: 'other', data_import_id: 'imp_1', kind: 'created' },
  ];
  await service.db.collection('asset_changes').insertMany(kept);
  expect(await removals('asset_changes', () => desk.begin())).toEqual([AT_ONCE, AT_ONCE, 1]);
  expect(await service.db.collection('asset_changes').distinct('_id')).toEqual(['foreign', 'imp_2:1']);
});

test('assessments of earlier runs are removed in parts', async () => {
  const models = service.mongo.models as Record<string, unknown>;
  const shown = { generation: 'gen_shown', generations_begun: 7 };
  const assessments = new AssessmentStore({
    models: { assessments: models['Assessment'] },
    assessmentSummaries: { find: () => Promise.resolve({}), change: () => Promise.resolve(shown) },
    clock: { now: () => new Date() },
  } as never);
  await store('asset_assessments', 'agn_old', { ...owner, generation: 'agn_old' });
  await service.db
    .collection('asset_assessments')
    .insertOne({ _id: 'gen_shown:1' as never, ...owner, generation: 'gen_shown' });
  const batches = [true, false];
  const stopped = () => removeInBatches(models['Assessment'] as never, owner, () => batches.shift() === true);
  expect(await removals('asset_assessments', stopped)).toEqual([AT_ONCE]);
  await store('asset_assessments', 'agn_older', { ...owner, generation: 'agn_older' }, AT_ONCE);
  const sizes = await removals('asset_assessments', () => assessments.stagingFor(tenant).open());
  expect(sizes).toEqual([AT_ONCE, AT_ONCE, 1]);
  expect(await service.db.collection('asset_assessments').distinct('_id')).toEqual(['gen_shown:1']);
});
