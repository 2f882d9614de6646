import { createHash, randomUUID } from 'node:crypto';
import { API_PREFIX } from '#shared/endpoint.ts';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { StoreImportRequest, StoreImportResponse } from '#shared/schemas/import.schema.ts';
import type { OpenedUpload, OpenUploadRequest, StoredChunk, Upload } from '#shared/schemas/upload.schema.ts';
import { buildStoreRequest } from '../builders/store-request.ts';

export interface Sheet {
  columns: string[];
  rows: Cell[][];
}

/** Opens an upload session for a sheet. */
export function openUpload(
  connection: Connection,
  sheet: Sheet,
  overrides: Partial<OpenUploadRequest> = {},
): Promise<OpenedUpload> {
  const { metadata, upload_context } = buildStoreRequest();
  return fetchEndpoint(connection, endpoints.openUpload, {
    body: { columns: sheet.columns, total_rows: sheet.rows.length, metadata, upload_context, ...overrides },
  });
}

/** Sends the rows `firstRow` to `lastRow` of a sheet as chunk `n`. */
export function sendChunk(
  connection: Connection,
  uploadId: string,
  chunk: { n: number; firstRow: number; rows: Cell[][] },
): Promise<StoredChunk> {
  return fetchEndpoint(connection, endpoints.storeChunk, {
    params: { upload_id: uploadId, n: chunk.n },
    body: { first_row: chunk.firstRow, rows: chunk.rows },
  });
}

/** Sends a whole sheet in chunks of `size` rows, one after the other. */
export async function sendSheet(connection: Connection, uploadId: string, sheet: Sheet, size: number): Promise<void> {
  for (const chunk of chunksOf(sheet, size)) await sendChunk(connection, uploadId, chunk);
}

export function chunksOf(sheet: Sheet, size: number): { n: number; firstRow: number; rows: Cell[][] }[] {
  return Array.from({ length: Math.ceil(sheet.rows.length / size) }, (_, n) => ({
    n,
    firstRow: n * size + 1,
    rows: sheet.rows.slice(n * size, (n + 1) * size),
  }));
}

export function getUpload(connection: Connection, uploadId: string): Promise<Upload> {
  return fetchEndpoint(connection, endpoints.getUpload, { params: { upload_id: uploadId } });
}

export function publishUpload(
  connection: Connection,
  uploadId: string,
  idempotencyKey: string = randomUUID(),
  overrides: Partial<StoreImportRequest> = {},
): Promise<StoreImportResponse> {
  const { metadata, upload_context } = buildStoreRequest();
  const body = { upload_id: uploadId, metadata, upload_context, ...overrides };
  return fetchEndpoint(connection, endpoints.storeImport, { body, idempotencyKey });
}

/** A chunk as bytes, for what no honest client would send. */
export async function sendBytes(
  connection: Connection,
  uploadId: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown>; retryAfter: string | null }> {
  const response = await fetch(`${connection.origin}${API_PREFIX}/data-import/uploads/${uploadId}/chunks/0`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${connection.apiKey}`,
      'X-Client-Account-Id': connection.clientAccountId ?? '',
      'X-Engagement-Id': connection.engagementId ?? '',
      'Content-Type': 'application/json',
      'Content-Digest': digestOf(bytes),
      ...headers,
    },
    body: bytes,
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body, retryAfter: response.headers.get('retry-after') };
}

export function digestOf(bytes: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
}

export function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** All cells of an import as it was published, by the page. */
export async function readCells(connection: Connection, dataImportId: string): Promise<Cell[][]> {
  const cells: Cell[][] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await fetchEndpoint(connection, endpoints.listRecords, {
      params: { data_import_id: dataImportId },
      query: { limit: 1_000, ...(cursor === undefined ? {} : { cursor }) },
    });
    cells.push(...page.items.map((item) => Object.values(item.raw_data)));
    cursor = page.next_cursor;
  }
  return cells;
}
