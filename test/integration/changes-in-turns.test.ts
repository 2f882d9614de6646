import { setInterval } from 'node:timers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { fieldMappingId, type ImportFieldMappingDocument } from '#service/models/import-field-mapping.model.ts';
import { inTransaction } from '#service/platform/database/mongo.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { storeImport } from '../harness/store-import.ts';

/** As many columns as half of the widest sheet has. */
const COLUMNS = 8_000;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

/** The longest that nothing else got its turn while `work` ran, and how long it ran, ms. */
async function measured(work: () => Promise<unknown>): Promise<{ longestMs: number; wholeMs: number }> {
  const beganAt = performance.now();
  let [lastAt, longestMs] = [beganAt, 0];
  const look = (): void => {
    longestMs = Math.max(longestMs, performance.now() - lastAt);
    lastAt = performance.now();
  };
  const looking = setInterval(look, 1);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  look();
  return { longestMs, wholeMs: performance.now() - beganAt };
}

test('the changes to all columns of a wide sheet let others have their turn', async () => {
  const owner = service.as('wide');
  const { data_import_id, flow_id } = await storeImport(owner);
  await waitForFlow(owner, flow_id, ['waiting_for_approval']);
  const stored = service.db.collection<ImportFieldMappingDocument>('import_field_mappings');
  const template = await stored.findOne({ data_import_id });
  const ids = Array.from({ length: COLUMNS }, (_, column) => fieldMappingId('imp_wide', column));
  await stored.insertMany(
    ids.map((_id, column_index) => ({ ...template, _id, data_import_id: 'imp_wide', column_index }) as never),
  );
  const mappings = new TenantCollection(service.mongo.model<ImportFieldMappingDocument>('ImportFieldMapping'));
  const { reasons, samples, candidates } = template as ImportFieldMappingDocument;
  const changes = ids.map((_id) => ({
    filter: { _id },
    update: { $set: { rejection_reason: 'x', reasons, samples, candidates } },
  }));
  const tenant = { clientAccountId: 'wide', engagementId: 'main' };
  const { longestMs, wholeMs } = await measured(() =>
    inTransaction(service.mongo, (session) => mappings.changeEach(tenant, changes, session)),
  );
  expect(await stored.countDocuments({ data_import_id: 'imp_wide', rejection_reason: 'x' })).toBe(COLUMNS);
  expect(longestMs).toBeLessThan(wholeMs / 4);
});
