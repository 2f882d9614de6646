import { trusted } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssetDocument } from '../models/asset.model.ts';

export type AssetLabel = Pick<AssetDocument, '_id' | 'name' | 'asset_class'>;

/** Names and classes of assets, of those that are still there. */
export async function labelsOf(
  assets: TenantCollection<AssetDocument>,
  tenant: Tenant,
  ids: Iterable<string>,
): Promise<Map<string, AssetLabel>> {
  const labels = new Map<string, AssetLabel>();
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return labels;
  const filter = { _id: trusted({ $in: wanted }) };
  for await (const batch of assets.readAll(tenant, filter, { fields: ['name', 'asset_class'] }))
    for (const asset of batch) labels.set(asset._id, asset);
  return labels;
}
