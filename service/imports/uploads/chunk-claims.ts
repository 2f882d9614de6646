import { trusted, type Connection } from 'mongoose';
import type { TenantCollection } from '../../access/tenant-collection.ts';
import { tenantOf, type Tenant } from '../../access/tenant.ts';
import type { UploadChunkDocument, UploadSessionDocument } from '../../models/upload-session.model.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Clock } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/database/mongo.ts';
import type { RawRecords } from '../raw-records.ts';
import type { UploadSessions } from './upload-sessions.ts';

/** How long a claim belongs to its writer alone, ms. */
const LEASE_MS = 30_000;
/** How long its holder may begin writes, ms: short of the lease, so that none arrives after it. */
export const CLAIM_WRITE_MS = 20_000;
/** A lost race is looked at again; each loss means that another request got on. */
const TRIES = 5;

/** One chunk of one session as it came in. */
export interface Chunk {
  tenant: Tenant;
  uploadId: string;
  n: number;
  firstRow: number;
  lastRow: number;
  /** SHA-256 of its JSON, hex. */
  digest: string;
}

/**
 * The right to write rows. A chunk claims its number and its rows in one atomic update before the first of them is
 * written, so rows under one id always come from one chunk. The unfinished claim of a killed process can be sent again
 * as it was at once, and by any other chunk when the lease is over; its rows are removed first.
 */
export class ChunkClaims {
  private readonly deps: {
    documents: TenantCollection<UploadSessionDocument>;
    sessions: UploadSessions;
    rawRecords: RawRecords;
    connection: Connection;
    clock: Clock;
  };

  constructor(dependencies: ChunkClaims['deps']) {
    this.deps = dependencies;
  }

  /**
   * @returns `stored` when this very chunk has arrived already, else `claimed`: write its rows, then `finish`
   * @throws AppError chunk_conflict, chunk_in_progress, and those of UploadSessions.getOpen
   */
  async claim(chunk: Chunk): Promise<'claimed' | 'stored'> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const session = await this.deps.sessions.getOpen(chunk.tenant, chunk.uploadId);
      const before = session.chunks.find((other) => isSameChunk(other, chunk));
      if (before?.state === 'stored') return 'stored';
      if (before?.state === 'claimed') {
        if (await this.renew(chunk)) return 'claimed';
        continue;
      }
      const inTheWay = session.chunks.filter((other) => other.n === chunk.n || sharesRows(other, chunk));
      if (inTheWay.length === 0) {
        if (await this.add(chunk)) return 'claimed';
        continue;
      }
      for (const other of inTheWay) this.assertAbandoned(other, chunk);
      for (const other of inTheWay) await this.clear(session, other);
    }
    throw inProgress(chunk, 1);
  }

  /**
   * The chunk's rows are all there.
   *
   * @throws AppError when the session ended or the claim was lost meanwhile; the rows are swept then
   */
  async finish(chunk: Chunk): Promise<void> {
    const finished = await this.deps.documents.changeAll(
      chunk.tenant,
      { ...this.deps.sessions.stillOpen(chunk.uploadId), chunks: claimOf(chunk) },
      { $set: { 'chunks.$.state': 'stored', expires_at: this.deps.sessions.nextExpiry() } },
    );
    if (finished === 1) return;
    await this.sweepAgainWhenEnded(chunk);
    const session = await this.deps.sessions.getOpen(chunk.tenant, chunk.uploadId);
    const stored = session.chunks.find((other) => isSameChunk(other, chunk))?.state === 'stored';
    if (!stored) throw inProgress(chunk, 1);
  }

  private async add(chunk: Chunk): Promise<boolean> {
    const claim: UploadChunkDocument = {
      n: chunk.n,
      first_row: chunk.firstRow,
      last_row: chunk.lastRow,
      digest: chunk.digest,
      state: 'claimed',
      lease_until: this.leaseEnd(),
    };
    const inTheWay = {
      $or: [{ n: chunk.n }, { first_row: { $lte: chunk.lastRow }, last_row: { $gte: chunk.firstRow } }],
    };
    const added = await this.deps.documents.changeAll(
      chunk.tenant,
      { ...this.deps.sessions.stillOpen(chunk.uploadId), chunks: trusted({ $not: { $elemMatch: inTheWay } }) },
      { $push: { chunks: claim } },
    );
    return added === 1;
  }

  private async renew(chunk: Chunk): Promise<boolean> {
    const renewed = await this.deps.documents.changeAll(
      chunk.tenant,
      { ...this.deps.sessions.stillOpen(chunk.uploadId), chunks: claimOf(chunk) },
      { $set: { 'chunks.$.lease_until': this.leaseEnd() } },
    );
    return renewed === 1;
  }

  private assertAbandoned(other: UploadChunkDocument, chunk: Chunk): void {
    if (other.state === 'stored') throw conflict(other, chunk);
    const leftMs = other.lease_until.getTime() - this.deps.clock.now().getTime();
    if (leftMs > 0) throw inProgress(chunk, Math.ceil(leftMs / 1_000));
  }

  /**
   * Takes an abandoned claim back with the rows it left, in one transaction. A process that freezes in the middle of
   * it, and wakes up after another chunk took the rows, removes none of them. Publication relies on that (decision
   * 0021). Two processes at once do no harm.
   */
  private async clear(session: UploadSessionDocument, abandoned: UploadChunkDocument): Promise<void> {
    const tenant = tenantOf(session);
    const { n, digest, first_row: firstRow, last_row: lastRow } = abandoned;
    await inTransaction(this.deps.connection, async (transaction) => {
      const isAbandoned = { n, digest, state: 'claimed', lease_until: { $lte: this.deps.clock.now() } };
      const taken = await this.deps.documents.changeAll(
        tenant,
        { _id: session._id, state: 'open', chunks: trusted({ $elemMatch: isAbandoned }) },
        { $pull: { chunks: { n, digest, state: 'claimed' } } },
        transaction,
      );
      if (taken === 1)
        await this.deps.rawRecords.removeClaimed(session.data_import_id, { firstRow, lastRow }, transaction);
    });
  }

  /** The sweeper may have been through before this chunk's last rows were written. */
  private async sweepAgainWhenEnded(chunk: Chunk): Promise<void> {
    await this.deps.documents.changeAll(
      chunk.tenant,
      { _id: chunk.uploadId, state: trusted({ $in: ['expired', 'discarded'] }) },
      { $set: { rows_removed_at: null, forget_at: null } },
    );
  }

  private leaseEnd(): Date {
    return new Date(this.deps.clock.now().getTime() + LEASE_MS);
  }
}

function claimOf(chunk: Chunk) {
  return trusted({ $elemMatch: { n: chunk.n, digest: chunk.digest, state: 'claimed' } });
}

/** The digest covers first row and rows. */
function isSameChunk(other: UploadChunkDocument, chunk: Chunk): boolean {
  return other.n === chunk.n && other.digest === chunk.digest;
}

function sharesRows(other: UploadChunkDocument, chunk: Chunk): boolean {
  return other.first_row <= chunk.lastRow && other.last_row >= chunk.firstRow;
}

function conflict(other: UploadChunkDocument, chunk: Chunk): AppError {
  const stored = `rows ${other.first_row} to ${other.last_row}`;
  return new AppError(
    'chunk_conflict',
    other.n === chunk.n
      ? `Chunk ${chunk.n} was stored before with other content (${stored}). Send it as it was, or discard the upload and begin again.`
      : `Rows ${chunk.firstRow} to ${chunk.lastRow} share rows with chunk ${other.n} (${stored}), which is stored. Each row belongs to one chunk.`,
  );
}

function inProgress(chunk: Chunk, retryAfterSeconds: number): AppError {
  return new AppError(
    'chunk_in_progress',
    `Rows ${chunk.firstRow} to ${chunk.lastRow} are being stored by another request, or by one that was broken off. Send the chunk again.`,
    {},
    { retryAfterSeconds },
  );
}
