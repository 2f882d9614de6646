import { ASSET_LISTED_MAX } from '#shared/limits.ts';
import type {
  AssetChangeView,
  AssetComponentView,
  AssetDetail,
  AssetSourceView,
  AssetSummary,
  TracedValue,
} from '#shared/schemas/asset.schema.ts';
import type { AssetChange } from '../inventory/asset-change.ts';
import type { Asset, AssetComponent, AssetSource, AssetValue, AssetValues } from '../inventory/asset.ts';
import type { LastChange } from '../inventory/last-changes.ts';
import type { CellPlaces } from './cell-places.ts';
import type { Namesake } from './namesakes.ts';

type WireValue = TracedValue['value'];
type ChangingImport = NonNullable<AssetChangeView['last_listed_by']>;

interface PresentedAsset {
  asset: Asset;
  changes: readonly LastChange[];
  namesake: Namesake | null;
  places: CellPlaces;
}

/** What is not stored with changes, by the ids of their assets. */
export interface ChangeFacts {
  namesakes: ReadonlyMap<string, string>;
  valueCounts: ReadonlyMap<string, number>;
}

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

export function presentAssetDetail({ asset, changes, namesake, places }: PresentedAsset): AssetDetail {
  return {
    ...headOf(asset),
    keys: asset.keys,
    values: presentValues(asset.values, places),
    last_changes: changes.map(({ field, before, ...by }) => ({
      field,
      before: before.map((value) => presentValue(value, places)),
      changed_by: presentImport(by, places),
    })),
    namesake: namesake && {
      asset_id: namesake.asset_id,
      is_newer: namesake.is_newer,
      changed_by: presentImport(namesake, places),
    },
    components: asset.components.slice(0, ASSET_LISTED_MAX).map((component) => presentComponent(component, places)),
    sources: asset.sources.slice(0, ASSET_LISTED_MAX).map((source) => presentSource(source, places)),
  };
}

export function presentComponent({ kind, label, values }: AssetComponent, places: CellPlaces): AssetComponentView {
  return { kind, label, values: presentValues(values, places) };
}

export function presentSource(source: AssetSource, places: CellPlaces): AssetSourceView {
  return {
    data_import_id: source.data_import_id,
    flow_id: places.flowOf(source),
    ...places.sheetOf(source),
    imported_at: source.imported_at.toISOString(),
    row_numbers: source.row_numbers.slice(0, ASSET_LISTED_MAX),
    row_count: source.row_numbers.length,
    header_row: places.headerRowOf(source),
    asset_class: source.asset_class,
    class_rule: source.class_rule,
    keys: source.keys,
    decided_by: source.decided_by,
  };
}

export function presentAssetChange(change: AssetChange, places: CellPlaces, facts?: ChangeFacts): AssetChangeView {
  const id = change.asset_id ?? '';
  const present = (value: AssetValue): TracedValue => presentValue(value, places);
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
    last_listed_by: lastListedBy(change, places),
    namesake_id: facts?.namesakes.get(id) ?? null,
    value_count: change.kind === 'created' ? (facts?.valueCounts.get(id) ?? change.changes.length) : null,
  };
}

/** Changes that were listed before missing assets were have none. */
function lastListedBy(
  { last_listed_import_id: id = null }: Partial<AssetChange>,
  places: CellPlaces,
): AssetChangeView['last_listed_by'] {
  return id === null ? null : presentImport({ data_import_id: id }, places);
}

function presentImport({ data_import_id }: { data_import_id: string }, places: CellPlaces): ChangingImport {
  return { data_import_id, ...places.sheetOf({ data_import_id }) };
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

export function presentValues(values: AssetValues, places: CellPlaces): AssetDetail['values'] {
  return Object.entries(values).map(([field, found]) => ({
    field,
    values: found.map((value) => presentValue(value, places)),
  }));
}

export function presentValue(value: AssetValue, places: CellPlaces): TracedValue {
  return {
    value: value.value as WireValue,
    raw: value.raw,
    rule: value.rule,
    ...places.placeOf(value),
    decided_by: value.decided_by,
  };
}
