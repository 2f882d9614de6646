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

/** An asset many records speak of: those of its first import and its parts, and one of each further import. */
export function storedLargeAsset(
  tenant: Tenant,
  id: string,
  size: { records: number; parts: number; imports: number },
): AssetDocument {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  const stored = storedInventoryAsset(
    tenant,
    {
      _id: id,
      client_account_id: tenant.clientAccountId,
      engagement_id: tenant.engagementId,
      asset_class: 'server',
      class_rule: 'test',
      name: id,
      keys: [`hostname:${id}`],
      values: {},
      components: numbers(size.parts).map((row_number) => ({
        kind: 'disk',
        label: `disk ${row_number}`,
        values: {},
        data_import_id: 'imp_0',
        row_number,
      })),
      sources: [],
      field_decisions: [],
      first_import_id: 'imp_0',
      last_import_id: 'imp_0',
      updated_at: new Date(0),
    },
    'imp_0',
  );
  const [first] = stored.sources;
  if (first === undefined) return stored;
  const further = numbers(size.imports - 1).map((at) => ({
    ...first,
    data_import_id: `imp_${at}`,
    row_numbers: [at],
    components: [],
  }));
  return { ...stored, sources: [{ ...first, row_numbers: numbers(size.records) }, ...further] };
}
