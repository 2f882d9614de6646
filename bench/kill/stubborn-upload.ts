import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import { ApiFailure, type Connection } from '#shared/call-endpoint.ts';
import type { StoreImportResponse } from '#shared/schemas/import.schema.ts';
import { chunksOf, getUpload, openUpload, publishUpload, sendChunk, type Sheet } from '#test/harness/uploads.ts';

const IN_FLIGHT = 3;
const AGAIN_MS = 250;
/** Longer than any restart and any lease, ms. */
const PATIENCE_MS = 180_000;

/** As the pane does: whatever passes is tried again, and after a break only what is missing is sent. */
export class StubbornUpload {
  /** Chunks acknowledged so far, sent twice or not. */
  acknowledged = 0;
  /** Calls that failed and were made again. */
  repeated = 0;
  readonly chunks: ReturnType<typeof chunksOf>;
  private readonly connection: Connection;
  private readonly sheet: Sheet;
  private isGivenUp = false;

  constructor(connection: Connection, sheet: Sheet, rowsPerChunk: number) {
    this.connection = connection;
    this.sheet = sheet;
    this.chunks = chunksOf(sheet, rowsPerChunk);
  }

  async open(): Promise<{ uploadId: string; dataImportId: string }> {
    const { upload_id: uploadId } = await persist(() => openUpload(this.connection, this.sheet));
    const { data_import_id: dataImportId } = await persist(() => getUpload(this.connection, uploadId));
    return { uploadId, dataImportId };
  }

  /** Sends every row; ends early when it is given up. */
  async send(uploadId: string): Promise<void> {
    for (;;) {
      if (this.isGivenUp) return;
      const { missing } = await persist(() => getUpload(this.connection, uploadId));
      if (missing.length === 0) return;
      const isMissing = (chunk: (typeof this.chunks)[number]): boolean =>
        missing.some(({ first_row, rows }) => chunk.firstRow >= first_row && chunk.firstRow < first_row + rows);
      await pMap(this.chunks.filter(isMissing), (chunk) => this.trySend(uploadId, chunk), { concurrency: IN_FLIGHT });
    }
  }

  /** The same key every time: an answer that got lost is given again. */
  publish(uploadId: string): Promise<StoreImportResponse> {
    return persist(
      () => publishUpload(this.connection, uploadId, uploadId),
      () => (this.repeated += 1),
    );
  }

  giveUp(): void {
    this.isGivenUp = true;
  }

  private async trySend(uploadId: string, chunk: (typeof this.chunks)[number]): Promise<void> {
    if (this.isGivenUp) return;
    try {
      await sendChunk(this.connection, uploadId, chunk);
      this.acknowledged += 1;
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.repeated += 1;
      await sleep(AGAIN_MS);
    }
  }
}

/** Tries again while the service or its database is away. @throws what does not pass */
export async function persist<Result>(call: () => Promise<Result>, onFailure?: () => void): Promise<Result> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(AGAIN_MS)) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error) || Date.now() > deadline) throw error;
      onFailure?.();
    }
  }
}

/** 500 too: what a dying database says is not always recognised as its being away. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof ApiFailure && (error.kind === 'network' || (error.status ?? 0) >= 500 || error.status === 429)
  );
}
