import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { MongoClient } from 'mongodb';
import pMap from 'p-map';
import Papa from 'papaparse';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { rawRecordId, type RawImportRecordDocument } from '#service/models/raw-import-record.model.ts';
import { newId } from '#service/platform/ids.ts';
import { COLUMNS, cmdbRow } from './cmdb-rows.ts';

/** Rows of one `insertMany`. */
const BATCH = 1_000;

/** The bare driver: the same documents the service stores, nothing checked, w:majority. Seconds. */
export async function bareInsertMany(uri: string, rows: number, inFlight: number): Promise<number> {
  const client = await new MongoClient(uri, { writeConcern: { w: 'majority' } }).connect();
  try {
    const collection = client.db().collection<RawImportRecordDocument>(`bare_${inFlight}`);
    const run = newId('imp', new Date());
    const started = performance.now();
    const batches = Array.from({ length: Math.ceil(rows / BATCH) }, (_, n) => n);
    await pMap(
      batches,
      (n) =>
        collection.insertMany(
          Array.from({ length: Math.min(BATCH, rows - n * BATCH) }, (_, at) =>
            rawRecord(run, n * BATCH + at + 1, cmdbRow(n * BATCH + at)),
          ),
          { ordered: false },
        ),
      { concurrency: inFlight },
    );
    return (performance.now() - started) / 1_000;
  } finally {
    await client.close();
  }
}

/** The bare driver storing the same documents in one transaction, s. */
export async function bareTransaction(uri: string, rows: readonly Cell[][]): Promise<number> {
  const client = await new MongoClient(uri, { writeConcern: { w: 'majority' } }).connect();
  try {
    const collection = client.db().collection<RawImportRecordDocument>('bare_transaction');
    const run = newId('imp', new Date());
    // The collection is there before the transaction, as the service's are.
    await collection.insertOne(rawRecord(run, 0, []));
    const documents = rows.map((cells, at) => rawRecord(run, at + 1, cells));
    const started = performance.now();
    await client.withSession((session) =>
      session.withTransaction(() => collection.insertMany(documents, { session, ordered: true })),
    );
    return (performance.now() - started) / 1_000;
  } finally {
    await client.close();
  }
}

/** The same rows as a CSV file, for `mongoimport`. */
export async function writeCsv(file: string, rows: number): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${Papa.unparse([[...COLUMNS]])}\n`);
  for (let from = 0; from < rows; from += 10_000) {
    const part = Array.from({ length: Math.min(10_000, rows - from) }, (_, at) => cmdbRow(from + at));
    if (!stream.write(`${Papa.unparse(part)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

/** The field's own loader, s. It checks and guarantees nothing. */
export async function mongoimport(
  binary: string,
  { uri, file, workers }: { uri: string; file: string; workers: number },
): Promise<number> {
  const args = ['--uri', uri, '--collection', `mongoimport_${workers}`, '--type', 'csv', '--headerline'];
  const started = performance.now();
  const child = spawn(binary, [...args, '--numInsertionWorkers', String(workers), '--quiet', '--file', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`mongoimport ended with ${code}.`);
  return (performance.now() - started) / 1_000;
}

function rawRecord(data_import_id: string, row_number: number, cells: readonly Cell[]): RawImportRecordDocument {
  return { _id: rawRecordId(data_import_id, row_number), data_import_id, row_number, cells: [...cells] };
}
