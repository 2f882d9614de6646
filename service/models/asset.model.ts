import { Schema } from 'mongoose';
import { assetClasses } from '#shared/statuses.ts';
import type { Asset, AssetComponent, AssetSource, AssetValue } from '../inventory/asset.ts';

/**
 * A value as it is stored: value, the cell's text (null where it is the value itself), rule, row, column and the person
 * who decided, if any. Import and asset are the document's: a tenth of the bytes of an object a value.
 */
export type StoredValue = [
  value: AssetValue['value'],
  raw: string | null,
  rule: string,
  row: number,
  column: number,
  decidedBy?: string,
];
export type StoredValues = Record<string, StoredValue[]>;

export interface StoredSource extends Omit<AssetSource, 'values' | 'components'> {
  values: StoredValues;
  components: { kind: AssetComponent['kind']; label: string; row_number: number; values: StoredValues }[];
}

/**
 * One thing of an engagement's inventory; its form is explained in service/inventory/asset.ts. Values and components
 * follow from the sources and are folded when the asset is read; the keys and fields of searches are kept beside them.
 */
export interface AssetDocument extends Omit<Asset, 'values' | 'components' | 'sources'> {
  sources: StoredSource[];
  /** Its name as lists and searches compare it (service/assets/name-order.ts); null until a start fills it in. */
  name_order: string | null;
  /** Of its values, to list by; null where no source says it. */
  environment: string | null;
}

/** Of lists, searches and counts. */
export const LIST_INDEX = 'in_order_of_names_in_any_case';

export const assetSchema = new Schema<AssetDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    asset_class: { type: String, enum: assetClasses, required: true },
    class_rule: { type: String, required: true },
    name: { type: String, required: true },
    name_order: { type: String, default: null },
    keys: { type: [String], required: true },
    environment: { type: String, default: null },
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
// Lists in order of names, searches in names, and counts of a class or an environment: none reads an asset it does not show.
assetSchema.index(
  { client_account_id: 1, engagement_id: 1, name_order: 1, _id: 1, asset_class: 1, environment: 1 },
  { name: LIST_INDEX },
);
assetSchema.index({ 'sources.data_import_id': 1, _id: 1 }, { name: 'of_import' });
