import { trusted, type QueryFilter } from 'mongoose';
import { assertCursor, unknownCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, Place, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AgentInventory, AssetExtract, FieldChoice } from '../agents/agent-ports.ts';
import { ASSETS_COUNTED_MAX } from '#shared/limits.ts';
import type { AssetCount, AssetFilterQuery } from '#shared/schemas/asset.schema.ts';
import type { AssetSort } from '#shared/statuses.ts';
import { rangesBetween, type IdRange } from '../inventory/asset-id.ts';
import type { Asset } from '../inventory/asset.ts';
import { isGlobalId } from '../inventory/key-kinds.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import { READ_MAX_MS } from '../platform/database/read-bound.ts';
import { containing } from '../platform/database/text-pattern.ts';
import { extractReader } from './asset-extract.ts';
import { nameCursor, readNameCursor } from './name-cursor.ts';
import { nameOrder } from './name-order.ts';
import { assetOf } from './stored-asset.ts';

/** Assets held at once while all of them are read. */
const READ_BATCH = 200;
const ALL_IDS: IdRange = { from: '', to: null };

/** Kinds of keys that are looked for without being named; host names are found as names. */
const UNNAMED_KINDS = ['ip', 'mac', 'serial'] as const;

function keysFrom(words: string): string[] {
  const kinds = isGlobalId(words) ? [...UNNAMED_KINDS, 'external_id'] : UNNAMED_KINDS;
  return [...(words.includes(':') ? [words] : []), ...kinds.map((kind) => `${kind}:${words}`)];
}

type Wanted = QueryFilter<AssetDocument>;

/** The inventory of each engagement, as it is read. */
export class AssetStore {
  private readonly assets: TenantCollection<AssetDocument>;

  constructor(assets: TenantCollection<AssetDocument>) {
    this.assets = assets;
  }

  /** The inventory as agents reach it. */
  inventoryOf(tenant: Tenant): AgentInventory {
    return {
      findByKeys: async (keys) => {
        const found = await this.assets.list(tenant, { keys: trusted({ $in: [...keys] }) }, { _id: 1 });
        return found.map(assetOf);
      },
      idRanges: async (count) => rangesBetween(await this.assets.cutIds(tenant, count), count),
      readValues: (fields, ids) => this.readValues(tenant, fields, ids),
    };
  }

  /** In order of ids, or of names where a sort is asked for. */
  async page(
    tenant: Tenant,
    filter: AssetFilterQuery,
    { sort, ...request }: PageRequest & { sort?: AssetSort | undefined },
  ): Promise<Page<Asset>> {
    if (sort === undefined) assertCursor(request.cursor, 'ast_');
    const wanted = await this.wanted(tenant, filter);
    const page =
      sort === undefined
        ? await this.assets.page(tenant, wanted, request)
        : await this.pageByName(tenant, wanted, { ...request, direction: sort === 'name' ? 1 : -1 });
    return { items: page.items.map(assetOf), nextCursor: page.nextCursor };
  }

  /** All to the last, along the ids; those of a filter to a bound, since some are only found by reading past all others. */
  async count(tenant: Tenant, filter: AssetFilterQuery): Promise<AssetCount> {
    const wanted = await this.wanted(tenant, filter);
    if (Object.keys(wanted).length === 0)
      return { count: await this.assets.count(tenant, {}, { index: 'in_order' }), has_more: false };
    const count = await this.assets.count(tenant, wanted, { max: ASSETS_COUNTED_MAX + 1 });
    return { count: Math.min(count, ASSETS_COUNTED_MAX), has_more: count > ASSETS_COUNTED_MAX };
  }

  /** All that fit in batches, in order of ids: nothing is sorted, however many they are. */
  async *readAll(tenant: Tenant, filter: AssetFilterQuery): AsyncGenerator<Asset[]> {
    const wanted = await this.wanted(tenant, filter);
    const isFewKnown = 'keys' in wanted || 'sources.data_import_id' in wanted;
    const batches = this.assets.readAll<keyof AssetDocument>(tenant, wanted, {
      batchSize: READ_BATCH,
      ...(isFewKnown ? {} : { index: 'in_order' }),
    });
    for await (const documents of batches) yield (documents as AssetDocument[]).map(assetOf);
  }

  /** Of how many fields an import has a value, by the ids of assets. */
  async countValues(
    tenant: Tenant,
    dataImportId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    if (ids.length === 0) return counts;
    const options = { fields: ['sources.data_import_id', 'sources.values'] as const, maxMs: READ_MAX_MS };
    const found = this.assets.readAll<'sources'>(tenant, { _id: trusted({ $in: [...ids] }) }, options);
    for await (const batch of found)
      for (const { _id, sources } of batch) {
        const source = sources.find(({ data_import_id: id }) => id === dataImportId);
        if (source !== undefined) counts.set(_id, Object.keys(source.values).length);
      }
    return counts;
  }

  /** @throws AppError not_found */
  async get(tenant: Tenant, assetId: string): Promise<Asset> {
    return assetOf(await this.assets.get(tenant, { _id: assetId }, 'asset'));
  }

  /** Keys or names, not either: no index carries both, and every asset would be read. */
  private async wanted(
    tenant: Tenant,
    { class: assetClass, search, environment, data_import_id: dataImportId }: AssetFilterQuery,
  ): Promise<Wanted> {
    const words = search?.trim() ?? '';
    const key = { keys: trusted({ $in: keysFrom(words.toLowerCase()) }) };
    const isKey = words !== '' && (await this.assets.find(tenant, key)) !== null;
    return {
      ...(assetClass === undefined ? {} : { asset_class: assetClass }),
      ...(environment === undefined ? {} : { environment: environment === 'none' ? null : environment }),
      ...(dataImportId === undefined ? {} : { 'sources.data_import_id': dataImportId }),
      ...(words === '' ? {} : isKey ? key : { name_order: containing(nameOrder(words)) }),
    };
  }

  /** @throws AppError invalid_request when the cursor leads nowhere */
  private async pageByName(
    tenant: Tenant,
    wanted: Wanted,
    { cursor, limit, direction }: PageRequest & { direction: 1 | -1 },
  ): Promise<Page<AssetDocument>> {
    const after = cursor === undefined ? null : await this.placeOf(tenant, cursor);
    const order = { field: 'name_order', direction } as const;
    const { items, hasMore } = await this.assets.listInOrder(tenant, wanted, order, { after, limit });
    const last = items.at(-1);
    // Those without a place stand before all others.
    return {
      items,
      nextCursor: hasMore && last !== undefined ? nameCursor({ _id: last._id, name: last.name_order ?? '' }) : null,
    };
  }

  private async placeOf(tenant: Tenant, cursor: string): Promise<Place> {
    const { _id, name } = readNameCursor(cursor);
    const shown = name ?? (await this.assets.find(tenant, { _id }))?.name;
    if (shown === undefined) throw unknownCursor();
    return { _id, value: nameOrder(shown) };
  }

  private async *readValues(
    tenant: Tenant,
    fields: FieldChoice,
    { from, to }: IdRange = ALL_IDS,
  ): AsyncGenerator<AssetExtract[]> {
    const read = extractReader(fields);
    const ids = trusted(to === null ? { $gte: from } : { $gte: from, $lt: to });
    for await (const batch of this.assets.readBytes(tenant, { _id: ids }, { batchSize: READ_BATCH }))
      yield batch.map(read);
  }
}
