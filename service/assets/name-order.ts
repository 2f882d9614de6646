import type { Model } from 'mongoose';
import { ownedBy, tenantOf, type Tenant } from '../access/tenant.ts';
import { LIST_INDEX, type AssetDocument } from '../models/asset.model.ts';
import type { EngagementDocument } from '../models/engagement.model.ts';
import { readAhead } from '../platform/database/read-ahead.ts';

const FILL_BATCH = 1_000;
/** Names that the server makes small as this service does. */
const ASCII = /^[\0-\x7f]*$/;

/** What names are listed, searched and compared by: `alpha`, `Mike`, `zulu` is their order. */
export function nameOrder(name: string): string {
  return name.toLowerCase();
}

interface Inventories {
  engagements: Model<EngagementDocument>;
  assets: Model<AssetDocument>;
}

/**
 * Gives every asset that a version before 2026-11-28 stored its place in the order of names; where all have it, that is
 * one look at the index an engagement. To be done at each start: workers of such a version may write in between.
 */
export async function fillNameOrders({ engagements, assets }: Inventories): Promise<void> {
  for await (const engagement of engagements.find().lean<EngagementDocument[]>().cursor())
    await fillOf(assets, tenantOf(engagement));
}

/** Past mongoose, and what the server can do by itself without reading it: a million assets take minutes otherwise. */
async function fillOf({ collection }: Model<AssetDocument>, tenant: Tenant): Promise<void> {
  const left = { ...ownedBy(tenant), name_order: null };
  const hint = LIST_INDEX;
  await collection.updateMany({ ...left, name: ASCII }, [{ $set: { name_order: { $toLower: '$name' } } }], { hint });
  const options = { hint, batchSize: FILL_BATCH, projection: { name: 1 } };
  const others = collection.find<Pick<AssetDocument, '_id' | 'name'>>(left, options);
  for await (const batch of readAhead(others))
    await collection.bulkWrite(
      batch.map(({ _id, name }) => ({
        // What was written anew meanwhile has another name, or its place.
        updateOne: { filter: { ...left, _id: _id as never, name }, update: { $set: { name_order: nameOrder(name) } } },
      })),
      { ordered: false },
    );
}
