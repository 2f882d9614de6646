import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { Asset, AssetDraft, AssetSource, AssetValue, AssetValues } from '../inventory/asset.ts';
import { bareDatabaseKeys } from '../inventory/database-keys.ts';
import { foldSources } from '../inventory/fold.ts';
import type { AssetDocument, StoredSource, StoredValue, StoredValues } from '../models/asset.model.ts';
import { nameOrder } from './name-order.ts';

/** An asset in the form it is stored in. */
export function storedAsset(tenant: Tenant, asset: AssetDraft): AssetDocument {
  return {
    _id: asset._id,
    ...ownedBy(tenant),
    asset_class: asset.asset_class,
    class_rule: asset.class_rule,
    name: asset.name,
    name_order: nameOrder(asset.name),
    keys: [...asset.keys, ...bareDatabaseKeys(asset)],
    environment: environmentOf(asset),
    first_import_id: asset.first_import_id,
    last_import_id: asset.last_import_id,
    updated_at: asset.updated_at,
    sources: asset.sources.map(storedSource),
    field_decisions: asset.field_decisions,
  };
}

function environmentOf({ values }: AssetDraft): string | null {
  const value = values['environment']?.[0]?.value;
  return typeof value === 'string' ? value : null;
}

/** The asset of a document: its values follow from its sources. */
export function assetOf(document: AssetDocument): Asset {
  const sources = document.sources.map(sourceOf);
  return {
    _id: document._id,
    client_account_id: document.client_account_id,
    engagement_id: document.engagement_id,
    ...foldSources(sources, document.field_decisions),
    sources,
    field_decisions: document.field_decisions,
  };
}

export function draftOf(document: AssetDocument): AssetDraft {
  const { client_account_id: _client, engagement_id: _engagement, ...draft } = assetOf(document);
  return draft;
}

function storedSource(source: AssetSource): StoredSource {
  return {
    ...source,
    values: storedValues(source.values),
    components: source.components.map(({ kind, label, row_number, values }) => ({
      kind,
      label,
      row_number,
      values: storedValues(values),
    })),
  };
}

function storedValues(values: AssetValues): StoredValues {
  const stored: StoredValues = {};
  for (const field of Object.keys(values)) stored[field] = (values[field] ?? []).map(storedValue);
  return stored;
}

function storedValue({ value, raw, rule, row_number, column_index, decided_by }: AssetValue): StoredValue {
  const text = typeof value === 'object' || String(value) !== raw ? raw : null;
  const stored: StoredValue = [value, text, rule, row_number, column_index];
  if (decided_by !== null) stored.push(decided_by);
  return stored;
}

function sourceOf(stored: StoredSource): AssetSource {
  const { data_import_id } = stored;
  return {
    ...stored,
    values: valuesOf(stored.values, data_import_id),
    components: stored.components.map((component) => ({
      ...component,
      values: valuesOf(component.values, data_import_id),
      data_import_id,
    })),
  };
}

function valuesOf(stored: StoredValues, dataImportId: string): AssetValues {
  const values: AssetValues = {};
  for (const field of Object.keys(stored))
    values[field] = (stored[field] ?? []).map((one) => valueOf(one, dataImportId));
  return values;
}

export function valueOf(stored: StoredValue, dataImportId: string): AssetValue {
  // By place: taking a list apart makes an iterator for each value.
  const value = stored[0];
  const raw = stored[1];
  return {
    value,
    raw: raw ?? (typeof value === 'object' ? '' : String(value)),
    rule: stored[2],
    data_import_id: dataImportId,
    row_number: stored[3],
    column_index: stored[4],
    decided_by: stored[5] ?? null,
  };
}
