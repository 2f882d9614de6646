import type { Connection } from 'mongoose';
import type { EngagementRegister } from '../access/engagement-register.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Config } from '../config.ts';
import type { ImportValidator } from '../imports/import-validator.ts';
import type { RawRecords } from '../imports/raw-records.ts';
import { ActiveUploads } from '../imports/uploads/active-uploads.ts';
import { ChunkClaims } from '../imports/uploads/chunk-claims.ts';
import { ChunkReader } from '../imports/uploads/chunk-reader.ts';
import { ChunkStore } from '../imports/uploads/chunk-store.ts';
import { UploadDesk } from '../imports/uploads/upload-desk.ts';
import { UploadPublication } from '../imports/uploads/upload-publication.ts';
import { UploadSessions } from '../imports/uploads/upload-sessions.ts';
import { UploadSweeper } from '../imports/uploads/upload-sweeper.ts';
import type { UploadSessionDocument } from '../models/upload-session.model.ts';
import type { Models } from '../models/models.ts';
import type { Clock } from '../platform/clock.ts';
import { InFlightLimit } from '../platform/in-flight-limit.ts';
import type { Logger } from '../platform/logger.ts';

/** Chunks parsed and written at once: with one the database waits for the next, with three the loop gets no faster. */
const CHUNKS_WORKED_ON = 2;

/** Sheets too large for one request. */
export function composeUploads(
  config: Config,
  base: {
    connection: Connection;
    models: Models;
    uploadSessions: TenantCollection<UploadSessionDocument>;
    rawRecords: RawRecords;
    validator: ImportValidator;
    engagements: EngagementRegister;
    clock: Clock;
    log: Logger;
  },
) {
  const { models, uploadSessions: documents, rawRecords, clock, log } = base;
  const expiryMs = config.UPLOAD_EXPIRY_SECONDS * 1_000;
  const sessions = new UploadSessions(documents, { clock, expiryMs });
  const limits = { most: config.UPLOADS_AT_ONCE, idleMs: config.UPLOAD_IDLE_SECONDS * 1_000 };
  const active = new ActiveUploads(limits, clock);
  const claims = new ChunkClaims({ connection: base.connection, documents, sessions, rawRecords, clock });
  return {
    sessions,
    active,
    desk: new UploadDesk({ sessions, active, validator: base.validator, engagements: base.engagements }),
    chunks: new ChunkStore({ reader: new ChunkReader(), sessions, claims, rawRecords, active }),
    chunksInFlight: new InFlightLimit(config.UPLOAD_CHUNKS_IN_FLIGHT, CHUNKS_WORKED_ON),
    publication: new UploadPublication({ sessions, rawRecords }),
    sweeper: new UploadSweeper({
      sessions: models.uploadSessions,
      dataImports: models.dataImports,
      rawRecords,
      clock,
      log,
    }),
  };
}
