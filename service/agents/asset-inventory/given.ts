import type { ConflictDecision } from '../../inventory/conflict.ts';
import type { HeldRecords } from '../../inventory/identify.ts';

/** What the reconciling of one partition is given. Rows count from 0. */
export interface ReconcileGiven {
  /** By row of the partition: see `RowGroups.leader`. */
  leader: Int32Array;
  /** By row of the partition: records of the group it leads. */
  sizes: Uint32Array;
  /** Pairs of a leader of this partition and a record of its group in another one. */
  strays: Int32Array;
  /** By row of the partition: which of `assetIds` its group is, -1: none of the inventory's. */
  assetOf: Int32Array;
  assetIds: string[];
  /** Held records whose first row is in this partition. */
  conflicts: GivenConflict[];
  /** Decisions that made groups of this partition, by their leader. */
  decided: { leader: number; decision: ConflictDecision }[];
  /** Hashes of keys that name no single thing, two words each. */
  repeatedKeys: Uint32Array;
  /** A row of one cell with several words is a heading. */
  hasHeadings: boolean;
  /** Of the whole import, in its first partition only. */
  missing: MissingCounts | null;
}

export interface GivenConflict {
  signature: string;
  /** The records and candidates that are listed of it. */
  held: Pick<HeldRecords, 'level' | 'about' | 'clusters' | 'otherRows'>;
  /** Of all its records, the first. */
  rows: number[];
  rowCount: number;
  assets: { asset_id: string; name: string }[];
  /** Per cluster: the asset it belongs to by stronger keys. */
  ownAssetIds: (string | null)[];
  /** Left out by a person. */
  decision: ConflictDecision | null;
}

/** How many assets earlier imports of the same sheet listed, and this one does not. */
export interface MissingCounts {
  /** Listed by the last import of the sheet, and by earlier ones only. */
  fresh: MissingNames;
  before: MissingNames;
  /** All that the last import of the sheet listed. */
  listedLast: number;
  /** The file of that import; null: there was none, or it is gone. */
  lastFilename: string | null;
}

export interface MissingNames {
  count: number;
  /** Those of them whose name a new asset has, with another serial number or id. */
  replaced: number;
  /** The first of them, as the inventory has them. */
  names: string[];
}
