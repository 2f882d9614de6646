import { trusted, type ClientSession, type Model } from 'mongoose';
import type { AuditFilter } from '#shared/schemas/access.schema.ts';
import type { Clock } from '../platform/clock.ts';
import { idsFrom, newId } from '../platform/ids.ts';
import { containing } from '../platform/text-pattern.ts';
import type { AuditEventDocument } from '../models/audit-event.model.ts';
import { assertCursor } from './page-cursor.ts';
import { within, type Principal } from './principal.ts';
import { pageOf, type Page, type PageRequest } from './tenant-collection.ts';
import type { Tenant } from './tenant.ts';

/** What ids begin with; then comes their time, which they are found by. */
const ID = 'audit';

export interface AuditEvent {
  actor: string;
  /** `<thing>.<act>`: flow.delete, api_key.revoke … */
  action: string;
  /** Id of what was acted on, of a file its name. */
  subject: string;
  /** Whose it was; of a key what it is granted. null in a part: of any. */
  tenant: Tenant | { clientAccountId: string | null; engagementId: string | null };
  details: AuditEventDocument['details'];
}

/** Who did what: recorded in the transaction of the act where it has one, so that neither exists without the other. */
export class AuditLog {
  private readonly model: Model<AuditEventDocument>;
  private readonly clock: Clock;

  constructor(model: Model<AuditEventDocument>, clock: Clock) {
    this.model = model;
    this.clock = clock;
  }

  async record({ tenant, ...event }: AuditEvent, session?: ClientSession): Promise<void> {
    const at = this.clock.now();
    const document = {
      _id: newId(ID, at),
      at,
      client_account_id: tenant.clientAccountId,
      engagement_id: tenant.engagementId,
      ...event,
    };
    await this.model.create([document], session === undefined ? {} : { session });
  }

  /** What was done within the caller's grant, newest first. @throws AppError invalid_request for a cursor of another list */
  async list(
    caller: Principal,
    { action, actor, from, until }: AuditFilter,
    request: PageRequest,
  ): Promise<Page<AuditEventDocument>> {
    assertCursor(request.cursor, `${ID}_`);
    const ends = [request.cursor, until && idsFrom(ID, new Date(until))].filter((id) => id !== undefined);
    const ids = {
      ...(from !== undefined && { $gte: idsFrom(ID, new Date(from)) }),
      ...(ends.length > 0 && { $lt: ends.sort()[0] }),
    };
    const found = await this.model
      .find({
        ...within(caller),
        ...(Object.keys(ids).length > 0 && { _id: trusted(ids) }),
        ...(action !== undefined && { action }),
        ...(actor !== undefined && { actor: containing(actor) }),
      })
      .sort({ _id: -1 })
      .limit(request.limit + 1)
      .lean<AuditEventDocument[]>()
      .exec();
    return pageOf(found, request.limit);
  }
}
