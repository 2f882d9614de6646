/**
 * Uploads a sheet while it is read: what was read is one chunk, a few are on their way at once, and a chunk whose answer
 * was lost is sent again, which changes nothing on the other side. Memory holds what is on its way, not the sheet. The
 * page's own thread reads cells and makes them JSON; digest, compression and sending are a worker's.
 */
import pMap from 'p-map';
import pRetry from 'p-retry';
import { ApiFailure, fetchEndpoint, retryAfterMs } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { READ_CELL_BUDGET } from '#shared/limits.ts';
import type { RowSpan } from '#shared/row-range.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { ChunkRequest } from '#shared/schemas/upload.schema.ts';
import { countOf } from '#shared/format.ts';
import { sleep } from '../../sleep.ts';
import type { PaneConnection } from '../../connect/use-connection.ts';
import {
  WorkbookError,
  type SheetSource,
  type UploadPointer,
  type WorkbookPort,
} from '../../workbook/workbook-port.ts';
import { ChunkSender } from './chunk-sender.ts';
import { blockRows, chunkNumber, piecesOf, rowsThatFit } from './row-blocks.ts';

/** Chunks on their way at once: more gain nothing on two cores and hold memory (docs/decisions/0015). */
const CHUNKS_IN_FLIGHT = 3;
/** Cells of a chunk at most: two reads. Smaller chunks would cost the service more than they save here. */
const CHUNK_CELLS = 2 * READ_CELL_BUDGET;
/** Share of the largest chunk that is aimed at: rows differ in size, and what is too large after all is halved. */
const CHUNK_FILL = 0.8;
/** Longest run of failed tries of one chunk: about two minutes. */
const RETRIES = 7;

export interface UploadProgress {
  rowsDone: number;
  rowsTotal: number;
}

export interface UploadJob {
  connection: PaneConnection;
  workbook: Pick<WorkbookPort, 'readRows'>;
  source: SheetSource;
  pointer: UploadPointer;
  chunkMaxBytes: number;
  signal: AbortSignal;
  /** Resolves when the upload may go on; at once unless it is paused. */
  whenRunning: () => Promise<void>;
  onProgress: (progress: UploadProgress) => void;
  /** A chunk failed and is tried again; why, in words. */
  onRetry: (reason: string) => void;
}

/**
 * Sends every row that has not arrived yet. Paused while the last of them are on their way, it returns when it may go on.
 *
 * @throws ApiFailure, WorkbookError; what has arrived stays, and the same call goes on from there
 */
export async function sendMissingRows(job: UploadJob): Promise<void> {
  const { connection, pointer } = job;
  const params = { upload_id: pointer.uploadId };
  const upload = await fetchEndpoint(connection, endpoints.getUpload, { params, signal: job.signal });
  let rowsDone = upload.received_rows;
  job.onProgress({ rowsDone, rowsTotal: upload.total_rows });
  const missing = upload.missing.map(({ first_row, rows }) => ({ firstRow: first_row, rows }));
  const sender = new ChunkSender(connection);
  const stop = (): void => sender.end(job.signal.reason);
  job.signal.addEventListener('abort', stop);
  try {
    await pMap(
      chunksOf(job, missing),
      async (chunk) => {
        await sendChunk(job, sender, chunk);
        rowsDone += chunk.rows.length;
        job.onProgress({ rowsDone, rowsTotal: upload.total_rows });
      },
      { concurrency: CHUNKS_IN_FLIGHT, signal: job.signal },
    );
    await job.whenRunning();
    job.signal.throwIfAborted();
  } finally {
    job.signal.removeEventListener('abort', stop);
    stop();
  }
}

interface Chunk {
  n: number;
  firstRow: number;
  rows: Cell[][];
}

/** Reads the missing rows in order, as many at once as a chunk takes, as far as the rows before tell. */
async function* chunksOf(job: UploadJob, missing: readonly RowSpan[]): AsyncGenerator<Chunk> {
  const { source, pointer } = job;
  const block = blockRows(pointer.totalRows);
  const mostRows = Math.max(1, Math.floor(CHUNK_CELLS / source.columnCount / block)) * block;
  let chunkRows = mostRows;
  for (const range of missing)
    for (let at = 0; at < range.rows;) {
      await job.whenRunning();
      const piece = { firstRow: range.firstRow + at, rows: Math.min(chunkRows, range.rows - at) };
      const rows = await readPiece(job, piece);
      const fit = rowsThatFit(measure(rows), job.chunkMaxBytes * CHUNK_FILL, block);
      for (const { firstRow, rows: count } of piecesOf(piece, fit)) {
        const from = firstRow - piece.firstRow;
        yield { n: chunkNumber(firstRow, block), firstRow, rows: rows.slice(from, from + count) };
      }
      at += piece.rows;
      chunkRows = Math.min(mostRows, fit);
    }
}

/** Rows below the header; withheld columns keep their place and lose their values. */
async function readPiece({ workbook, source, pointer, signal }: UploadJob, piece: RowSpan): Promise<Cell[][]> {
  const rows = await workbook.readRows(source, pointer.headerIndex + piece.firstRow, piece.rows, { signal });
  if (rows.length !== piece.rows)
    throw new WorkbookError(
      'sheet_changed',
      `The sheet ends ${countOf(piece.rows - rows.length, 'row')} before where it ended when its import began.`,
      'Discard what was sent, then import the sheet as it stands now.',
    );
  if (pointer.withheld.length === 0) return rows;
  const withheld = new Set(pointer.withheld);
  return rows.map((row) => row.map((cell, index) => (withheld.has(index) ? null : cell)));
}

/** By a sample: the first rows and every hundredth. */
function measure(rows: readonly (readonly Cell[])[]): { rows: number; bytes: number } {
  const sample = rows.filter((_, at) => at < 20 || at % 100 === 0);
  return { rows: sample.length, bytes: new TextEncoder().encode(JSON.stringify(sample)).length };
}

/** In halves when it turned out too large after all. */
async function sendChunk(job: UploadJob, sender: ChunkSender, chunk: Chunk): Promise<void> {
  const block = blockRows(job.pointer.totalRows);
  const params = { upload_id: job.pointer.uploadId, n: chunk.n };
  const json = JSON.stringify({ first_row: chunk.firstRow, rows: chunk.rows } satisfies ChunkRequest);
  try {
    await pRetry(() => sender.send(params, json), {
      retries: RETRIES,
      signal: job.signal,
      shouldConsumeRetry: ({ error }) => !isSentLater(error),
      shouldRetry: async ({ error }) => {
        if (!mayPass(error)) return false;
        if (!isSentLater(error)) job.onRetry(error.message);
        await sleep(retryAfterMs(error), job.signal);
        return true;
      },
    });
  } catch (failure) {
    if (!(failure instanceof ApiFailure) || failure.status !== 413 || chunk.rows.length <= block) throw failure;
    const half = Math.ceil(chunk.rows.length / block / 2) * block;
    await sendChunk(job, sender, { ...chunk, rows: chunk.rows.slice(0, half) });
    const firstRow = chunk.firstRow + half;
    await sendChunk(job, sender, { n: chunkNumber(firstRow, block), firstRow, rows: chunk.rows.slice(half) });
  }
}

/** Chunks of others have all places: it waits for its turn. */
function isSentLater(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.problem?.code === 'too_many_in_flight';
}

/** Lost answers, a busy service, a body that was cut off on its way: the same chunk may arrive the next time. */
function mayPass(failure: unknown): boolean {
  if (!(failure instanceof ApiFailure)) return false;
  if (failure.kind !== 'refused') return true;
  return [
    'too_many_requests',
    'too_many_in_flight',
    'service_unavailable',
    'digest_mismatch',
    'request_timeout',
    'chunk_in_progress',
  ].includes(failure.problem?.code ?? '');
}
