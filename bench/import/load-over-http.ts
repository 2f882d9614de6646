import pMap from 'p-map';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { UPLOAD_CHUNK_MAX_BYTES } from '#shared/limits.ts';
import type { StoreImportResponse } from '#shared/schemas/import.schema.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { buildStoreRequest } from '#test/builders/store-request.ts';
import { openUpload, publishUpload, sendChunk } from '#test/harness/uploads.ts';
import { COLUMNS, cmdbRow } from './cmdb-rows.ts';

export interface Load {
  /** From opening the session to the answer that the import is stored, s. */
  seconds: number;
  /** Of that, the publication: what `store-import` took, ms. */
  publishMs: number;
  stored: StoreImportResponse;
}

const IN_FLIGHT = 3;

/** A whole import of `rows` rows as the pane does it: opened, sent in chunks, published. The rows are made on the way. */
export async function loadOverHttp(connection: Connection, rows: number): Promise<Load> {
  const started = performance.now();
  const { upload_id: uploadId } = await openUpload(
    connection,
    { columns: [...COLUMNS], rows: [] },
    { total_rows: rows },
  );
  const size = Math.floor((0.9 * UPLOAD_CHUNK_MAX_BYTES) / JSON.stringify(cmdbRow(rows)).length);
  const chunks = Array.from({ length: Math.ceil(rows / size) }, (_, n) => n);
  await pMap(
    chunks,
    (n) => {
      const count = Math.min(size, rows - n * size);
      return sendChunk(connection, uploadId, {
        n,
        firstRow: n * size + 1,
        rows: Array.from({ length: count }, (_, at) => cmdbRow(n * size + at)),
      });
    },
    { concurrency: IN_FLIGHT },
  );
  const published = performance.now();
  const stored = await publishUpload(connection, uploadId);
  const ended = performance.now();
  return { seconds: (ended - started) / 1_000, publishMs: ended - published, stored };
}

/** Frees the engagement for the next import. */
export async function deleteFlow(connection: Connection, { flow_id }: StoreImportResponse): Promise<void> {
  await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id } });
}

/** One request with all rows in it: from sending it, its JSON made before, to the answer, s. */
export async function storeAtOnce(connection: Connection, sheet: { columns: string[]; rows: Cell[][] }): Promise<Load> {
  const json = new TextEncoder().encode(JSON.stringify(buildStoreRequest({ sheet })));
  const started = performance.now();
  const stored = await fetchEndpoint(connection, endpoints.storeImport, {
    json,
    idempotencyKey: crypto.randomUUID(),
  });
  const seconds = (performance.now() - started) / 1_000;
  return { seconds, publishMs: seconds * 1_000, stored };
}
