import { createHash } from 'node:crypto';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { persist } from './stubborn-upload.ts';

/** SHA-256 over every cell in sheet order, hex. */
export function hashOfRows(rows: Iterable<readonly Cell[]>): string {
  const digest = createHash('sha256');
  for (const row of rows) digest.update(`${JSON.stringify(row)}\n`);
  return digest.digest('hex');
}

/** The same of an import, read page by page through the API. */
export async function hashOfImport(connection: Connection, dataImportId: string): Promise<string> {
  const digest = createHash('sha256');
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { limit: 1_000, ...(cursor === undefined ? {} : { cursor }) };
    const input = { params: { data_import_id: dataImportId }, query };
    const page = await persist(() => fetchEndpoint(connection, endpoints.listRecords, input));
    for (const { raw_data } of page.items) digest.update(`${JSON.stringify(Object.values(raw_data))}\n`);
    cursor = page.next_cursor;
  }
  return digest.digest('hex');
}
