import type { AssetClass, ComponentKind } from '#shared/statuses.ts';
import type { CleansedValue } from '../cleansing/cleansed.ts';

/** One value of an asset and the cell it came from. */
export interface AssetValue {
  /** What the cleansing rule made of the cell; never null: a cell that says nothing gives no value. */
  value: NonNullable<CleansedValue>;
  /** The cell as a person reads it. */
  raw: string;
  rule: string;
  data_import_id: string;
  row_number: number;
  column_index: number;
  /** Who decided that this value counts, where several were possible; null: the rules did. */
  decided_by: string | null;
}

/** By target field. Several values where the field may repeat, in column order; else one. */
export type AssetValues = Record<string, AssetValue[]>;

/** A disk, an adapter: a record about a part of an asset. */
export interface AssetComponent {
  kind: ComponentKind;
  /** Which one of its kind, as the sheet names it: `C:\`, `Network adapter 1`. */
  label: string;
  values: AssetValues;
  data_import_id: string;
  row_number: number;
}

/** What one import says of one asset. */
export interface AssetSource {
  data_import_id: string;
  imported_at: Date;
  /** Series of the file and of the sheet: a later import of the same lineage speaks of the same things anew. */
  lineage: string;
  /** The records that speak of the asset itself, ascending; records of its components stand in `components`. */
  row_numbers: number[];
  /** What its records say the asset is, and the rule that said so. */
  asset_class: AssetClass;
  class_rule: string;
  /** Identification keys its records carry (`serial:…`, `fqdn:…`), strongest first. */
  keys: string[];
  values: AssetValues;
  components: AssetComponent[];
  /** Who decided that its records are about this asset, where the rules could not; null: the rules did. */
  decided_by: string | null;
}

/** What follows from the sources: a pure function of them and of what analysts decided. */
export interface AssetState {
  asset_class: AssetClass;
  class_rule: string;
  name: string;
  /** All keys of all sources, sorted: what later imports find the asset by. */
  keys: string[];
  values: AssetValues;
  components: AssetComponent[];
  first_import_id: string;
  last_import_id: string;
  /** When the newest of its sources was imported, whether that changed a value or not. */
  updated_at: Date;
}

/** What an analyst decided about one field of an asset: the value of one source counts, whatever comes later. */
export interface FieldDecision {
  field: string;
  data_import_id: string;
  row_number: number;
  decided_by: string;
  decided_at: Date;
  /** The import whose conflict was decided so: the decision goes when that import is withdrawn. */
  occasion_import_id: string;
}

/** One thing of the inventory. Sources in the order of their imports; withdrawing an import removes its source. */
export interface Asset extends AssetState {
  /** Of the import and the first row that created it (`assetId`): a repeated run makes the same one. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  sources: AssetSource[];
  field_decisions: FieldDecision[];
}

/** An asset without the tenant it belongs to: what agents and the engine work with. */
export type AssetDraft = Omit<Asset, 'client_account_id' | 'engagement_id'>;

export interface FieldChange {
  field: string;
  before: AssetValue[];
  after: AssetValue[];
}
