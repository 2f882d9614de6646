import type { Tenant } from '#service/access/tenant.ts';
import { storedAsset } from '#service/assets/stored-asset.ts';
import type { Asset } from '#service/inventory/asset.ts';
import type { AssetDocument } from '#service/models/asset.model.ts';

/** An asset as the inventory keeps it: what one import says of it, its name included. */
export function storedInventoryAsset(tenant: Tenant, asset: Asset, dataImportId = 'imp_test'): AssetDocument {
  const { asset_class, class_rule, keys, components, name } = asset;
  const said = { raw: name, value: name, rule: 'text', row_number: 1, column_index: 1, decided_by: null };
  const values = { ...asset.values, asset_name: [{ ...said, data_import_id: dataImportId }] };
  const what = { asset_class, class_rule, keys, values, components };
  const source = { data_import_id: dataImportId, imported_at: new Date(0), lineage: 'test', decided_by: null };
  return storedAsset(tenant, { ...asset, sources: [{ ...source, row_numbers: [1], ...what }] });
}
