import { trusted } from 'mongoose';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AgentInventory, AssetExtract, FieldChoice } from '../agents/agent-ports.ts';
import type { AssetClass } from '#shared/statuses.ts';
import { rangesBetween, type IdRange } from '../inventory/asset-id.ts';
import type { Asset } from '../inventory/asset.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import { notFound } from '../platform/app-error.ts';
import { containing } from '../platform/text-pattern.ts';
import { extractReader } from './asset-extract.ts';
import { assetOf } from './stored-asset.ts';

/** Assets held at once while all of them are read. */
const READ_BATCH = 200;
const ALL_IDS: IdRange = { from: '', to: null };

export interface AssetFilter {
  assetClass?: AssetClass | undefined;
  /** In names, or a whole key: `ip:10.0.0.1`. */
  search?: string | undefined;
  dataImportId?: string | undefined;
}

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

  async page(tenant: Tenant, filter: AssetFilter, request: PageRequest): Promise<Page<Asset>> {
    const words = filter.search?.trim() ?? '';
    const pattern = containing(words);
    const page = await this.assets.page(
      tenant,
      {
        ...(filter.assetClass === undefined ? {} : { asset_class: filter.assetClass }),
        ...(filter.dataImportId === undefined ? {} : { 'sources.data_import_id': filter.dataImportId }),
        ...(words === '' ? {} : { $or: [{ name: pattern }, { keys: words.toLowerCase() }] }),
      },
      request,
    );
    return { items: page.items.map(assetOf), nextCursor: page.nextCursor };
  }

  /** @throws AppError not_found */
  async get(tenant: Tenant, assetId: string): Promise<Asset> {
    const found = await this.assets.find(tenant, { _id: assetId });
    if (found === null) throw notFound('asset');
    return assetOf(found);
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
