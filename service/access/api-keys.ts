import { createHash, randomBytes } from 'node:crypto';
import type { ClientSession, Model } from 'mongoose';
import { trusted } from 'mongoose';
import { AppError, notFound } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { inTransaction } from '../platform/database/mongo.ts';
import type { ApiKeyDocument } from '../models/api-key.model.ts';
import { nameLook } from '#shared/name-look.ts';
import type { Grant } from '#shared/schemas/access.schema.ts';
import type { Role } from '#shared/statuses.ts';
import type { AuditLog } from './audit-log.ts';
import type { EngagementRegister } from './engagement-register.ts';
import type { KeyUses } from './key-uses.ts';
import { assertCursor } from './page-cursor.ts';
import { actorOf, hasAllAccess, overlapping, within, type Principal } from './principal.ts';
import { pageOf, type Page, type PageRequest } from './tenant-collection.ts';

/** The name of the key that the settings make, and the actor that the audit log names for it. */
const FIRST_KEY = 'first admin key';
const BOOTSTRAP = 'bootstrap';

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
      keyRevision: found.revision ?? 0,
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
      await this.takeNaming(session);
      await this.assertNewName(maker, request.name, session);
      await this.model.create([document], { session });
      await this.registerGrant(request.grant, maker, session);
      await this.record('api_key.create', document, { by: maker, session });
    });
    return { document, apiKey };
  }

  /** Those of the keys that are valid. */
  async readRevisions(ids: readonly string[]): Promise<Map<string, number>> {
    const valid = await this.model
      .find({ _id: trusted({ $in: [...ids] }), ...this.valid() }, { revision: 1 })
      .lean<Pick<ApiKeyDocument, '_id' | 'revision'>[]>()
      .exec();
    return new Map(valid.map(({ _id, revision = 0 }) => [_id, revision]));
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
      if (revoked) await this.record('api_key.revoke', revoked, { by: caller, session });
      return found;
    });
  }

  /**
   * The first admin key: the given one, which stays revoked once it was, or a random one when the database has no key yet.
   * A given one that exists is an admin's with the given grant from then on.
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
    await inTransaction(this.model.db, async (session) => {
      const { key_hash, ...others } = document;
      const before = await this.model
        .findOneAndUpdate({ key_hash }, { $setOnInsert: others }, { upsert: true, returnDocument: 'before', session })
        .lean<ApiKeyDocument>()
        .exec();
      await this.registerGrant(given.grant, null, session);
      if (before === null) await this.record('api_key.create', document, { by: settingsOf(document), session });
      else if (before.role !== 'admin' || grantWords(before) !== grantWords(given.grant))
        await this.changeGrant(before, given.grant, session);
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

  /** What other processes remember of the key is forgotten with its revision. */
  private async changeGrant(before: ApiKeyDocument, grant: Grant, session: ClientSession): Promise<void> {
    const granted = { role: 'admin', ...grant } as const;
    await this.model.updateOne({ _id: before._id }, { $set: granted, $inc: { revision: 1 } }, { session });
    const details = {
      role_before: before.role,
      granted_before: grantWords(before),
      granted: grantWords(grant),
    };
    await this.record('api_key.change', { ...before, ...granted }, { by: settingsOf(before), session, details });
  }

  /** Of keys that are neither revoked nor expired. */
  private valid() {
    return {
      revoked_at: null,
      $or: [{ expires_at: null }, { expires_at: trusted({ $gt: this.clock.now() }) }],
    };
  }

  /** Two who name keys at once change one document, so MongoDB aborts one of them; its retry sees the other's key. */
  private async takeNaming(session: ClientSession): Promise<void> {
    await this.model
      .findOneAndUpdate({}, { $inc: { names_given: 1 } }, { sort: { _id: 1 }, session })
      .lean()
      .exec();
  }

  /**
   * An audit event names the key: no other key of that reach may have a name of the same look. Which key has it is not
   * said: the maker may not see it.
   */
  private async assertNewName(maker: Principal, name: string, session: ClientSession): Promise<void> {
    const look = nameLook(name);
    const others = await this.model
      .find({ ...overlapping(maker), ...this.valid() }, { name: 1 }, { session })
      .lean<Pick<ApiKeyDocument, 'name'>[]>()
      .exec();
    if (![BOOTSTRAP, ...others.map((other) => other.name)].some((taken) => nameLook(taken) === look)) return;
    const message = `The name "${name}" is taken, or looks like one that is. Choose another one.`;
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
    { by, session, details: further }: { by: Principal; session: ClientSession; details?: Record<string, string> },
  ): Promise<void> {
    const tenant = { clientAccountId, engagementId };
    const details = { name, role, ...(expiresAt && { expires_at: expiresAt.toISOString() }), ...further };
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
  return { keyId: _id, keyName: BOOTSTRAP, keyRevision: 0, role: 'admin', clientAccountId: null, engagementId: null };
}

function expiredBefore(): AppError {
  const message = 'This time is over: name one to come, or none.';
  return new AppError('invalid_request', `expires_at: ${message}`, {
    problems: [{ code: 'expires_in_the_past', field: 'expires_at', row: null, column: null, message }],
  });
}

function grantWords({ client_account_id: client, engagement_id: engagement }: Grant): string {
  if (client === null) return 'all clients';
  return engagement === null ? client : `${client}/${engagement}`;
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
