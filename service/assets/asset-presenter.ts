import { cellAddress, sheetOrigin } from '#shared/cell-address.ts';
import { ASSET_LISTED_MAX } from '#shared/limits.ts';
import type {
  AssetChangeView,
  AssetComponentView,
  AssetDetail,
  AssetSourceView,
  AssetSummary,
  CellPlaceView,
  TracedValue,
} from '#shared/schemas/asset.schema.ts';
import type { AssetChange } from '../inventory/asset-change.ts';
import type { Asset, AssetComponent, AssetSource, AssetValue, AssetValues } from '../inventory/asset.ts';
import type { ImportsById } from './asset-reader.ts';

type WireValue = TracedValue['value'];

/** From documents to the wire; the only way out for assets and changes. */

export function presentAsset(asset: Asset): AssetSummary {
  return {
    ...headOf(asset),
    values: Object.entries(asset.values).map(([field, values]) => ({
      field,
      values: values.map(({ value }) => value as WireValue),
    })),
  };
}

export function presentAssetDetail(asset: Asset, imports: ImportsById): AssetDetail {
  return {
    ...headOf(asset),
    keys: asset.keys,
    values: presentValues(asset.values, imports),
    components: asset.components.slice(0, ASSET_LISTED_MAX).map((component) => presentComponent(component, imports)),
    sources: asset.sources.slice(0, ASSET_LISTED_MAX).map((source) => presentSource(source, imports)),
  };
}

export function presentComponent({ kind, label, values }: AssetComponent, imports: ImportsById): AssetComponentView {
  return { kind, label, values: presentValues(values, imports) };
}

export function presentSource(source: AssetSource, imports: ImportsById): AssetSourceView {
  return {
    data_import_id: source.data_import_id,
    filename: imports.get(source.data_import_id)?.filename ?? null,
    sheet_name: imports.get(source.data_import_id)?.sheet_name ?? null,
    imported_at: source.imported_at.toISOString(),
    row_numbers: source.row_numbers.slice(0, ASSET_LISTED_MAX),
    row_count: source.row_numbers.length,
    asset_class: source.asset_class,
    class_rule: source.class_rule,
    keys: source.keys,
    decided_by: source.decided_by,
  };
}

export function presentAssetChange(change: AssetChange, imports: ImportsById): AssetChangeView {
  const present = (value: AssetValue): TracedValue => presentValue(value, imports);
  return {
    kind: change.kind,
    asset_id: change.asset_id,
    conflict_id: change.conflict_id,
    name: change.name,
    asset_class: change.asset_class,
    row_numbers: change.row_numbers,
    row_count: change.row_count,
    changes: change.changes.map(({ field, before, after }) => ({
      field,
      before: before.map(present),
      after: after.map(present),
    })),
    decided_by: change.decided_by,
  };
}

function headOf(asset: Asset): Omit<AssetSummary, 'values'> {
  return {
    asset_id: asset._id,
    name: asset.name,
    asset_class: asset.asset_class,
    class_rule: asset.class_rule,
    component_count: asset.components.length,
    source_count: asset.sources.length,
    first_import_id: asset.first_import_id,
    last_import_id: asset.last_import_id,
    updated_at: asset.updated_at.toISOString(),
  };
}

export function presentValues(values: AssetValues, imports: ImportsById): AssetDetail['values'] {
  return Object.entries(values).map(([field, found]) => ({
    field,
    values: found.map((value) => presentValue(value, imports)),
  }));
}

export function presentValue(value: AssetValue, imports: ImportsById): TracedValue {
  return {
    value: value.value as WireValue,
    raw: value.raw,
    rule: value.rule,
    ...presentPlace(value, imports),
    decided_by: value.decided_by,
  };
}

/** Where a cell stands, as its import knows it. */
export function presentPlace(
  { data_import_id, row_number, column_index }: Pick<AssetValue, 'data_import_id' | 'row_number' | 'column_index'>,
  imports: ImportsById,
): CellPlaceView {
  const from = imports.get(data_import_id);
  const origin = from === undefined ? null : sheetOrigin(from);
  return {
    data_import_id,
    filename: from?.filename ?? null,
    sheet_name: from?.sheet_name ?? null,
    row_number,
    column_index,
    source_field: from?.columns[column_index]?.header ?? null,
    address: origin === null ? null : cellAddress(origin, row_number, column_index),
  };
}
