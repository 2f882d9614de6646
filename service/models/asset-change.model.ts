import { Schema, trusted } from 'mongoose';
import type { AssetChangeKind } from '#shared/statuses.ts';
import type { AssetChange } from '../inventory/asset-change.ts';

/**
 * The change that an import made, or would make, to one asset; its form is explained in
 * service/inventory/asset-change.ts.
 */
export interface AssetChangeDocument extends AssetChange {
  /** Import and first row: in sheet order, and the same in a repeated run. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  data_import_id: string;
}

export const assetChangeSchema = new Schema<AssetChangeDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    kind: { type: String, required: true },
    first_row: { type: Number, required: true },
    row_numbers: { type: [Number], required: true },
    row_count: { type: Number, required: true },
    asset_id: { type: String, default: null },
    conflict_id: { type: String, default: null },
    name: { type: String, default: '' },
    asset_class: { type: String, required: true },
    changes: { type: Schema.Types.Mixed, required: true },
    decided_by: { type: String, default: null },
    last_listed_import_id: { type: String, default: null },
  },
  { collection: 'asset_changes', versionKey: false, strict: 'throw', minimize: false },
);
// Of one kind. All of an import are a range of ids, so that no further index is written with each of them.
assetChangeSchema.index({ data_import_id: 1, kind: 1, _id: 1 });

/** Finds the changes of an import, in order of ids along an index. */
export function changesOfImport(dataImportId: string, kind: AssetChangeKind | undefined) {
  if (kind !== undefined) return { data_import_id: dataImportId, kind };
  return { $and: [{ _id: trusted({ $gte: `${dataImportId}:`, $lt: `${dataImportId};` }) }] };
}

export function assetChangeId(dataImportId: string, firstRow: number): string {
  return `${dataImportId}:${String(firstRow).padStart(7, '0')}`;
}
