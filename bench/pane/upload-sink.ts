import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import express, { type Request } from 'express';
import { API_PREFIX } from '#shared/endpoint.ts';
import { UPLOAD_CHUNK_MAX_BYTES } from '#shared/limits.ts';
import { webPages } from '#service/http/web-pages.ts';
import { projectRoot } from '#test/harness/project-root.ts';

/** What one upload was, as it arrived. */
export interface Arrived {
  rows: number;
  chunks: number;
  /** Bytes of JSON, and of what travelled. */
  jsonBytes: number;
  sentBytes: number;
  /** From the opening of the session to the request to publish, s. */
  seconds: number;
}

export interface UploadSink {
  origin: string;
  /** The next upload, when the pane asks for its publication. */
  nextUpload(): Promise<Arrived>;
  stop(): Promise<void>;
}

const UPLOADS = `${API_PREFIX}/data-import/uploads`;
const EXPIRES = '2100-01-01T00:00:00.000Z';

/**
 * Serves the built pane as the service does and answers the upload protocol: checks every digest, counts the rows, keeps
 * nothing. The service itself takes more than one core for this load, which would then be missing to the page.
 */
export async function startUploadSink(): Promise<UploadSink> {
  let arrived = { rows: 0, chunks: 0, jsonBytes: 0, sentBytes: 0 };
  let [totalRows, startedAt] = [0, 0];
  let onUpload: (upload: Arrived) => void = () => undefined;
  const app = express();
  app.post(UPLOADS, express.json(), (request: Request<object, unknown, { total_rows: number }>, response) => {
    arrived = { rows: 0, chunks: 0, jsonBytes: 0, sentBytes: 0 };
    [totalRows, startedAt] = [request.body.total_rows, performance.now()];
    response.status(201).json({ upload_id: 'bench', chunk_max_bytes: UPLOAD_CHUNK_MAX_BYTES, expires_at: EXPIRES });
  });
  app.get(`${UPLOADS}/:id`, (_request, response) => {
    const missing = [{ first_row: 1, rows: totalRows }];
    const state = { state: 'open', received_rows: 0, total_rows: totalRows, missing };
    response.json({ upload_id: 'bench', data_import_id: 'bench', expires_at: EXPIRES, ...state });
  });
  app.put(`${UPLOADS}/:id/chunks/:n`, async (request, response) => {
    const sent = await bodyOf(request);
    const json = request.get('content-encoding') === 'gzip' ? gunzipSync(sent) : sent;
    const digest = `sha-256=:${createHash('sha256').update(json).digest('base64')}:`;
    if (request.get('content-digest') !== digest) throw new Error(`Chunk ${request.params.n} has another digest.`);
    const rows = countRows(json);
    arrived.rows += rows;
    arrived.chunks += 1;
    arrived.jsonBytes += json.length;
    arrived.sentBytes += sent.length;
    const chunk = { chunk: Number(request.params.n), first_row: 1, rows, was_stored_before: false };
    response.json({ upload_id: 'bench', expires_at: EXPIRES, ...chunk });
  });
  app.post(`${API_PREFIX}/data-import/store-import`, (_request, response) => {
    onUpload({ ...arrived, seconds: (performance.now() - startedAt) / 1_000 });
    response.status(404).json({});
  });
  app.use(
    webPages({ root: projectRoot, officeJsUrl: '/officejs/office.js', frameAncestors: "'self'", version: '0.0.0' }),
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    nextUpload: () => new Promise((resolve) => (onUpload = resolve)),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: Request): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Parsing would cost the page its second core; no cell of the sheet has `],[` in it. */
function countRows(json: Buffer): number {
  let rows = 1;
  for (let at = json.indexOf('],['); at !== -1; at = json.indexOf('],[', at + 3)) rows += 1;
  return rows;
}
