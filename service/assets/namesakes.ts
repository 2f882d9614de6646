import { trusted } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssetChange } from '../inventory/asset-change.ts';
import { assetIdsWithin } from '../inventory/asset-id.ts';
import type { Asset } from '../inventory/asset.ts';
import { seriesKey } from '../inventory/sheet-series.ts';
import { LIST_INDEX, type AssetDocument } from '../models/asset.model.ts';
import { READ_MAX_MS } from '../platform/database/read-bound.ts';
import { nameOrder } from './name-order.ts';

/** Assets of one name that are looked at: of a name that many have, none says which machine it was. */
const LOOKED_AT_MAX = 10;

/** Two assets of one name, of which a sheet listed the newer for the first time when it listed the older no longer. */
export interface Namesake {
  asset_id: string;
  /** Than the asset it is the namesake of. */
  is_newer: boolean;
  /** The import that lists the newer one for the first time. */
  data_import_id: string;
}

type Listed = Pick<AssetDocument, 'first_import_id'> & {
  sources: readonly Pick<AssetDocument['sources'][number], 'data_import_id' | 'imported_at' | 'lineage'>[];
};

/** What other assets have the name of one: along the index of names, without reading those that have not. */
export class Namesakes {
  private readonly assets: TenantCollection<AssetDocument>;

  constructor(assets: TenantCollection<AssetDocument>) {
    this.assets = assets;
  }

  async find(tenant: Tenant, asset: Asset): Promise<Namesake | null> {
    const same = { name_order: nameOrder(asset.name), asset_class: asset.asset_class };
    const found = await this.assets.listSome(tenant, same, LOOKED_AT_MAX);
    const others = found.filter(({ _id }) => _id !== asset._id);
    const instead = others.find((other) => cameInstead(other, asset));
    if (instead !== undefined)
      return { asset_id: instead._id, is_newer: true, data_import_id: instead.first_import_id };
    const before = others.find((other) => cameInstead(asset, other));
    if (before === undefined) return null;
    return { asset_id: before._id, is_newer: false, data_import_id: asset.first_import_id };
  }

  /** Of the missing among these changes of one import. @returns the id of a new asset, by the id of the missing one */
  async ofMissing(
    tenant: Tenant,
    dataImportId: string,
    changes: readonly AssetChange[],
  ): Promise<ReadonlyMap<string, string>> {
    const missing = changes.filter(({ kind }) => kind === 'missing');
    if (missing.length === 0) return new Map();
    const { from, to } = assetIdsWithin(dataImportId);
    const names = [...new Set(missing.map(({ name }) => nameOrder(name)))];
    const filter = { name_order: trusted({ $in: names }), _id: trusted({ $gte: from, $lte: to }) };
    const fields = ['name_order', 'asset_class'] as const;
    const options = { fields, sort: {}, index: LIST_INDEX, maxMs: READ_MAX_MS };
    const ids = new Map<string, string>();
    for await (const batch of this.assets.readAll(tenant, filter, options))
      for (const { _id, name_order: name, asset_class } of batch) ids.set(`${asset_class} ${name}`, _id);
    return new Map(
      missing.flatMap(({ asset_id, asset_class, name }) => {
        const namesake = ids.get(`${asset_class} ${nameOrder(name)}`);
        return asset_id === null || namesake === undefined ? [] : [[asset_id, namesake] as const];
      }),
    );
  }
}

/** Whether a sheet listed `newer` for the first time when it had listed `older` before, and listed that no more since. */
function cameInstead(newer: Listed, older: Listed): boolean {
  const first = newer.sources.find(({ data_import_id: id }) => id === newer.first_import_id);
  if (first === undefined) return false;
  const series = seriesKey(first.lineage);
  const listed = older.sources.filter(({ lineage }) => seriesKey(lineage) === series);
  return listed.length > 0 && listed.every(({ imported_at: at }) => at < first.imported_at);
}
