import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PROCESS_APP_NAME, type ServiceProcess } from '../harness/service-process.ts';
import { processesPerTest } from './processes-per-test.ts';
import { clearFailPoints, setFailPoint, type FailPoint } from '../harness/fail-points.ts';
import { refusalOf } from '../harness/refusal.ts';
import { buildSheet } from '../builders/store-request.ts';
import { chunksOf, getUpload, openUpload, publishUpload, readCells, sendChunk, sendSheet } from '../harness/uploads.ts';

const processes = processesPerTest();

const SETTINGS = { ROLE: 'web', UPLOADS_AT_ONCE: '50' };

/** An upload of `rows` rows in chunks of 2,000, whose third chunk the service was killed over with half its rows written. */
async function killedInThirdChunk(client: string, rows: number) {
  const sheet = buildSheet({ rows });
  const chunks = chunksOf(sheet, 2_000);
  const first = await processes.start(SETTINGS);
  const { upload_id: uploadId } = await openUpload(first.as(client), sheet);
  for (const chunk of chunks.slice(0, 2)) await sendChunk(first.as(client), uploadId, chunk);
  const held = await setFailPoint(processes.db, PROCESS_APP_NAME, {
    commands: ['insert'],
    collection: 'raw_import_records',
    blockMs: 3_000,
  });
  const broken = sendChunk(first.as(client), uploadId, chunks[2] as (typeof chunks)[number]).then(
    () => 'answered',
    () => 'broken off',
  );
  await held();
  await first.kill();
  expect(await broken).toBe('broken off');
  await clearFailPoints(processes.db);
  return { sheet, chunks, uploadId };
}

describe('an upload whose service is killed with SIGKILL', () => {
  test('goes on with what is missing, under the same chunks, and ends in the very cells that were sent', async () => {
    const { sheet, chunks, uploadId } = await killedInThirdChunk('resumed', 7_000);
    const connection = (await processes.start(SETTINGS)).as('resumed');
    const upload = await getUpload(connection, uploadId);
    expect(upload).toMatchObject({ received_rows: 4_000, missing: [{ first_row: 4_001, rows: 3_000 }] });
    expect((await refusalOf(publishUpload(connection, uploadId))).code).toBe('upload_incomplete');
    const first = upload.missing[0]?.first_row ?? 0;
    for (const chunk of chunks.filter((one) => one.firstRow >= first)) await sendChunk(connection, uploadId, chunk);
    const stored = await publishUpload(connection, uploadId);
    expect(stored.records_stored).toBe(7_000);
    expect(await readCells(connection, stored.data_import_id)).toEqual(sheet.rows);
  });

  test('goes on under other chunks when the lease of the broken one is over, and keeps none of its rows', async () => {
    const { sheet, uploadId } = await killedInThirdChunk('re-cut', 7_000);
    const connection = (await processes.start(SETTINGS)).as('re-cut');
    const changed = sheet.rows.slice(4_000).map((row) => [...row.slice(0, -1), 'changed meanwhile']);
    const newChunk = { n: 100, firstRow: 4_001, rows: changed };
    const early = await refusalOf(sendChunk(connection, uploadId, newChunk));
    expect([early.status, early.code]).toEqual([503, 'chunk_in_progress']);
    await processes.db
      .collection('upload_sessions')
      .updateOne({ _id: uploadId as never, 'chunks.n': 2 }, { $set: { 'chunks.$.lease_until': new Date(0) } });
    await sendChunk(connection, uploadId, newChunk);
    const stored = await publishUpload(connection, uploadId);
    const cells = await readCells(connection, stored.data_import_id);
    expect(cells).toEqual([...sheet.rows.slice(0, 4_000), ...changed]);
  });

  test('in the middle of its publication is still an open upload, and is published by the next try', async () => {
    const sheet = buildSheet({ rows: 3_000 });
    const first = await processes.start(SETTINGS);
    const { upload_id: uploadId } = await openUpload(first.as('publishing'), sheet);
    await sendSheet(first.as('publishing'), uploadId, sheet, 1_000);
    const held = await setFailPoint(processes.db, PROCESS_APP_NAME, {
      commands: ['insert'],
      collection: 'import_field_mappings',
      blockMs: 3_000,
    });
    const broken = publishUpload(first.as('publishing'), uploadId, 'one-key').catch(() => 'broken off');
    await held();
    await first.kill();
    expect(await broken).toBe('broken off');
    await clearFailPoints(processes.db);
    expect(await processes.db.collection('data_imports').countDocuments({ client_account_id: 'publishing' })).toBe(0);
    const connection = (await processes.start(SETTINGS)).as('publishing');
    expect(await getUpload(connection, uploadId)).toMatchObject({ state: 'open', missing: [] });
    const stored = await publishUpload(connection, uploadId, 'one-key');
    expect(await readCells(connection, stored.data_import_id)).toEqual(sheet.rows);
  });
});

/** An error no driver repeats. */
const BROKEN = 8;
const publicationWrites: [string, FailPoint][] = [
  ['the session', { commands: ['findAndModify'], collection: 'upload_sessions' }],
  ['the import', { commands: ['insert'], collection: 'data_imports' }],
  ['the mappings', { commands: ['insert'], collection: 'import_field_mappings' }],
  ['the flow', { commands: ['insert'], collection: 'crewai_flow_state_extensions' }],
  ['the idempotency record', { commands: ['insert'], collection: 'idempotency_records' }],
  ['the commit', { commands: ['commitTransaction'] }],
];

describe('a publication', () => {
  let service: ServiceProcess;
  beforeAll(async () => {
    service = await processes.startForAll(SETTINGS);
  });
  afterAll(() => service?.kill());

  test('whose write fails, whichever it is, leaves the upload publishable', async () => {
    const sheet = buildSheet({ rows: 20 });
    for (const [what, point] of publicationWrites) {
      const connection = service.as(`broken-${what.replaceAll(' ', '-')}`);
      const { upload_id: uploadId } = await openUpload(connection, sheet);
      await sendSheet(connection, uploadId, sheet, 10);
      await setFailPoint(processes.db, PROCESS_APP_NAME, { ...point, errorCode: BROKEN });
      const problem = await refusalOf(publishUpload(connection, uploadId, what));
      await clearFailPoints(processes.db);
      expect([what, problem.code]).toEqual([what, 'internal_error']);
      expect(await getUpload(connection, uploadId)).toMatchObject({ state: 'open', received_rows: 20 });
      expect((await fetchEndpoint(connection, endpoints.listImports)).items).toEqual([]);
      const stored = await publishUpload(connection, uploadId, what);
      expect(await readCells(connection, stored.data_import_id)).toEqual(sheet.rows);
    }
  });

  test('whose connection breaks at the commit answers one import', async () => {
    const sheet = buildSheet({ rows: 20 });
    const connection = service.as('lost-commit');
    const { upload_id: uploadId } = await openUpload(connection, sheet);
    await sendSheet(connection, uploadId, sheet, 10);
    await setFailPoint(processes.db, PROCESS_APP_NAME, {
      commands: ['commitTransaction'],
      closeConnection: true,
      times: 2,
    });
    const stored = await publishUpload(connection, uploadId, 'lost');
    await clearFailPoints(processes.db);
    expect(await publishUpload(connection, uploadId, 'lost')).toEqual(stored);
    expect(await processes.db.collection('data_imports').countDocuments({ client_account_id: 'lost-commit' })).toBe(1);
  });

  test('whose chunk met a failing database has every row once after the chunk was sent again', async () => {
    // Short rows: their records are more than one command takes.
    const sheet = { columns: ['Cores'], rows: Array.from({ length: 40_000 }, (_, at) => [at % 64]) };
    const connection = service.as('chunk-fails');
    const { upload_id: uploadId } = await openUpload(connection, sheet);
    const chunk = { n: 0, firstRow: 1, rows: sheet.rows };
    await setFailPoint(processes.db, PROCESS_APP_NAME, {
      commands: ['insert'],
      collection: 'raw_import_records',
      skip: 1,
      errorCode: BROKEN,
    });
    expect((await refusalOf(sendChunk(connection, uploadId, chunk))).status).toBe(500);
    await clearFailPoints(processes.db);
    expect(await getUpload(connection, uploadId)).toMatchObject({ received_rows: 0 });
    const staged = await processes.db.collection('raw_import_records').countDocuments({ cells: { $size: 1 } });
    expect(staged).toBeGreaterThan(0);
    expect(staged).toBeLessThan(sheet.rows.length);
    await sendChunk(connection, uploadId, chunk);
    const stored = await publishUpload(connection, uploadId);
    expect(await readCells(connection, stored.data_import_id)).toEqual(sheet.rows);
  });
});
