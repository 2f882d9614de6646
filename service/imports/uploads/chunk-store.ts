import type { StoredChunk } from '#shared/schemas/upload.schema.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { Tenant } from '../../access/tenant.ts';
import type { UploadSessionDocument } from '../../models/upload-session.model.ts';
import { AppError } from '../../platform/app-error.ts';
import { ProblemList } from '../problem-list.ts';
import type { RawRecords } from '../raw-records.ts';
import { checkRows } from '../sheet-checks.ts';
import type { ActiveUploads } from './active-uploads.ts';
import { CLAIM_WRITE_MS, type Chunk, type ChunkClaims } from './chunk-claims.ts';
import type { UploadSessions } from './upload-sessions.ts';

/** A chunk with its rows, whose cells were not looked at yet. */
export interface ReceivedChunk {
  tenant: Tenant;
  uploadId: string;
  n: number;
  digest: string;
  firstRow: number;
  rows: readonly (readonly Cell[])[];
}

/** Stores chunks: check every cell, claim the rows, write them, say so. Each step can be repeated. */
export class ChunkStore {
  private readonly it: { sessions: UploadSessions; claims: ChunkClaims; rawRecords: RawRecords; active: ActiveUploads };

  constructor(dependencies: ChunkStore['it']) {
    this.it = dependencies;
  }

  /**
   * All rows of the chunk, or an error after which the same chunk can be sent again.
   *
   * @throws AppError import_rejected with every bad cell; chunk_conflict, chunk_in_progress, and those of UploadSessions
   */
  async store(received: ReceivedChunk): Promise<StoredChunk> {
    const session = await this.it.sessions.getOpen(received.tenant, received.uploadId);
    this.it.active.touch(received.uploadId);
    checkChunk(session, received);
    const lastRow = received.firstRow + received.rows.length - 1;
    const { tenant, uploadId, n, digest, firstRow } = received;
    const chunk: Chunk = { tenant, uploadId, n, digest, firstRow, lastRow };
    const mayWriteUntil = performance.now() + CLAIM_WRITE_MS;
    const claim = await this.it.claims.claim(chunk);
    if (claim === 'claimed') {
      await this.it.rawRecords.stage({
        dataImportId: session.data_import_id,
        firstRow,
        rows: received.rows,
        assertMayWrite: () => assertBefore(mayWriteUntil),
      });
      await this.it.claims.finish(chunk);
    }
    return {
      upload_id: uploadId,
      chunk: n,
      first_row: firstRow,
      rows: received.rows.length,
      was_stored_before: claim === 'stored',
      expires_at: (claim === 'stored' ? session.expires_at : this.it.sessions.nextExpiry()).toISOString(),
    };
  }
}

/** @throws AppError import_rejected: which rows do not belong here, or which cells cannot be stored */
function checkChunk(session: UploadSessionDocument, { firstRow, rows }: ReceivedChunk): void {
  const problems = new ProblemList();
  const lastRow = firstRow + rows.length - 1;
  if (lastRow > session.total_rows)
    problems.add({
      code: 'beyond_total_rows',
      field: 'rows',
      row: session.total_rows + 1,
      message: `The chunk reaches row ${lastRow}; the upload was opened for ${session.total_rows} rows.`,
    });
  const headers = session.columns.map((column) => column.header);
  checkRows({ rows, headers, field: 'rows', firstRow }, problems);
  problems.throwIfAny();
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
