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
import type { AssetDocument } from '../models/asset.model.ts';
import { containing } from '../platform/text-pattern.ts';
import { extractReader } from './asset-extract.ts';
import { nameCursor, readNameCursor } from './name-cursor.ts';
import { assetOf } from './stored-asset.ts';

/** Assets held at once while all of them are read. */
const READ_BATCH = 200;
const ALL_IDS: IdRange = { from: '', to: null };

/** Kinds of keys that are looked for without being named; host names are found as names. */
const UNNAMED_KINDS = ['ip', 'mac', 'serial'] as const;

function keysFrom(words: string): string[] {
  return [...(words.includes(':') ? [words] : []), ...UNNAMED_KINDS.map((kind) => `${kind}:${words}`)];
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
      ...(words === '' ? {} : isKey ? key : { name: containing(words) }),
    };
  }

  /** @throws AppError invalid_request when the cursor leads nowhere */
  private async pageByName(
    tenant: Tenant,
    wanted: Wanted,
    { cursor, limit, direction }: PageRequest & { direction: 1 | -1 },
  ): Promise<Page<AssetDocument>> {
    const after = cursor === undefined ? null : await this.placeOf(tenant, cursor);
    const found = await this.assets.listInOrder(tenant, wanted, { field: 'name', direction }, { after, limit });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last !== undefined ? nameCursor(last) : null };
  }

  private async placeOf(tenant: Tenant, cursor: string): Promise<Place> {
    const { _id, name } = readNameCursor(cursor);
    const value = name ?? (await this.assets.find(tenant, { _id }))?.name;
    if (value === undefined) throw unknownCursor();
    return { _id, value };
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
