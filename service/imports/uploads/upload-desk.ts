import type { OpenUploadRequest } from '#shared/schemas/upload.schema.ts';
import type { EngagementRegister } from '../../access/engagement-register.ts';
import { hasAllAccess, type Principal } from '../../access/principal.ts';
import type { Tenant } from '../../access/tenant.ts';
import type { UploadSessionDocument } from '../../models/upload-session.model.ts';
import type { ImportValidator } from '../import-validator.ts';
import { ProblemList } from '../problem-list.ts';
import { checkHeaders } from '../sheet-checks.ts';
import type { ActiveUploads } from './active-uploads.ts';
import type { UploadSessions } from './upload-sessions.ts';

/** Opens and discards uploads: refuses at the beginning, not at the end, hundreds of megabytes later. */
export class UploadDesk {
  private readonly deps: {
    sessions: UploadSessions;
    validator: ImportValidator;
    engagements: EngagementRegister;
    active: ActiveUploads;
  };

  constructor(dependencies: UploadDesk['deps']) {
    this.deps = dependencies;
  }

  /** @throws AppError import_rejected, open_flow_exists, forbidden, too_many_requests */
  async open(tenant: Tenant, principal: Principal, request: OpenUploadRequest): Promise<UploadSessionDocument> {
    const problems = new ProblemList();
    checkHeaders(request.columns, 'body.columns', problems);
    problems.throwIfAny();
    this.deps.active.assertFree(principal.keyId);
    if (!hasAllAccess(principal)) await this.deps.engagements.assertKnown(tenant);
    await this.deps.validator.assertNoOpenFlow(tenant);
    const session = this.deps.sessions.build(tenant, request, principal.keyName);
    // The place is taken before the session is stored: of two that are opened at once, the loser leaves nothing behind.
    this.deps.active.touch(session._id, principal.keyId);
    try {
      await this.deps.sessions.insert(session);
    } catch (error) {
      this.deps.active.end(session._id);
      throw error;
    }
    return session;
  }

  /** Before the body of a chunk is awaited; the database is asked for uploads that this process did not just see. */
  async assertTakesChunks(tenant: Tenant, { uploadId, keyId }: { uploadId: string; keyId: string }): Promise<void> {
    if (!this.deps.active.isOf(uploadId, keyId)) await this.deps.sessions.getOpen(tenant, uploadId);
  }

  /** @throws AppError not_found, upload_published */
  async discard(tenant: Tenant, uploadId: string): Promise<void> {
    await this.deps.sessions.discard(tenant, uploadId);
    this.deps.active.end(uploadId);
  }
}
