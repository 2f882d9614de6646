import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { clearFailPoints, setFailPoint } from '../harness/fail-points.ts';
import { refusalOf } from '../harness/refusal.ts';
import { buildSheet } from '../builders/store-request.ts';
import { openUpload, publishUpload, sendChunk } from '../harness/uploads.ts';

/** Two processes of one service, as far as the database can tell. */
let slow: TestService;
let quick: TestService;
beforeAll(async () => {
  slow = await startTestService();
  quick = await startTestService({ database: slow.mongo.name });
});
afterEach(() => clearFailPoints(slow.db));
afterAll(async () => {
  await quick?.stop();
  await slow?.stop();
});

/** An error no driver repeats. */
const BROKEN = 8;

test('a process held while it clears an abandoned chunk removes no row of the chunk that another process stores instead', async () => {
  const sheet = buildSheet({ rows: 20 });
  const { upload_id: uploadId } = await openUpload(slow.as('held'), sheet);
  const sessions = slow.db.collection<{ _id: string }>('upload_sessions');
  const abandon = () => sessions.updateOne({ _id: uploadId }, { $set: { 'chunks.$[].lease_until': new Date(0) } });
  await setFailPoint(slow.db, slow.appName, {
    commands: ['insert'],
    collection: 'raw_import_records',
    errorCode: BROKEN,
  });
  await refusalOf(sendChunk(slow.as('held'), uploadId, { n: 0, firstRow: 1, rows: sheet.rows }));
  await abandon();

  const held = await setFailPoint(slow.db, slow.appName, {
    commands: ['delete'],
    collection: 'raw_import_records',
    blockMs: 2_000,
  });
  const late = sendChunk(slow.as('held'), uploadId, { n: 1, firstRow: 1, rows: sheet.rows }).catch(() => 'refused');
  await held();
  const rows = sheet.rows.map((row) => [...row.slice(0, -1), 'sent meanwhile']);
  // Whatever the held process believes to hold is over.
  await abandon();
  const meanwhile = await sendChunk(quick.as('held'), uploadId, { n: 2, firstRow: 1, rows }).catch(() => 'refused');
  const outcomes = [await late, meanwhile];
  expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(1);

  const stored = await publishUpload(quick.as('held'), uploadId);
  const { items } = await fetchEndpoint(quick.as('held'), endpoints.listRecords, {
    params: { data_import_id: stored.data_import_id },
    query: { limit: 100 },
  });
  const cells = items.map((item) => Object.values(item.raw_data));
  expect(cells).toEqual(meanwhile === 'refused' ? sheet.rows : rows);
});
