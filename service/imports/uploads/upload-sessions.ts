import { trusted, type ClientSession } from 'mongoose';
import { buildColumns } from '#shared/column-keys.ts';
import { DAY_MS } from '#shared/day.ts';
import { UPLOAD_REMEMBERED_DAYS } from '#shared/limits.ts';
import type { OpenUploadRequest } from '#shared/schemas/upload.schema.ts';
import type { TenantCollection } from '../../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../../access/tenant.ts';
import type { UploadSessionDocument } from '../../models/upload-session.model.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';

const REMEMBERED_MS = UPLOAD_REMEMBERED_DAYS * DAY_MS;

/** When a session that ended now is forgotten. */
export const forgetAt = (now: Date): Date => new Date(now.getTime() + REMEMBERED_MS);

/** The life of a session: open → published, expired or discarded. Its rows are known to others. */
export class UploadSessions {
  private readonly sessions: TenantCollection<UploadSessionDocument>;
  private readonly clock: Clock;
  private readonly expiryMs: number;

  constructor(sessions: TenantCollection<UploadSessionDocument>, options: { clock: Clock; expiryMs: number }) {
    this.sessions = sessions;
    this.clock = options.clock;
    this.expiryMs = options.expiryMs;
  }

  /** A new session that is stored nowhere yet. */
  build(tenant: Tenant, request: OpenUploadRequest, openedBy: string): UploadSessionDocument {
    const now = this.clock.now();
    return {
      _id: newId('upl', now),
      ...ownedBy(tenant),
      data_import_id: newId('imp', now),
      state: 'open',
      columns: buildColumns(request.columns),
      total_rows: request.total_rows,
      metadata: request.metadata,
      upload_context: request.upload_context,
      chunks: [],
      opened_by: openedBy,
      created_at: now,
      expires_at: this.nextExpiry(),
      ended_at: null,
      rows_removed_at: null,
      forget_at: null,
    };
  }

  async insert(session: UploadSessionDocument): Promise<void> {
    await this.sessions.insert(session);
  }

  /**
   * An open or a published session.
   *
   * @throws AppError not_found for a foreign or discarded one, upload_expired
   */
  async get(tenant: Tenant, uploadId: string, inTransaction?: ClientSession): Promise<UploadSessionDocument> {
    const session = await this.sessions.find(tenant, { _id: uploadId }, inTransaction);
    if (session === null || session.state === 'discarded') throw notFound('upload');
    if (session.state === 'published') return session;
    if (session.state === 'open' && session.expires_at > this.clock.now()) return session;
    throw new AppError(
      'upload_expired',
      `This upload expired at ${session.expires_at.toISOString()}; its rows are removed. Open a new one and send the sheet again.`,
    );
  }

  /** @throws AppError not_found, upload_expired, upload_published */
  async getOpen(tenant: Tenant, uploadId: string, inTransaction?: ClientSession): Promise<UploadSessionDocument> {
    const session = await this.get(tenant, uploadId, inTransaction);
    if (session.state === 'open') return session;
    throw new AppError(
      'upload_published',
      `This upload was published as the import ${session.data_import_id}; it takes no more rows and cannot be published again.`,
    );
  }

  /**
   * Within the publishing transaction: any other end of the session at this time conflicts with it, and one of the two
   * loses.
   *
   * @throws AppError not_found, upload_expired, upload_published
   */
  async markPublished(tenant: Tenant, uploadId: string, inTransaction: ClientSession): Promise<void> {
    const now = this.clock.now();
    const ended = { ended_at: now, forget_at: forgetAt(now), chunks: [] };
    const published = await this.sessions.change(
      tenant,
      this.stillOpen(uploadId),
      { $set: { state: 'published', ...ended } },
      inTransaction,
    );
    if (published !== null) return;
    await this.getOpen(tenant, uploadId, inTransaction);
    throw new AppError('internal_error', 'The upload is open, yet could not be published.');
  }

  /** Its rows are swept afterwards. @throws AppError not_found, upload_published */
  async discard(tenant: Tenant, uploadId: string): Promise<void> {
    const discarded = await this.sessions.change(
      tenant,
      { _id: uploadId, state: trusted({ $in: ['open', 'expired'] }) },
      { $set: { state: 'discarded', ended_at: this.clock.now() } },
    );
    if (discarded === null) await this.getOpen(tenant, uploadId);
  }

  /** Filter of a session that takes rows now; spread it and add to it. */
  stillOpen(uploadId: string) {
    return { _id: uploadId, state: 'open' as const, expires_at: trusted({ $gt: this.clock.now() }) };
  }

  /** The new end of the session after a stored chunk. */
  nextExpiry(): Date {
    return new Date(this.clock.now().getTime() + this.expiryMs);
  }
}
