import { Schema } from 'mongoose';
import { assetClasses } from '#shared/statuses.ts';
import type { Asset } from '../inventory/asset.ts';

/** One thing of an engagement's inventory; its form is explained in service/inventory/asset.ts. */
export type AssetDocument = Asset;

export const assetSchema = new Schema<AssetDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    asset_class: { type: String, enum: assetClasses, required: true },
    class_rule: { type: String, required: true },
    name: { type: String, required: true },
    keys: { type: [String], required: true },
    values: { type: Schema.Types.Mixed, required: true },
    components: { type: Schema.Types.Mixed, required: true },
    sources: { type: Schema.Types.Mixed, required: true },
    field_decisions: { type: Schema.Types.Mixed, required: true },
    first_import_id: { type: String, required: true },
    last_import_id: { type: String, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'assets', versionKey: false, strict: 'throw', minimize: false },
);
assetSchema.index({ client_account_id: 1, engagement_id: 1, keys: 1 }, { name: 'identification' });
assetSchema.index({ client_account_id: 1, engagement_id: 1, _id: 1 }, { name: 'in_order' });
