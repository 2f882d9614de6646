import type { AssetChangeKind, AssetClass } from '#shared/statuses.ts';
import type { FieldChange } from './asset.ts';

/** What an import does, or would do, to one asset; or that some of its records are held. */
export interface AssetChange {
  kind: AssetChangeKind;
  /** The row that leads the records this is about, one change a row at most; of missing assets a number after all rows. */
  first_row: number;
  /** The first of them; `row_count` has all. */
  row_numbers: number[];
  row_count: number;
  /** null for held records. */
  asset_id: string | null;
  conflict_id: string | null;
  name: string;
  asset_class: AssetClass;
  changes: FieldChange[];
  /** Who decided that the records are about this asset; null: the rules did. */
  decided_by: string | null;
  /** Of a missing asset: the import of the same sheet that listed it last; else null. */
  last_listed_import_id: string | null;
}

export const ROWS_LISTED_MAX = 50;
