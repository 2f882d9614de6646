import { createHash, randomBytes } from 'node:crypto';
import type { ClientSession, Model } from 'mongoose';
import { trusted } from 'mongoose';
import { AppError, notFound } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { inTransaction } from '../platform/mongo.ts';
import type { ApiKeyDocument } from '../models/api-key.model.ts';
import type { Grant } from '#shared/schemas/access.schema.ts';
import type { Role } from '#shared/statuses.ts';
import type { AuditLog } from './audit-log.ts';
import type { EngagementRegister } from './engagement-register.ts';
import type { KeyUses } from './key-uses.ts';
import { assertCursor } from './page-cursor.ts';
import { actorOf, hasAllAccess, overlapping, within, type Principal } from './principal.ts';
import { pageOf, type Page, type PageRequest } from './tenant-collection.ts';

/** A key never changes what it may but by being revoked or expiring. */
export const VALID_KEY_REVISION = 0;

/** The name of the key that the settings make, and the actor that the audit log names for it. */
const FIRST_KEY = 'first admin key';
const BOOTSTRAP = 'bootstrap';

/** Case, spaces and invisible characters tell no two names apart. */
const ALIKE = { locale: 'en', strength: 2, alternate: 'shifted', maxVariable: 'space' } as const;

interface NewKey {
  name: string;
  role: Role;
  grant: Grant;
  /** null: never. */
  expiresAt: Date | null;
}

/** API keys: random, kept as hashes, bound to a role and a grant, revocable at once. */
export class ApiKeys {
  private readonly model: Model<ApiKeyDocument>;
  private readonly engagements: EngagementRegister;
  private readonly audit: AuditLog;
  private readonly uses: KeyUses;
  private readonly clock: Clock;

  constructor(dependencies: {
    model: Model<ApiKeyDocument>;
    engagements: EngagementRegister;
    audit: AuditLog;
    uses: KeyUses;
    clock: Clock;
  }) {
    this.model = dependencies.model;
    this.engagements = dependencies.engagements;
    this.audit = dependencies.audit;
    this.uses = dependencies.uses;
    this.clock = dependencies.clock;
  }

  /** @throws AppError unauthenticated */
  async authenticate(authorization: string | undefined): Promise<Principal> {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (key === undefined) throw new AppError('unauthenticated', 'Send the API key as "Authorization: Bearer <key>".');
    const found = await this.model
      .findOne({ key_hash: hashOf(key), revoked_at: null })
      .lean<ApiKeyDocument>()
      .exec();
    if (found === null)
      throw new AppError('unauthenticated', 'This API key is unknown or revoked. Ask an admin for a new one.');
    if (found.expires_at && found.expires_at <= this.clock.now())
      throw new AppError('unauthenticated', 'This API key has expired. Ask an admin for a new one.');
    this.uses.note(found._id);
    return {
      keyId: found._id,
      keyName: found.name,
      role: found.role,
      clientAccountId: found.client_account_id,
      engagementId: found.engagement_id,
    };
  }

  /**
   * Makes a key that is granted no more than its maker.
   *
   * @throws AppError key_name_exists, invalid_request when it would have expired by now
   */
  async create(maker: Principal, request: NewKey): Promise<{ document: ApiKeyDocument; apiKey: string }> {
    assertWithin(maker, request.grant);
    if (request.expiresAt !== null && request.expiresAt <= this.clock.now()) throw expiredBefore();
    const apiKey = newApiKey();
    const document = this.build(apiKey, request, maker.keyName);
    await inTransaction(this.model.db, async (session) => {
      await this.assertNewName(maker, request.name, session);
      await this.model.create([document], { session });
      await this.registerGrant(request.grant, maker, session);
      await this.record('api_key.create', document, maker, session);
    });
    return { document, apiKey };
  }

  /** Those of the keys that are valid, each with VALID_KEY_REVISION. */
  async readRevisions(ids: readonly string[]): Promise<Map<string, number>> {
    const valid = await this.model
      .find({ _id: trusted({ $in: [...ids] }), ...this.valid() }, { _id: 1 })
      .lean<{ _id: string }[]>()
      .exec();
    return new Map(valid.map(({ _id }) => [_id, VALID_KEY_REVISION]));
  }

  /** Keys whose grant lies within the caller's, newest first. */
  async list(caller: Principal, request: PageRequest): Promise<Page<ApiKeyDocument>> {
    assertCursor(request.cursor, 'key_');
    const after = request.cursor === undefined ? {} : { _id: trusted({ $lt: request.cursor }) };
    const found = await this.model
      .find({ ...within(caller), ...after })
      .sort({ _id: -1 })
      .limit(request.limit + 1)
      .lean<ApiKeyDocument[]>()
      .exec();
    return pageOf(found, request.limit);
  }

  async revoke(caller: Principal, keyId: string): Promise<ApiKeyDocument> {
    const now = this.clock.now();
    return inTransaction(this.model.db, async (session) => {
      const options = { session, returnDocument: 'after' } as const;
      const filter = { _id: keyId, ...within(caller) };
      const revoked = await this.model
        .findOneAndUpdate({ ...filter, revoked_at: null }, { $set: { revoked_at: now } }, options)
        .lean<ApiKeyDocument>()
        .exec();
      const found = revoked ?? (await this.model.findOne(filter, null, { session }).lean<ApiKeyDocument>().exec());
      if (found === null) throw notFound('API key');
      if (revoked) await this.record('api_key.revoke', revoked, caller, session);
      return found;
    });
  }

  /**
   * The first admin key: the given one, which stays revoked once it was, or a random one when the database has no key yet.
   *
   * @returns the random key, to be printed once; null when none was made
   */
  async bootstrap(given: { apiKey: string | undefined; grant: Grant }): Promise<string | null> {
    if (given.apiKey === undefined && (await this.model.exists({})) !== null) return null;
    const apiKey = given.apiKey ?? newApiKey();
    const document = this.build(
      apiKey,
      { name: FIRST_KEY, role: 'admin', grant: given.grant, expiresAt: null },
      BOOTSTRAP,
    );
    const { key_hash, role, client_account_id, engagement_id, ...others } = document;
    await inTransaction(this.model.db, async (session) => {
      const { upsertedCount } = await this.model.updateOne(
        { key_hash },
        { $set: { role, client_account_id, engagement_id }, $setOnInsert: others },
        { upsert: true, session },
      );
      await this.registerGrant(given.grant, null, session);
      if (upsertedCount === 1) await this.record('api_key.create', document, settingsOf(document), session);
    });
    return given.apiKey === undefined ? apiKey : null;
  }

  /** Ids of first keys that earlier settings made and nobody revoked. */
  async listOtherFirstKeys(apiKey: string): Promise<string[]> {
    const found = await this.model
      .find({ name: FIRST_KEY, created_by: BOOTSTRAP, revoked_at: null, key_hash: trusted({ $ne: hashOf(apiKey) }) })
      .lean<ApiKeyDocument[]>()
      .exec();
    return found.map(({ _id }) => _id);
  }

  /** Of keys that are neither revoked nor expired. */
  private valid() {
    return {
      revoked_at: null,
      $or: [{ expires_at: null }, { expires_at: trusted({ $gt: this.clock.now() }) }],
    };
  }

  /** An audit event names the key: no other key of that reach may have the name, in any spelling. */
  private async assertNewName(maker: Principal, name: string, session: ClientSession): Promise<void> {
    const same = await this.model
      .findOne({ ...overlapping(maker), name, ...this.valid() }, { _id: 1 }, { session })
      .collation(ALIKE)
      .lean<{ _id: string }>()
      .exec();
    if (same === null) return;
    const message = `Another valid key is named like "${name}". Choose another name, or revoke that key first.`;
    throw new AppError('key_name_exists', message, {
      problems: [{ code: 'key_name_exists', field: 'name', row: null, column: null, message }],
    });
  }

  private build(apiKey: string, request: NewKey, createdBy: string): ApiKeyDocument {
    const now = this.clock.now();
    return {
      _id: newId('key', now),
      key_hash: hashOf(apiKey),
      name: request.name,
      role: request.role,
      ...request.grant,
      created_at: now,
      created_by: createdBy,
      revoked_at: null,
      expires_at: request.expiresAt,
      last_used_at: null,
    };
  }

  /** For the admins whose grant has the key's in it. */
  private async record(
    action: string,
    {
      _id,
      name,
      role,
      expires_at: expiresAt,
      client_account_id: clientAccountId,
      engagement_id: engagementId,
    }: ApiKeyDocument,
    by: Principal,
    session: ClientSession,
  ): Promise<void> {
    const tenant = { clientAccountId, engagementId };
    const details = { name, role, ...(expiresAt && { expires_at: expiresAt.toISOString() }) };
    await this.audit.record({ actor: actorOf(by), action, subject: _id, tenant, details }, session);
  }

  /** A key that names an engagement makes it known: the key's holder may not create it. */
  private async registerGrant(grant: Grant, maker: Principal | null, session?: ClientSession): Promise<void> {
    if (grant.client_account_id === null || grant.engagement_id === null) return;
    const tenant = { clientAccountId: grant.client_account_id, engagementId: grant.engagement_id };
    if (maker === null || hasAllAccess(maker))
      await this.engagements.register(tenant, maker?.keyName ?? BOOTSTRAP, session);
    else await this.engagements.assertKnown(tenant, session);
  }
}

/** The actor of the first key, for the audit. */
function settingsOf({ _id }: ApiKeyDocument): Principal {
  return { keyId: _id, keyName: BOOTSTRAP, role: 'admin', clientAccountId: null, engagementId: null };
}

function expiredBefore(): AppError {
  const message = 'This time is over: name one to come, or none.';
  return new AppError('invalid_request', `expires_at: ${message}`, {
    problems: [{ code: 'expires_in_the_past', field: 'expires_at', row: null, column: null, message }],
  });
}

function newApiKey(): string {
  return `cmdb_${randomBytes(32).toString('base64url')}`;
}

function hashOf(apiKey: string): string {
  return createHash('sha256').update(apiKey).digest('hex');
}

function assertWithin(maker: Principal, grant: Grant): void {
  const isWithin =
    (maker.clientAccountId === null || maker.clientAccountId === grant.client_account_id) &&
    (maker.engagementId === null || maker.engagementId === grant.engagement_id);
  if (!isWithin) throw new AppError('forbidden', 'A key cannot be granted more than the key that makes it.');
}
