import { trusted, type Model } from 'mongoose';
import type { DataImportDocument } from '../../models/data-import.model.ts';
import type { UploadSessionDocument } from '../../models/upload-session.model.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { oneByOne } from '../../platform/one-by-one.ts';
import type { RawRecords } from '../raw-records.ts';
import { forgetAt } from './upload-sessions.ts';

/** Longer than any claim lasts: a chunk that was being written when its session ended is through by then, ms. */
const LAST_CHUNK_MS = 60_000;
/** Sessions handled in one sweep; the next sweep takes the rest. */
const SWEEP_MAX = 20;

/**
 * Ends sessions that ran out and removes the rows of ended ones. It serves all tenants, so its reads carry none.
 *
 * Rows of a published import are never touched: ending a session and publishing it are updates of one document from
 * `open`, so only one of them happens, and before rows are removed the import is looked for all the same.
 */
export class UploadSweeper {
  private readonly deps: {
    sessions: Model<UploadSessionDocument>;
    dataImports: Model<DataImportDocument>;
    rawRecords: RawRecords;
    clock: Clock;
    log: Logger;
  };

  constructor(dependencies: UploadSweeper['deps']) {
    this.deps = dependencies;
  }

  async sweep(mayGoOn: () => boolean): Promise<void> {
    const now = this.deps.clock.now();
    await this.deps.sessions.updateMany(
      { state: 'open', expires_at: trusted({ $lte: now }) },
      { $set: { state: 'expired', ended_at: now } },
    );
    const ended = await this.deps.sessions
      .find({ state: trusted({ $in: ['expired', 'discarded'] }), rows_removed_at: null })
      .sort({ ended_at: 1 })
      .limit(SWEEP_MAX)
      .select({ data_import_id: 1, total_rows: 1, ended_at: 1 })
      .lean<UploadSessionDocument[]>()
      .exec();
    const what = 'removing the rows of an ended upload';
    await oneByOne(ended, (session) => this.removeRows(session, mayGoOn), { what, log: this.deps.log, mayGoOn });
  }

  private async removeRows(session: UploadSessionDocument, mayGoOn: () => boolean): Promise<void> {
    if (await this.deps.dataImports.exists({ _id: session.data_import_id })) return this.markPublished(session);
    const rows = { firstRow: 1, lastRow: session.total_rows };
    if (!(await this.deps.rawRecords.removeStaged(session.data_import_id, rows, mayGoOn))) return;
    const now = this.deps.clock.now();
    if (now.getTime() - (session.ended_at?.getTime() ?? 0) < LAST_CHUNK_MS) return;
    await this.deps.sessions.updateOne(
      { _id: session._id },
      { $set: { rows_removed_at: now, forget_at: forgetAt(now), chunks: [] } },
    );
    this.deps.log.info({ upload_id: session._id }, 'the rows of an ended upload are removed');
  }

  /**
   * An ended session with an import is nothing this service writes: somebody changed or restored one of the two. The import
   * shows the rows, so the session is what it would be after publication, and is not met again.
   */
  private async markPublished(session: UploadSessionDocument): Promise<void> {
    await this.deps.sessions.updateOne(
      { _id: session._id, state: trusted({ $in: ['expired', 'discarded'] }) },
      { $set: { state: 'published', forget_at: forgetAt(this.deps.clock.now()), chunks: [] } },
    );
    this.deps.log.error(
      { upload_id: session._id, data_import_id: session.data_import_id },
      'an ended upload has an import: its rows are left alone, and it is marked as published',
    );
  }
}
