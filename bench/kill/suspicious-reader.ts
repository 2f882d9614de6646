import { setTimeout as sleep } from 'node:timers/promises';
import { ApiFailure, fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { isPassing } from './stubborn-upload.ts';

const EVERY_MS = 50;

/** Reads an import all the time, by every way there is, and notes whatever is neither nothing nor everything. */
export function watchImport(connection: Connection, dataImportId: string, rows: number) {
  const seen: string[] = [];
  let looks = 0;
  let isEnded = false;
  const look = async (): Promise<void> => {
    const params = { data_import_id: dataImportId };
    const listed = (await fetchEndpoint(connection, endpoints.listImports)).items.length;
    const last = await lastRow(connection, dataImportId, rows);
    const found = await orNull(fetchEndpoint(connection, endpoints.getImport, { params }));
    if (listed > 0 && last !== 1) seen.push(`listed with ${last} of its last row`);
    if (last !== null && last !== 1) seen.push(`readable without its last row`);
    if (last !== null && found === null) seen.push('gone after it was there');
    if (found !== null && found.total_records !== rows) seen.push(`${found.total_records} rows`);
    looks += 1;
  };
  const watching = (async () => {
    while (!isEnded) {
      await look().catch((error: unknown) => {
        if (!isPassing(error)) throw error;
      });
      await sleep(EVERY_MS);
    }
  })();
  return {
    /** What should not have been seen, and how often it was looked. */
    end: async (): Promise<{ seen: string[]; looks: number }> => {
      isEnded = true;
      await watching;
      return { seen, looks };
    },
  };
}

/** How many records the last row has; null where there is no such import. */
async function lastRow(connection: Connection, dataImportId: string, rows: number): Promise<number | null> {
  const input = { params: { data_import_id: dataImportId }, query: { row_number: rows } };
  return (await orNull(fetchEndpoint(connection, endpoints.listRecords, input)))?.items.length ?? null;
}

async function orNull<Result>(answer: Promise<Result>): Promise<Result | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return null;
    throw error;
  }
}
