import { tenantOf } from '../access/tenant.ts';
import { DAY_MS } from '#shared/day.ts';
import { trusted, type Connection, type Model } from 'mongoose';
import type { AuditLog } from '../access/audit-log.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { ColumnProfileDocument } from '../models/column-profile.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { inTransaction } from '../platform/database/mongo.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import type { RawRecords } from './raw-records.ts';

/** Imports handled in one sweep; the next sweep takes the rest. */
const SWEEP_MAX = 20;
/** The actor in the audit log: no person asked for it. */
const THE_SERVICE: Actor = { name: 'retention time', keyId: null };

interface WithdrawnSweeperDependencies {
  connection: Connection;
  models: { dataImports: Model<DataImportDocument> };
  dataImports: TenantCollection<DataImportDocument>;
  columnProfiles: TenantCollection<ColumnProfileDocument>;
  fieldMappings: TenantCollection<ImportFieldMappingDocument>;
  rawRecords: RawRecords;
  audit: AuditLog;
  clock: Clock;
  log: Logger;
  /** 0: for ever. */
  retentionDays: number;
}

/**
 * Removes the raw records of imports that were withdrawn some time ago. It serves all tenants, so it reads imports
 * without one, as the upload sweeper does, and passes each import's own tenant on.
 *
 * First the import is marked, audited, in one transaction: from then on nobody is shown its records. Then they go in
 * batches, and the import is marked as swept. After a crash in between, the next sweep goes on.
 */
export class WithdrawnSweeper {
  private readonly deps: WithdrawnSweeperDependencies;

  constructor(dependencies: WithdrawnSweeperDependencies) {
    this.deps = dependencies;
  }

  async sweep(mayGoOn: () => boolean): Promise<void> {
    if (this.deps.retentionDays === 0) return;
    const longAgo = new Date(this.deps.clock.now().getTime() - this.deps.retentionDays * DAY_MS);
    const due = await this.deps.models.dataImports
      .find({ raw_swept_at: null, withdrawn_at: trusted({ $gt: new Date(0), $lte: longAgo }) })
      .sort({ withdrawn_at: 1 })
      .limit(SWEEP_MAX)
      .lean<DataImportDocument[]>()
      .exec();
    const what = 'removing the raw records of a withdrawn import';
    await oneByOne(due, (dataImport) => this.removeRecords(dataImport, mayGoOn), { what, log: this.deps.log, mayGoOn });
  }

  private async removeRecords(found: DataImportDocument, mayGoOn: () => boolean): Promise<void> {
    const marked = found.raw_removed_at ? found : await this.mark(found);
    if (marked === null || !(await this.deps.rawRecords.removeWithdrawn(marked, mayGoOn))) return;
    const swept = { $set: { raw_swept_at: this.deps.clock.now() } };
    await this.deps.dataImports.change(tenantOf(found), { _id: found._id }, swept);
    this.deps.log.info({ data_import_id: found._id }, 'the raw records of a withdrawn import are removed');
  }

  /** With its samples and column profiles, which quote cells. @returns null when another worker was faster */
  private async mark(found: DataImportDocument): Promise<DataImportDocument | null> {
    const tenant = tenantOf(found);
    const now = this.deps.clock.now();
    return inTransaction(this.deps.connection, async (session) => {
      const marked = await this.deps.dataImports.change(
        tenant,
        { _id: found._id, raw_removed_at: null, withdrawn_at: found.withdrawn_at },
        { $set: { raw_removed_at: now, updated_at: now } },
        session,
      );
      if (marked === null) return null;
      const ofImport = { data_import_id: found._id };
      await this.deps.columnProfiles.removeAll(tenant, ofImport, session);
      await this.deps.fieldMappings.changeAll(tenant, ofImport, { $set: { samples: [] } }, session);
      const details = {
        records: found.total_records,
        withdrawn_at: found.withdrawn_at?.toISOString() ?? null,
        kept_days: this.deps.retentionDays,
      };
      const event = { actor: THE_SERVICE, action: 'raw_records.remove', subject: found._id, tenant, details };
      await this.deps.audit.record(event, session);
      return marked;
    });
  }
}
