import type { StoredChunk } from '#shared/schemas/upload.schema.ts';
import type { Tenant } from '../../access/tenant.ts';
import { AppError } from '../../platform/app-error.ts';
import type { RawRecords } from '../raw-records.ts';
import type { ActiveUploads } from './active-uploads.ts';
import { CLAIM_WRITE_MS, type Chunk, type ChunkClaims } from './chunk-claims.ts';
import type { ChunkReader } from './chunk-reader.ts';
import type { UploadSessions } from './upload-sessions.ts';

/** A chunk as it came. */
interface ReceivedChunk {
  tenant: Tenant;
  /** Of the key it came with. */
  keyId: string;
  uploadId: string;
  n: number;
  /** SHA-256 of `json`, hex. */
  digest: string;
  json: Buffer;
}

/** Stores chunks: read and check every cell, claim the rows, write them, say so. Each step can be repeated. */
export class ChunkStore {
  private readonly deps: {
    reader: ChunkReader;
    sessions: UploadSessions;
    claims: ChunkClaims;
    rawRecords: RawRecords;
    active: ActiveUploads;
  };

  constructor(dependencies: ChunkStore['deps']) {
    this.deps = dependencies;
  }

  /**
   * All rows of the chunk, or an error after which the same chunk can be sent again.
   *
   * @throws AppError chunk_conflict, chunk_in_progress, and those of UploadSessions and ChunkReader
   */
  async store(received: ReceivedChunk): Promise<StoredChunk> {
    const { tenant, keyId, uploadId, n, digest, json } = received;
    const session = await this.deps.sessions.getOpen(tenant, uploadId);
    this.deps.active.touch(uploadId, keyId);
    const { firstRow, rows, parts } = this.deps.reader.read(json, session);
    const chunk: Chunk = { tenant, uploadId, n, digest, firstRow, lastRow: firstRow + rows - 1 };
    const mayWriteUntil = performance.now() + CLAIM_WRITE_MS;
    const claim = await this.deps.claims.claim(chunk);
    if (claim === 'claimed') {
      await this.deps.rawRecords.stage(parts, () => assertBefore(mayWriteUntil));
      await this.deps.claims.finish(chunk);
    }
    return {
      upload_id: uploadId,
      chunk: n,
      first_row: firstRow,
      rows,
      was_stored_before: claim === 'stored',
      expires_at: (claim === 'stored' ? session.expires_at : this.deps.sessions.nextExpiry()).toISOString(),
    };
  }
}

function assertBefore(deadline: number): void {
  if (performance.now() < deadline) return;
  throw new AppError(
    'service_unavailable',
    'The database took too long for this chunk. Send the same chunk again; what is stored stays stored.',
    {},
    { retryAfterSeconds: 5 },
  );
}
