import { sanitizeFilter, trusted, type ClientSession, type Model, type QueryFilter, type UpdateQuery } from 'mongoose';
import { notFound } from '../platform/app-error.ts';
import { insertIfAbsent, insertInTransaction } from '../platform/database/insert-command.ts';
import { readAhead } from '../platform/database/read-ahead.ts';
import { readBound } from '../platform/database/read-bound.ts';
import { removeInBatches } from '../platform/database/remove-in-batches.ts';
import { ownedBy, type Tenant } from './tenant.ts';

/** Documents the server sends at once. */
const READ_BATCH = 1_000;
/** Changes that are checked and written at once, .2 ms each. */
const CHANGES_AT_ONCE = 200;

/** An order that an index carries: a text field, then ids. */
interface FieldOrder<Field extends string> {
  field: Field;
  direction: 1 | -1;
}

/** Where a list in order of a field stands: at the last item shown. */
export interface Place {
  value: string;
  _id: string;
}

export interface TenantOwned {
  _id: string;
  client_account_id: string;
  engagement_id: string;
}

export interface Page<Document> {
  items: Document[];
  /** `_id` of the last item when there may be more, else null. */
  nextCursor: string | null;
}

export interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}

/** Documents of a list from some place on, and whether it goes on behind them. */
interface Listed<Document> {
  items: Document[];
  hasMore: boolean;
}

interface OneChange<Document> {
  filter: QueryFilter<Document>;
  update: UpdateQuery<Document>;
}

/** A page of the documents that were read for it: as many as asked for, and one more where the list goes on. */
export function pageOf<Document extends { _id: string }>(found: Document[], limit: number): Page<Document> {
  return pageThatEnds({ items: found.slice(0, limit), hasMore: found.length > limit });
}

function pageThatEnds<Document extends { _id: string }>({ items, hasMore }: Listed<Document>): Page<Document> {
  return { items, nextCursor: hasMore ? (items.at(-1)?._id ?? null) : null };
}

interface ReadOptions<Field extends string> {
  fields?: readonly Field[];
  sort?: Record<string, 1 | -1>;
  batchSize?: number;
  index?: string;
  /** Where an answer waits for it, and no file is made of it. */
  maxMs?: number;
  session?: ClientSession;
}

interface CountLimits {
  max?: number;
  index?: string;
}

/**
 * The usual way to documents that a tenant owns: every read and write carries the tenant, so that an id of another
 * tenant's finds nothing. Code that goes past it, to a model, names the tenant with `ownedBy` in every filter; begins
 * with an id that was found here; or works for all tenants, and answers none with its findings. Filters with operators
 * must be built by the caller with `trusted`; everything else is compared as a plain value.
 */
export class TenantCollection<Document extends TenantOwned> {
  private readonly model: Model<Document>;
  private readonly isSharedByClient: boolean;

  /** @param sharing `client`: all engagements of a client account see the same documents */
  constructor(model: Model<Document>, sharing: 'engagement' | 'client' = 'engagement') {
    this.model = model;
    this.isSharedByClient = sharing === 'client';
  }

  async find(tenant: Tenant, filter: QueryFilter<Document>, session?: ClientSession): Promise<Document | null> {
    return this.model
      .findOne(this.owned(tenant, filter), null, { session: session ?? null })
      .lean<Document>()
      .exec();
  }

  /** @param what the document, as the answer names it: flow, import … @throws AppError not_found */
  async get(tenant: Tenant, filter: QueryFilter<Document>, what: string, session?: ClientSession): Promise<Document> {
    const found = await this.find(tenant, filter, session);
    if (found === null) throw notFound(what);
    return found;
  }

  /** Past mongoose, like `insertAll`: this service's own documents are complete, and casting them costs more than storing. */
  async insert(document: Document, session?: ClientSession): Promise<void> {
    await this.model.collection.insertOne(document as never, session ? { session } : {});
  }

  async insertAll(documents: readonly Document[], session: ClientSession): Promise<void> {
    if (documents.length > 0) await insertInTransaction(this.model, documents, session);
  }

  /** The document after the change, or null when none of the tenant's matched. */
  async change(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    update: UpdateQuery<Document>,
    session?: ClientSession,
  ): Promise<Document | null> {
    return this.model
      .findOneAndUpdate(this.owned(tenant, filter), update, { session: session ?? null, returnDocument: 'after' })
      .lean<Document>()
      .exec();
  }

  async changeAll(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    update: UpdateQuery<Document>,
    session?: ClientSession,
  ): Promise<number> {
    const result = await this.model.updateMany(this.owned(tenant, filter), update, session ? { session } : {});
    return result.modifiedCount;
  }

  /**
   * Each its own change, sent many together: one document a filter, and none where none of the tenant's matches. Between
   * them others have their turn: to check and write those of the widest sheet takes seconds.
   */
  async changeEach(tenant: Tenant, changes: readonly OneChange<Document>[], session: ClientSession): Promise<void> {
    for (let from = 0; from < changes.length; from += CHANGES_AT_ONCE) {
      const updates = changes.slice(from, from + CHANGES_AT_ONCE).map(({ filter, update }) => ({
        updateOne: { filter: this.owned(tenant, filter), update },
      }));
      await this.model.bulkWrite(updates as Parameters<typeof this.model.bulkWrite>[0], { ordered: false, session });
    }
  }

  /** Writes documents under their ids, new or not; a repeated call changes nothing. */
  async replaceAll(tenant: Tenant, documents: readonly Document[], session?: ClientSession): Promise<void> {
    if (documents.length === 0) return;
    await this.model.collection.bulkWrite(
      documents.map((document) => ({
        replaceOne: { filter: this.owned(tenant, { _id: document._id }), replacement: document, upsert: true },
      })) as Parameters<typeof this.model.collection.bulkWrite>[0],
      { ordered: false, ...(session ? { session } : {}) },
    );
  }

  /** As `replaceAll`, where nearly all are new; acknowledged by a majority. */
  async storeAll(tenant: Tenant, documents: readonly Document[]): Promise<void> {
    await this.replaceAll(tenant, await insertIfAbsent(this.model, documents));
  }

  async removeAll(tenant: Tenant, filter: QueryFilter<Document>, session?: ClientSession): Promise<number> {
    const result = await this.model.deleteMany(this.owned(tenant, filter), session ? { session } : {});
    return result.deletedCount;
  }

  /** However many there are, and in no transaction. */
  async removeInBatches(tenant: Tenant, filter: QueryFilter<Document>): Promise<void> {
    await removeInBatches(this.model, this.owned(tenant, filter));
  }

  /** At most `limit` of the filter's documents. @returns how many there were */
  async removeSome(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    limit: number,
    session: ClientSession,
  ): Promise<number> {
    const found = await this.model.find(this.owned(tenant, filter), '_id', { session }).limit(limit).lean().exec();
    if (found.length === 0) return 0;
    return this.removeAll(tenant, { _id: trusted({ $in: found.map(({ _id }) => _id) }) }, session);
  }

  /** Ascending by `_id`, from after the cursor. */
  async page(tenant: Tenant, filter: QueryFilter<Document>, request: PageRequest): Promise<Page<Document>> {
    return this.readPage(tenant, filter, request, 1);
  }

  /** Descending by `_id`; ids begin with their time, so this is newest first. */
  async pageNewestFirst(tenant: Tenant, filter: QueryFilter<Document>, request: PageRequest): Promise<Page<Document>> {
    return this.readPage(tenant, filter, request, -1);
  }

  /** In order of a field, from after a place; fewer than asked for where they are large. */
  async listInOrder<Field extends keyof Document & string>(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    { field, direction }: FieldOrder<Field>,
    { after, limit }: { after: Place | null; limit: number },
  ): Promise<Listed<Document>> {
    const [from, beyond] = direction === 1 ? (['$gte', '$gt'] as const) : (['$lte', '$lt'] as const);
    const following =
      after === null
        ? {}
        : {
            // Where the index is entered; then what was shown of the same value is left out.
            [field]: trusted({ [from]: after.value }),
            $or: [{ [field]: trusted({ [beyond]: after.value }) }, { _id: trusted({ [beyond]: after._id }) }],
          };
    const sort = { [field]: direction, _id: direction };
    return this.listBounded(this.owned(tenant, { $and: [filter, following] }), { sort, limit });
  }

  /** How many match, counted to `max`; along the named index, where the server would choose one with many keys. */
  async count(tenant: Tenant, filter: QueryFilter<Document>, { max, index }: CountLimits = {}): Promise<number> {
    return this.model.collection.countDocuments(this.owned(tenant, filter) as never, {
      ...readBound(),
      ...(max === undefined ? {} : { limit: max }),
      ...(index === undefined ? {} : { hint: index }),
    });
  }

  /** All of a set that is bounded by nature, such as the columns of one import. */
  async list(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    sort: Record<string, 1 | -1>,
    session?: ClientSession,
  ): Promise<Document[]> {
    return this.model
      .find(this.owned(tenant, filter), null, { session: session ?? null })
      .sort(sort)
      .lean<Document[]>()
      .exec();
  }

  /** The first of the filter's documents, along any index that leads to it. */
  async listSome(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    limit: number,
    session?: ClientSession,
  ): Promise<Document[]> {
    return this.model
      .find(this.owned(tenant, filter), null, { session: session ?? null })
      .limit(limit)
      .lean<Document[]>()
      .exec();
  }

  /**
   * All documents of the filter, in batches as the server sends them, with only the named fields (and `_id`) where any
   * are named. The cursor is closed when its reader stops. Past mongoose: a million documents cost half the time.
   */
  async *readAll<Field extends keyof Document & string>(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    options: ReadOptions<Field | `${Field}.${string}`> = {},
  ): AsyncGenerator<Pick<Document, Field | '_id'>[]> {
    const { fields, sort = { _id: 1 }, batchSize = READ_BATCH, index, maxMs, session } = options;
    const cursor = this.model.collection.find<Pick<Document, Field | '_id'>>(this.owned(tenant, filter) as never, {
      sort,
      batchSize,
      ...(index !== undefined && { hint: index }),
      ...(maxMs !== undefined && { maxTimeMS: maxMs }),
      ...(session && { session }),
      ...(fields && { projection: Object.fromEntries(fields.map((field) => [field, 1])) }),
    });
    yield* readAhead(cursor);
  }

  /** Ids that cut the tenant's documents into so many parts of about the same size; fewer where there are few. */
  async cutIds(tenant: Tenant, parts: number): Promise<string[]> {
    const ids = this.model.collection;
    if (parts === 1) return [];
    // With a range of ids the server counts along the index that is in their order, and not along one with many keys.
    const from = (id: string) => this.owned(tenant, { _id: trusted({ $gte: id }) }) as never;
    const each = Math.ceil((await ids.countDocuments(from(''))) / parts);
    const cuts: string[] = [];
    while (each > 0 && cuts.length < parts - 1) {
      const [next] = await ids
        .find<{ _id: string }>(from(cuts.at(-1) ?? ''), { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .skip(each)
        .limit(1)
        .toArray();
      if (next === undefined) break;
      cuts.push(next._id);
    }
    return cuts;
  }

  /** Documents in order of ids, as the BSON the server sent: for readers that need little of each. */
  async *readBytes(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    { batchSize }: { batchSize: number },
  ): AsyncGenerator<Uint8Array[]> {
    const cursor = this.model.collection
      .find<Uint8Array>(this.owned(tenant, filter) as never, { raw: true })
      .sort({ _id: 1 })
      .batchSize(batchSize);
    yield* readAhead(cursor);
  }

  private async readPage(
    tenant: Tenant,
    filter: QueryFilter<Document>,
    request: PageRequest,
    direction: 1 | -1,
  ): Promise<Page<Document>> {
    const after =
      request.cursor === undefined
        ? {}
        : { _id: trusted(direction === 1 ? { $gt: request.cursor } : { $lt: request.cursor }) };
    const sort = { _id: direction };
    return pageThatEnds(
      await this.listBounded(this.owned(tenant, { ...filter, ...after }), { sort, limit: request.limit }),
    );
  }

  /**
   * At most `limit` documents, and no more than the server sends at once, which is 16 MB: a thousand of the largest would
   * be more than a process can hold. At least one, if there is one.
   */
  private async listBounded(
    filter: QueryFilter<Document>,
    { sort, limit }: { sort: Record<string, 1 | -1>; limit: number },
  ): Promise<Listed<Document>> {
    const wanted = limit + 1;
    const cursor = this.model.collection.find<Document>(sanitizeFilter(filter) as never, {
      ...readBound(),
      sort,
      limit: wanted,
      batchSize: wanted,
    });
    try {
      const found = (await cursor.hasNext()) ? cursor.readBufferedDocuments() : [];
      const isCut = found.length < wanted && cursor.id?.isZero() === false;
      return { items: found.slice(0, limit), hasMore: isCut || found.length > limit };
    } finally {
      await cursor.close();
    }
  }

  private owned(tenant: Tenant, filter: QueryFilter<Document>): QueryFilter<Document> {
    const owner = this.isSharedByClient ? { client_account_id: tenant.clientAccountId } : ownedBy(tenant);
    return { ...filter, ...owner };
  }
}
