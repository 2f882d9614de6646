import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Connection } from '#shared/call-endpoint.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { ADMIN_KEY, startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { refusalOf } from '../harness/refusal.ts';
import { buildSheet, buildStoreRequest } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import {
  chunksOf,
  getUpload,
  openUpload,
  publishUpload,
  readCells,
  sendChunk,
  sendSheet,
  type Sheet,
} from '../harness/uploads.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ settings: { UPLOADS_AT_ONCE: '100', UPLOAD_CHUNKS_IN_FLIGHT: '16' } });
});
afterAll(() => service?.stop());

const stagedRows = (dataImportId: string) =>
  service.db.collection('raw_import_records').countDocuments({ data_import_id: dataImportId });

/** A session with its connection, in a tenant of its own. */
async function opened(client: string, sheet: Sheet = buildSheet({ rows: 10 })) {
  const connection = service.as(client);
  const { upload_id: uploadId } = await openUpload(connection, sheet);
  return { connection, uploadId, sheet };
}

describe('an upload', () => {
  test('becomes the import that one request would have made, cell for cell', async () => {
    const date: Cell = { type: 'date', iso: '2024-03-15T00:00:00', serial: 45366, format: 'dd/mm/yyyy' };
    const amount: Cell = { type: 'amount', value: -1234.5, currency: '€' };
    const odd: Cell[] = [amount, -0.5, '=1+1', date, { type: 'error', code: '#N/A' }, 'ünïcode 🖥'];
    const { columns, rows } = buildSheet({ rows: 2_500 });
    const sheet = { columns, rows: rows.map((row, index) => (index % 7 === 3 ? odd : row)) };
    const { connection, uploadId } = await opened('whole', sheet);
    const chunks = chunksOf(sheet, 400);
    for (const chunk of chunks.slice(1).reverse()) await sendChunk(connection, uploadId, chunk);
    await sendChunk(connection, uploadId, chunks[0] as (typeof chunks)[number]);
    const stored = await publishUpload(connection, uploadId);
    const oneShot = await storeImport(service.as('whole-one-shot'), { sheet });
    expect({ ...stored, data_import_id: '', flow_id: '' }).toEqual({ ...oneShot, data_import_id: '', flow_id: '' });
    expect(await readCells(connection, stored.data_import_id)).toEqual(sheet.rows);
    const mappings = async (of: Connection, id: string) =>
      (await fetchEndpoint(of, endpoints.listFieldMappings, { params: { data_import_id: id } })).items.map(
        ({ target_field, confidence_score }) => ({ target_field, confidence_score }),
      );
    expect(await mappings(connection, stored.data_import_id)).toEqual(
      await mappings(service.as('whole-one-shot'), oneShot.data_import_id),
    );
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  });

  test('is opened with 201 and says how large a chunk may be', async () => {
    const body = { ...buildStoreRequest(), ...buildSheet() };
    const response = await fetch(`${service.origin}/api/v1/data-import/uploads`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${service.as('x').apiKey}`,
        'X-Client-Account-Id': 'opened-raw',
        'X-Engagement-Id': 'main',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        columns: body.columns,
        total_rows: 3,
        metadata: body.metadata,
        upload_context: body.upload_context,
      }),
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      upload_id: expect.stringMatching(/^upl_/),
      chunk_max_bytes: 1024 * 1024,
      expires_at: expect.stringMatching(/Z$/),
    });
  });

  test('says which rows are missing, and is published when they have come', async () => {
    const { connection, uploadId, sheet } = await opened('missing');
    const chunks = chunksOf(sheet, 2);
    for (const n of [1, 3]) await sendChunk(connection, uploadId, chunks[n] as (typeof chunks)[number]);
    expect(await getUpload(connection, uploadId)).toMatchObject({
      state: 'open',
      received_rows: 4,
      total_rows: 10,
      missing: [
        { first_row: 1, rows: 2 },
        { first_row: 5, rows: 2 },
        { first_row: 9, rows: 2 },
      ],
    });
    const problem = await refusalOf(publishUpload(connection, uploadId));
    expect([problem.status, problem.code]).toEqual([409, 'upload_incomplete']);
    expect(problem.problems?.map((item) => item.row)).toEqual([1, 5, 9]);
    for (const n of [0, 2, 4]) await sendChunk(connection, uploadId, chunks[n] as (typeof chunks)[number]);
    const stored = await publishUpload(connection, uploadId);
    expect(await getUpload(connection, uploadId)).toMatchObject({
      state: 'published',
      data_import_id: stored.data_import_id,
      received_rows: 10,
      missing: [],
    });
  });

  test('takes the same chunk twice and stores it once', async () => {
    const { connection, uploadId, sheet } = await opened('twice');
    const chunk = { n: 0, firstRow: 1, rows: sheet.rows };
    expect(await sendChunk(connection, uploadId, chunk)).toMatchObject({ was_stored_before: false, rows: 10 });
    expect(await sendChunk(connection, uploadId, chunk)).toMatchObject({ was_stored_before: true, rows: 10 });
    await Promise.all(Array.from({ length: 4 }, () => sendChunk(connection, uploadId, chunk)));
    expect(await stagedRows((await getUpload(connection, uploadId)).data_import_id)).toBe(10);
  });

  test('takes eight equal chunks at once as one', async () => {
    const { connection, uploadId, sheet } = await opened('at-once');
    const chunk = { n: 5, firstRow: 1, rows: sheet.rows };
    await Promise.all(Array.from({ length: 8 }, () => sendChunk(connection, uploadId, chunk)));
    expect(await getUpload(connection, uploadId)).toMatchObject({ received_rows: 10, missing: [] });
  });

  test('refuses other content under a stored number, and rows of another chunk', async () => {
    const { connection, uploadId, sheet } = await opened('conflict');
    await sendChunk(connection, uploadId, { n: 0, firstRow: 1, rows: sheet.rows.slice(0, 4) });
    const other = await refusalOf(sendChunk(connection, uploadId, { n: 0, firstRow: 1, rows: sheet.rows.slice(1, 5) }));
    const shared = await refusalOf(
      sendChunk(connection, uploadId, { n: 1, firstRow: 4, rows: sheet.rows.slice(3, 6) }),
    );
    expect([other.status, other.code, shared.status, shared.code]).toEqual([
      409,
      'chunk_conflict',
      409,
      'chunk_conflict',
    ]);
    expect(shared.detail).toContain('Rows 4 to 6 share rows with chunk 0');
    expect(await getUpload(connection, uploadId)).toMatchObject({
      received_rows: 4,
      missing: [{ first_row: 5, rows: 6 }],
    });
  });

  test('gives rows that two chunks claim at once to one of them', async () => {
    const { connection, uploadId, sheet } = await opened('race', buildSheet({ rows: 3_000 }));
    const overlapping = Array.from({ length: 6 }, (_, n) => ({
      n,
      firstRow: 1 + n,
      rows: sheet.rows.slice(n, 2_000 + n),
    }));
    const results = await Promise.allSettled(overlapping.map((chunk) => sendChunk(connection, uploadId, chunk)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const upload = await getUpload(connection, uploadId);
    expect([upload.received_rows, await stagedRows(upload.data_import_id)]).toEqual([2_000, 2_000]);
  });

  test('names row and column of every cell it cannot store, and stores none of the chunk', async () => {
    const { connection, uploadId, sheet } = await opened('bad-cells');
    const rows = sheet.rows.slice(4).map((row) => [...row]) as unknown[][];
    rows[1] = ['too', 'short'];
    rows[2]?.splice(3, 1, { nested: true });
    rows[3]?.splice(0, 1, 'nul\u0000');
    const problem = await refusalOf(sendChunk(connection, uploadId, { n: 1, firstRow: 5, rows: rows as Cell[][] }));
    expect([problem.status, problem.code, problem.problems_total]).toEqual([400, 'import_rejected', 3]);
    expect(problem.problems?.map(({ code, field, row, column }) => [code, field, row, column])).toEqual([
      ['ragged_row', 'rows', 6, 3],
      ['bad_cell', 'CPU Cores', 7, 4],
      ['bad_cell', 'Hostname', 8, 1],
    ]);
    const beyond = await refusalOf(sendChunk(connection, uploadId, { n: 1, firstRow: 6, rows: sheet.rows.slice(4) }));
    expect(beyond.problems?.[0]).toMatchObject({ code: 'beyond_total_rows', row: 11 });
    expect(await stagedRows((await getUpload(connection, uploadId)).data_import_id)).toBe(0);
  });

  test('answers the same import when it is published twice with one key, and refuses another key', async () => {
    const { connection, uploadId, sheet } = await opened('key');
    await sendSheet(connection, uploadId, sheet, 5);
    const first = await publishUpload(connection, uploadId, 'one-key');
    expect(await publishUpload(connection, uploadId, 'one-key')).toEqual(first);
    const again = await refusalOf(publishUpload(connection, uploadId, 'another-key'));
    expect([again.status, again.code]).toEqual([409, 'upload_published']);
    const late = await refusalOf(sendChunk(connection, uploadId, { n: 9, firstRow: 1, rows: sheet.rows }));
    expect([late.status, late.code]).toEqual([409, 'upload_published']);
    const removal = await refusalOf(
      fetchEndpoint(connection, endpoints.discardUpload, { params: { upload_id: uploadId } }),
    );
    expect([removal.status, removal.code]).toEqual([409, 'upload_published']);
    const other = await opened('key-2');
    await sendSheet(other.connection, other.uploadId, sheet, 5);
    await publishUpload(other.connection, other.uploadId, 'reused');
    const reused = await refusalOf(publishUpload(other.connection, 'upl_another', 'reused'));
    expect([reused.status, reused.code]).toEqual([422, 'idempotency_key_reused']);
  });

  test('is published once when ten publish it at once', async () => {
    const { connection, uploadId, sheet } = await opened('ten');
    await sendSheet(connection, uploadId, sheet, 5);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => publishUpload(connection, uploadId, `key-${index}`)),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'ten' })).toBe(1);
  });

  test('is seen by nobody before it is published', async () => {
    const { connection, uploadId, sheet } = await opened('unseen');
    await sendSheet(connection, uploadId, sheet, 5);
    const { data_import_id } = await getUpload(connection, uploadId);
    expect(await stagedRows(data_import_id)).toBe(10);
    expect((await fetchEndpoint(connection, endpoints.listImports)).items).toEqual([]);
    expect((await fetchEndpoint(connection, endpoints.listFlows)).items).toEqual([]);
    for (const endpoint of [endpoints.getImport, endpoints.listRecords, endpoints.listFieldMappings])
      expect((await refusalOf(fetchEndpoint(connection, endpoint, { params: { data_import_id } }))).status).toBe(404);
  });

  test('says of its import which columns were filled down, as it was opened', async () => {
    const [connection, sheet] = [service.as('filled'), buildSheet({ rows: 10 })];
    const metadata = { ...buildStoreRequest().metadata, header_row: 0, filled_columns: [0, 2] };
    const { upload_id: uploadId } = await openUpload(connection, sheet, { metadata });
    await sendSheet(connection, uploadId, sheet, 5);
    const other = { ...metadata, filled_columns: [0] };
    const refusal = await refusalOf(publishUpload(connection, uploadId, 'k', { metadata: other }));
    expect(refusal.code).toBe('upload_mismatch');
    const { data_import_id } = await publishUpload(connection, uploadId, 'k2', { metadata });
    const detail = await fetchEndpoint(connection, endpoints.getImport, { params: { data_import_id } });
    expect(detail).toMatchObject({ header_row: 0, filled_columns: [0, 2] });
  });

  test('is refused under metadata of another sheet', async () => {
    const { connection, uploadId, sheet } = await opened('other-sheet');
    await sendSheet(connection, uploadId, sheet, 5);
    const { metadata } = buildStoreRequest();
    const problem = await refusalOf(
      publishUpload(connection, uploadId, 'k', { metadata: { ...metadata, range: 'A2:F5' } }),
    );
    expect([problem.status, problem.code, problem.problems?.[0]?.field]).toEqual([
      409,
      'upload_mismatch',
      'metadata.range',
    ]);
  });

  test('is refused at its opening where its publication would be: open flow, no header, unknown engagement', async () => {
    await storeImport(service.as('busy'));
    const busy = await refusalOf(openUpload(service.as('busy'), buildSheet()));
    expect([busy.status, busy.code]).toEqual([409, 'open_flow_exists']);
    const blank = await refusalOf(openUpload(service.as('blank'), buildSheet({ columns: ['', ' '] })));
    expect(blank.problems?.[0]?.code).toBe('no_header');
    const made = await fetchEndpoint({ origin: service.origin, apiKey: ADMIN_KEY }, endpoints.createApiKey, {
      body: { name: 'analyst', role: 'analyst', grant: { client_account_id: null, engagement_id: null } },
    });
    const analyst = { ...service.as('never-seen'), apiKey: made.api_key };
    const unknown = await refusalOf(openUpload(analyst, buildSheet()));
    expect([unknown.status, unknown.code]).toEqual([403, 'forbidden']);
  });
});
