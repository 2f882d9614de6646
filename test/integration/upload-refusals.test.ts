import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { UPLOAD_CHUNK_MAX_BYTES } from '#shared/limits.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { clearFailPoints, holdInserts, setFailPoint } from '../harness/fail-points.ts';
import { refusalOf } from '../harness/refusal.ts';
import { until } from '../harness/until.ts';
import { buildSheet } from '../builders/store-request.ts';
import {
  digestOf,
  getUpload,
  jsonBytes,
  openUpload,
  publishUpload,
  sendBytes,
  sendChunk,
  sendSheet,
} from '../harness/uploads.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ settings: { UPLOADS_AT_ONCE: '100', UPLOAD_CHUNKS_IN_FLIGHT: '2' } });
});
afterEach(() => clearFailPoints(service.db));
afterAll(() => service?.stop());

const sheet = buildSheet({ rows: 10 });
const chunk = { n: 0, firstRow: 1, rows: sheet.rows };
const body = jsonBytes({ first_row: 1, rows: sheet.rows });

async function opened(client: string): Promise<{ connection: Connection; uploadId: string; dataImportId: string }> {
  const connection = service.as(client);
  const { upload_id: uploadId } = await openUpload(connection, sheet);
  const { data_import_id: dataImportId } = await getUpload(connection, uploadId);
  return { connection, uploadId, dataImportId };
}

const sessions = () => service.db.collection<{ _id: string }>('upload_sessions');
const rowsOf = (dataImportId: string) =>
  service.db.collection('raw_import_records').countDocuments({ data_import_id: dataImportId });

const gzipOf = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));
/** Packed before the first call: on a slow machine it takes longer than an idle connection is kept open. */
const largeGzip = gzipOf(jsonBytes({ first_row: 1, rows: [[randomBytes(900_000).toString('base64')]] }));
const bombGzip = gzipOf(Buffer.alloc(100_000_000));
const smallBombGzip = gzipOf(Buffer.alloc(1_000_000));

describe('the body of a chunk', () => {
  test.each([
    ['no digest', ''],
    ['the digest of an unknown algorithm', 'md5=:AAAA:'],
  ])('is refused with %s', async (_what, digest) => {
    const { connection, uploadId } = await opened('digest-missing');
    const answer = await sendBytes(connection, uploadId, body, { 'Content-Digest': digest });
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid_request']);
  });

  test('is refused with the digest of other bytes, and keeps nothing', async () => {
    const { connection, uploadId, dataImportId } = await opened('digest-wrong');
    const answer = await sendBytes(connection, uploadId, body, { 'Content-Digest': digestOf(jsonBytes('other')) });
    expect([answer.status, answer.body['code']]).toEqual([400, 'digest_mismatch']);
    expect(await rowsOf(dataImportId)).toBe(0);
    expect((await sendBytes(connection, uploadId, body)).status).toBe(200);
  });

  test('is taken as gzip, by the digest of its JSON or of its compressed bytes, as the same chunk', async () => {
    const { connection, uploadId } = await opened('gzip');
    const gzip = new Uint8Array(gzipSync(body));
    const coding = { 'Content-Encoding': 'gzip' };
    const first = await sendBytes(connection, uploadId, gzip, { ...coding, 'Content-Digest': digestOf(body) });
    const second = await sendBytes(connection, uploadId, gzip, coding);
    const third = await sendBytes(connection, uploadId, body);
    expect([
      first.body['was_stored_before'],
      second.body['was_stored_before'],
      third.body['was_stored_before'],
    ]).toEqual([false, true, true]);
  });

  test('is refused when it is half a gzip, no gzip, no UTF-8, no JSON or another coding', async () => {
    const { connection, uploadId, dataImportId } = await opened('garbled');
    const gzip = new Uint8Array(gzipSync(body));
    const coding = { 'Content-Encoding': 'gzip' };
    const latin1 = new Uint8Array(Buffer.from('{"first_row":1,"rows":[["caf\xe9"]]}', 'latin1'));
    const answers = [
      await sendBytes(connection, uploadId, gzip.slice(0, gzip.length / 2), coding),
      await sendBytes(connection, uploadId, body, coding),
      await sendBytes(connection, uploadId, latin1),
      await sendBytes(connection, uploadId, body.slice(0, -9)),
      await sendBytes(connection, uploadId, body, { 'Content-Encoding': 'br' }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, 400, 415]);
    expect(await rowsOf(dataImportId)).toBe(0);
  });

  test('is refused when it is too large, plain or inflated, and when it inflates like a bomb', async () => {
    const { connection, uploadId } = await opened('large');
    const spaces = new Uint8Array(Buffer.alloc(UPLOAD_CHUNK_MAX_BYTES + 1, ' '));
    const coding = { 'Content-Encoding': 'gzip' };
    const plain = await sendBytes(connection, uploadId, spaces);
    const inflated = await sendBytes(connection, uploadId, largeGzip, coding);
    const bomb = await sendBytes(connection, uploadId, bombGzip, coding);
    const smallBomb = await sendBytes(connection, uploadId, smallBombGzip, coding);
    expect([plain, inflated, bomb, smallBomb].map((answer) => [answer.status, answer.body['code']])).toEqual([
      [413, 'payload_too_large'],
      [413, 'payload_too_large'],
      [413, 'payload_too_large'],
      [413, 'compression_ratio_exceeded'],
    ]);
  });

  test('that breaks off half way leaves nothing and frees its place', async () => {
    const { connection, uploadId, dataImportId } = await opened('half');
    for (let tries = 0; tries < 4; tries += 1) await sendHalf(connection, uploadId);
    await until('the chunk is taken', async () => (await sendBytes(connection, uploadId, body)).status === 200);
    expect(await rowsOf(dataImportId)).toBe(10);
  });

  test('is not waited for when its key or its upload may not send it', async () => {
    const { connection, uploadId } = await opened('early');
    const client = connection.clientAccountId ?? '';
    const bound = await service.keyFor('analyst', 'other', 'main');
    const statusOf = async (sender: Connection, id: string): Promise<string> => {
      const socket = openHalf(sender, id);
      const lines: string[] = [];
      for await (const data of socket) {
        lines.push(...String(data).split('\r\n'));
        if (lines.some((line) => /^HTTP\/1.1 [2-5]/.test(line))) break;
      }
      socket.destroy();
      return lines.find((line) => /^HTTP\/1.1 [2-5]/.test(line))?.slice(9, 12) ?? '';
    };
    expect(await statusOf(connection, 'upl_none')).toBe('404');
    expect(await statusOf(await service.keyFor('analyst', 'stranger', 'main'), uploadId)).toBe('404');
    expect(await statusOf({ ...bound, clientAccountId: client }, uploadId)).toBe('403');
    expect(await statusOf(await service.keyFor('viewer', client, 'main'), uploadId)).toBe('403');
  });

  test('is refused with Retry-After while others have all places', async () => {
    const { connection, uploadId } = await opened('places');
    const slow = [openHalf(connection, uploadId)];
    try {
      await until('they have all places', async () => {
        // The request that looks may have had the place of one that came meanwhile.
        slow.push(openHalf(connection, uploadId));
        return (await sendBytes(connection, uploadId, body)).status === 429;
      });
      expect(await sendBytes(connection, uploadId, body)).toMatchObject({
        status: 429,
        retryAfter: '1',
        body: { code: 'too_many_in_flight' },
      });
    } finally {
      for (const socket of slow) socket.destroy();
    }
    await until('a place is free', async () => (await sendBytes(connection, uploadId, body)).status === 200);
  });
});

describe('an upload session', () => {
  test('that expired takes nothing, is not published, and loses its rows', async () => {
    const { connection, uploadId, dataImportId } = await opened('expired');
    await sendSheet(connection, uploadId, sheet, 5);
    await sessions().updateOne({ _id: uploadId }, { $set: { expires_at: new Date(Date.now() - 1_000) } });
    const refusals = [
      await refusalOf(sendChunk(connection, uploadId, chunk)),
      await refusalOf(publishUpload(connection, uploadId)),
      await refusalOf(getUpload(connection, uploadId)),
    ];
    expect(refusals.map(({ status, code }) => [status, code])).toEqual([
      [410, 'upload_expired'],
      [410, 'upload_expired'],
      [410, 'upload_expired'],
    ]);
    await until('its rows are removed', async () => (await rowsOf(dataImportId)) === 0);
    expect((await refusalOf(getUpload(connection, uploadId))).code).toBe('upload_expired');
  });

  test('that is discarded does not exist any more, and neither do its rows, late ones included', async () => {
    const { connection, uploadId, dataImportId } = await opened('discarded');
    await sendChunk(connection, uploadId, { n: 0, firstRow: 1, rows: sheet.rows.slice(0, 5) });
    const inserts = await holdInserts(service.db, 'raw_import_records');
    const late = sendChunk(connection, uploadId, { n: 1, firstRow: 6, rows: sheet.rows.slice(5) }).catch(
      (error: unknown) => error,
    );
    await inserts.held();
    const discard = endpoints.discardUpload;
    expect(await fetchEndpoint(connection, discard, { params: { upload_id: uploadId } })).toEqual({
      upload_id: uploadId,
      state: 'discarded',
    });
    await inserts.letGo();
    expect(await late).toMatchObject({ status: 404 });
    expect((await refusalOf(getUpload(connection, uploadId))).status).toBe(404);
    expect((await refusalOf(publishUpload(connection, uploadId))).status).toBe(404);
    await until('its rows are removed', async () => (await rowsOf(dataImportId)) === 0);
    const long_ago = new Date(Date.now() - 3_600_000);
    await sessions().updateOne({ _id: uploadId }, { $set: { ended_at: long_ago } });
    await until(
      'it is done with',
      async () => (await sessions().countDocuments({ _id: uploadId, forget_at: { $ne: null } })) === 1,
    );
  });

  test('that was published keeps its rows when its time is over', async () => {
    const { connection, uploadId, dataImportId } = await opened('kept');
    await sendSheet(connection, uploadId, sheet, 5);
    await publishUpload(connection, uploadId);
    await sessions().updateOne({ _id: uploadId }, { $set: { expires_at: new Date(0) } });
    const { connection: other, uploadId: otherId, dataImportId: swept } = await opened('kept-other');
    await sendSheet(other, otherId, sheet, 5);
    await sessions().updateOne({ _id: otherId }, { $set: { expires_at: new Date(0) } });
    await until('the sweeper was here', async () => (await rowsOf(swept)) === 0);
    expect(await rowsOf(dataImportId)).toBe(10);
    // Even a session that says otherwise: the import is looked for.
    await sessions().updateOne({ _id: uploadId }, { $set: { state: 'discarded', ended_at: new Date(0) } });
    const published = { _id: uploadId, state: 'published', forget_at: { $gt: new Date() } };
    await until('it is published again', async () => (await sessions().countDocuments(published)) === 1);
    expect(await rowsOf(dataImportId)).toBe(10);
    expect(await getUpload(connection, uploadId)).toMatchObject({ state: 'published', received_rows: 10 });
  });

  test('is refused with Retry-After when the service has as many as it takes, and gets the place of one that ended', async () => {
    const small = await startTestService();
    try {
      const connections = ['one', 'two', 'three'].map((client) => small.as(client));
      const [one, two, three] = connections as [Connection, Connection, Connection];
      const first = await openUpload(one, sheet);
      await openUpload(two, sheet);
      const problem = await refusalOf(openUpload(three, sheet));
      expect([problem.status, problem.code]).toEqual([429, 'too_many_requests']);
      await fetchEndpoint(one, endpoints.discardUpload, { params: { upload_id: first.upload_id } });
      const third = await openUpload(three, sheet);
      await sendSheet(three, third.upload_id, sheet, 5);
      await publishUpload(three, third.upload_id);
      await openUpload(one, sheet);
    } finally {
      await small.stop();
    }
  });

  test('is not stored when others that were opened at the same time got the places, and gives its place back when storing fails', async () => {
    const small = await startTestService();
    const stored = () => small.db.collection('upload_sessions').countDocuments();
    try {
      const inserts = { commands: ['insert'], collection: 'upload_sessions' };
      await setFailPoint(small.db, small.appName, { ...inserts, errorCode: 8 });
      expect(await refusalOf(openUpload(small.as('failing'), sheet))).toMatchObject({ status: 500 });
      await setFailPoint(small.db, small.appName, { ...inserts, blockMs: 500, times: 8 });
      const opens = Array.from({ length: 8 }, (_, n) => openUpload(small.as(`at-once-${n}`), sheet));
      const settled = await Promise.allSettled(opens);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      for (const one of settled) if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 429 });
      expect(await stored()).toBe(2);
    } finally {
      await clearFailPoints(small.db);
      await small.stop();
    }
  });
});

/** A request whose second half never comes. */
function openHalf(connection: Connection, uploadId: string) {
  const { hostname, port } = new URL(connection.origin);
  const socket = createConnection({ host: hostname, port: Number(port) });
  const lines = [
    `PUT /api/v1/data-import/uploads/${uploadId}/chunks/0 HTTP/1.1`,
    `Host: ${hostname}`,
    `Authorization: Bearer ${connection.apiKey}`,
    `X-Client-Account-Id: ${connection.clientAccountId}`,
    `X-Engagement-Id: ${connection.engagementId}`,
    'Content-Type: application/json',
    `Content-Digest: ${digestOf(body)}`,
    `Content-Length: ${body.length}`,
    'Expect: 100-continue',
  ];
  socket.on('error', () => undefined);
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  socket.write(body.slice(0, body.length / 2));
  return socket;
}

async function sendHalf(connection: Connection, uploadId: string): Promise<void> {
  const socket = openHalf(connection, uploadId);
  // "100 Continue": the service is at it.
  await once(socket, 'data');
  socket.destroy();
}
