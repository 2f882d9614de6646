import { trusted, type ClientSession, type Model } from 'mongoose';
import { AppError } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import type { ClientAccountDocument } from '../models/client-account.model.ts';
import type { EngagementDocument } from '../models/engagement.model.ts';
import { assertCursor } from './page-cursor.ts';
import { hasAllAccess, type Principal } from './principal.ts';
import { pageOf, type Page, type PageRequest } from './tenant-collection.ts';
import { ownedBy, engagementKey, type Tenant } from './tenant.ts';

interface EngagementRegisterDependencies {
  clientAccounts: Model<ClientAccountDocument>;
  engagements: Model<EngagementDocument>;
  clock: Clock;
}

/** The known client accounts and engagements. */
export class EngagementRegister {
  private readonly deps: EngagementRegisterDependencies;

  constructor(dependencies: EngagementRegisterDependencies) {
    this.deps = dependencies;
  }

  /**
   * Makes sure the tenant of an import is known, within the import's transaction: an all-access admin creates it by
   * naming it, every other key is refused.
   *
   * @throws AppError forbidden
   */
  async admit(tenant: Tenant, principal: Principal, session: ClientSession): Promise<void> {
    if (hasAllAccess(principal)) await this.register(tenant, principal.keyName, session);
    else await this.assertKnown(tenant, session);
  }

  /** Creates the client account and the engagement where they are new. */
  async register(tenant: Tenant, createdBy: string, session?: ClientSession): Promise<void> {
    const stamp = { created_at: this.deps.clock.now(), created_by: createdBy };
    const options = session ? { session, upsert: true } : { upsert: true };
    if (await this.deps.engagements.exists({ _id: engagementKey(tenant) }).session(session ?? null)) return;
    await this.deps.clientAccounts.updateOne({ _id: tenant.clientAccountId }, { $setOnInsert: stamp }, options);
    await this.deps.engagements.updateOne(
      { _id: engagementKey(tenant) },
      { $setOnInsert: { ...ownedBy(tenant), ...stamp } },
      options,
    );
  }

  /** @throws AppError forbidden */
  async assertKnown(tenant: Tenant, session?: ClientSession): Promise<void> {
    if (await this.deps.engagements.exists({ _id: engagementKey(tenant) }).session(session ?? null)) return;
    throw new AppError(
      'forbidden',
      'This client account and engagement are not known yet. Only an admin key for all clients can create them; ask whoever holds one.',
    );
  }

  /** Engagements that the key may see, by client account and engagement. */
  async list(principal: Principal, request: PageRequest): Promise<Page<EngagementDocument>> {
    assertCursor(request.cursor, /^[^/]+\/[^/]+$/);
    const found = await this.deps.engagements
      .find({
        ...(principal.clientAccountId === null ? {} : { client_account_id: principal.clientAccountId }),
        ...(principal.engagementId === null ? {} : { engagement_id: principal.engagementId }),
        ...(request.cursor === undefined ? {} : { _id: trusted({ $gt: request.cursor }) }),
      })
      .sort({ _id: 1 })
      .limit(request.limit + 1)
      .lean<EngagementDocument[]>()
      .exec();
    return pageOf(found, request.limit);
  }
}
