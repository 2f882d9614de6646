import { expect, test } from '@jest/globals';
import { ImportStorageHandler } from './import-storage-handler.ts';
import { ActiveUploads } from './uploads/active-uploads.ts';

test('an upload that is published again, since its answer was lost, keeps no place', async () => {
  const activeUploads = new ActiveUploads({ most: 1, idleMs: 60_000 }, { now: () => new Date(0) });
  activeUploads.touch('upl_1', 'ana');
  const published = { data_import_id: 'imp_1', flow_id: 'flw_1' };
  const handler = new ImportStorageHandler({
    validator: { validateAttempt: () => ({ tenant: {} }) },
    idempotency: { findAnswer: () => Promise.resolve(published) },
    duePhases: { scheduleCommitted: () => Promise.resolve() },
    activeUploads,
  } as unknown as ConstructorParameters<typeof ImportStorageHandler>[0]);
  const attempt = { request: { upload_id: 'upl_1' } } as Parameters<typeof handler.storeImport>[0];
  expect(await handler.storeImport(attempt)).toBe(published);
  expect(() => activeUploads.assertFree('ana')).not.toThrow();
});
