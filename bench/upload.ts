/**
 * How fast an upload session takes a large sheet: rows/s over HTTP into a real mongod on the same machine, the service's
 * peak memory and event-loop delay, and how long the publication takes.
 *
 *   npm run build:service && npx tsx bench/upload.ts [--rows 1000000] [--in-flight 2] [--chunk-bytes 1000000] [--gzip]
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { startEmbeddedMongo } from '#service/platform/embedded-mongo.ts';
import { createLogger } from '#service/platform/logger.ts';
import { digestOf, jsonBytes, publishUpload } from '#test/uploads.ts';
import { buildStoreRequest } from '#test/builders.ts';

const KEY = 'bench-key';
const COLUMNS = Array.from({ length: 20 }, (_, index) => `Column ${index + 1}`);

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    'in-flight': { type: 'string', default: '2' },
    'chunk-bytes': { type: 'string', default: '1000000' },
    gzip: { type: 'boolean', default: false },
  },
});
const totalRows = Number(values.rows);

/** A row of a CMDB export, about 250 B of JSON and 450 B of BSON. */
function buildRow(index: number): Cell[] {
  const site = ['Frankfurt DC1', 'Dublin DC2', 'Ashburn DC1'][index % 3] ?? '';
  const names = [`srv-${site.slice(0, 3)}-${index}`, `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`];
  const system = [`Windows Server ${2012 + (index % 4) * 3} Standard`, 4 + (index % 4), 16 + (index % 5) * 8];
  const owner = [
    index % 2 ? 'Production' : 'Test',
    `SN${index * 7919}`,
    `app-${index % 100}`,
    site,
    `team${index % 50}@example.com`,
  ];
  const rest = [
    index % 9 ? null : 'decommission',
    true,
    index * 1.5,
    'VMware',
    `Rack ${index % 80}`,
    'CC-1001',
    '2019-03-04',
  ];
  return [...names, ...system, ...owner, ...rest, 'Tier 2', '10 GbE', `note ${index}`];
}

interface PreparedChunk {
  body: Uint8Array<ArrayBuffer>;
  digest: string;
}

/** All chunks in memory beforehand: the client's own work is not what is measured. */
function prepareChunks(): PreparedChunk[] {
  const rowsPerChunk = Math.floor(Number(values['chunk-bytes']) / (jsonBytes(buildRow(999_999)).length + 1));
  const chunks: PreparedChunk[] = [];
  for (let from = 0; from < totalRows; from += rowsPerChunk) {
    const rows = Array.from({ length: Math.min(rowsPerChunk, totalRows - from) }, (_, at) => buildRow(from + at));
    const json = jsonBytes({ first_row: from + 1, rows });
    chunks.push({ body: values.gzip ? new Uint8Array(gzipSync(json, { level: 1 })) : json, digest: digestOf(json) });
  }
  return chunks;
}

async function send(connection: Connection, uploadId: string, n: number, chunk: PreparedChunk): Promise<void> {
  const response = await fetch(`${connection.origin}/api/v1/data-import/uploads/${uploadId}/chunks/${n}`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${KEY}`,
      'X-Client-Account-Id': 'bench',
      'X-Engagement-Id': 'main',
      'Content-Type': 'application/json',
      'Content-Digest': chunk.digest,
      ...(values.gzip ? { 'Content-Encoding': 'gzip' } : {}),
    },
    body: chunk.body,
  });
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

async function sendAll(connection: Connection, uploadId: string, chunks: PreparedChunk[]): Promise<number> {
  const started = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < chunks.length) {
      const n = next++;
      await send(connection, uploadId, n, chunks[n] as PreparedChunk);
    }
  };
  await Promise.all(Array.from({ length: Number(values['in-flight']) }, lane));
  return (performance.now() - started) / 1_000;
}

function startService(uri: string): ChildProcess {
  const environment = { ROLE: 'web', MONGODB_URI: uri, PORT: '0', BOOTSTRAP_API_KEY: KEY, LOG_LEVEL: 'warn' };
  return spawn(process.execPath, ['--import', './bench/loop-delay.mjs', 'dist/service/main.js'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function originOf(service: ChildProcess): Promise<string> {
  let output = '';
  for await (const part of service.stdout ?? []) {
    output += String(part);
    const found = /Task pane\s+(http:\/\/\S+)\/taskpane/.exec(output)?.[1];
    if (found) return found;
  }
  throw new Error(output);
}

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cmdb-import-bench-'));
const mongo = await startEmbeddedMongo({ dataDir, cacheSizeGb: 1, logger: createLogger('warn') });
const service = startService(mongo.uri.replace('/?', '/bench?'));
const exited = once(service, 'exit');
try {
  const origin = await originOf(service);
  const connection = { origin, apiKey: KEY, clientAccountId: 'bench', engagementId: 'main' };
  const { metadata, upload_context } = buildStoreRequest();
  const { upload_id } = await fetchEndpoint(connection, endpoints.openUpload, {
    body: { columns: COLUMNS, total_rows: totalRows, metadata, upload_context },
  });
  const chunks = prepareChunks();
  const megabytes = chunks.reduce((sum, chunk) => sum + chunk.body.length, 0) / 1e6;
  service.kill('SIGUSR2');
  await sleep(200);
  const seconds = await sendAll(connection, upload_id, chunks);
  const line = `${totalRows} rows, ${chunks.length} chunks, ${megabytes.toFixed(0)} MB sent in ${seconds.toFixed(1)} s`;
  console.log(`${line}: ${Math.round(totalRows / seconds)} rows/s`);
  service.kill('SIGUSR2');
  await sleep(200);
  const started = performance.now();
  await publishUpload(connection, upload_id);
  console.log(`publication ${Math.round(performance.now() - started)} ms`);
  const status = readFileSync(`/proc/${service.pid}/status`, 'utf8');
  console.log(/VmHWM.*/.exec(status)?.[0]);
} finally {
  service.kill('SIGTERM');
  await exited;
  await mongo.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
