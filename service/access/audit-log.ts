import { trusted, type ClientSession, type Model, type QueryFilter } from 'mongoose';
import { namesOfAct } from '#shared/renamed-acts.ts';
import type { AuditFilter } from '#shared/schemas/access.schema.ts';
import type { Clock } from '../platform/clock.ts';
import { idsFrom, newId } from '../platform/ids.ts';
import { readAhead } from '../platform/database/read-ahead.ts';
import { containing } from '../platform/database/text-pattern.ts';
import type { AuditEventDocument } from '../models/audit-event.model.ts';
import { assertCursor } from './page-cursor.ts';
import { within, type Actor, type Principal } from './principal.ts';
import { pageOf, type Page, type PageRequest } from './tenant-collection.ts';
import type { Tenant } from './tenant.ts';

/** The prefix of ids; their time follows, and events are found by it. */
const ID = 'audit';
/** Events the server sends at once. */
const READ_BATCH = 1_000;

/** The fields of a search: a name, an id, or the end of an id. */
const SEARCHED = ['actor', 'actor_key_id', 'subject', 'details.flow_id'];

export interface AuditEvent {
  actor: Actor;
  /** `<thing>.<act>`: flow.delete, api_key.revoke … */
  action: string;
  /** Id of the subject of the act, of a file its name. */
  subject: string;
  /** The tenant of the subject; of a key its grant. null in a part: of any. */
  tenant: Tenant | { clientAccountId: string | null; engagementId: string | null };
  details: AuditEventDocument['details'];
}

/**
 * The record of acts: written in the transaction of the act where it has one, so that neither exists without the other.
 */
export class AuditLog {
  private readonly model: Model<AuditEventDocument>;
  private readonly clock: Clock;

  constructor(model: Model<AuditEventDocument>, clock: Clock) {
    this.model = model;
    this.clock = clock;
  }

  async record({ tenant, actor, ...event }: AuditEvent, session?: ClientSession): Promise<void> {
    const at = this.clock.now();
    const document = {
      _id: newId(ID, at),
      at,
      actor: actor.name,
      actor_key_id: actor.keyId,
      client_account_id: tenant.clientAccountId,
      engagement_id: tenant.engagementId,
      ...event,
    };
    await this.model.create([document], session === undefined ? {} : { session });
  }

  /** Events within the caller's grant, newest first. @throws AppError invalid_request for a cursor of another list */
  async list(caller: Principal, filter: AuditFilter, request: PageRequest): Promise<Page<AuditEventDocument>> {
    assertCursor(request.cursor, `${ID}_`);
    const found = await this.model
      .find(conditionsOf(caller, filter, request.cursor))
      .sort({ _id: -1 })
      .limit(request.limit + 1)
      .lean<AuditEventDocument[]>()
      .exec();
    return pageOf(found, request.limit);
  }

  /** All of it, in batches. */
  readAll(caller: Principal, filter: AuditFilter): AsyncGenerator<AuditEventDocument[]> {
    const found = this.model.collection.find<AuditEventDocument>(conditionsOf(caller, filter) as never);
    return readAhead(found.sort({ _id: -1 }).batchSize(READ_BATCH));
  }
}

/** @param cursor the id of the last event shown */
function conditionsOf(
  caller: Principal,
  { action, actor, key_id, search, from, until, client_account_id, engagement_id }: AuditFilter,
  cursor?: string,
): QueryFilter<AuditEventDocument> {
  const ends = [cursor, until && idsFrom(ID, new Date(until))].filter((id) => id !== undefined);
  const ids = {
    ...(from !== undefined && { $gte: idsFrom(ID, new Date(from)) }),
    ...(ends.length > 0 && { $lt: ends.sort()[0] }),
  };
  return {
    $and: [
      within(caller),
      {
        ...(client_account_id !== undefined && { client_account_id }),
        ...(engagement_id !== undefined && { engagement_id }),
      },
    ],
    ...(Object.keys(ids).length > 0 && { _id: trusted(ids) }),
    ...(action !== undefined && { action: trusted({ $in: namesOfAct(action) }) }),
    ...(key_id !== undefined && { actor_key_id: key_id }),
    ...(search !== undefined && { $or: SEARCHED.map((field) => ({ [field]: containing(search) })) }),
    ...(actor !== undefined && { actor: containing(actor) }),
  };
}
