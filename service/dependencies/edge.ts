import type { EdgeRelation } from '#shared/statuses.ts';

/**
 * `resolved`: to exactly one asset. `group`: a cluster, an application, … that is only known by name. `unresolved`: a name
 * nothing in the inventory has. `ambiguous`: several assets have it.
 */
export type EdgeState = 'resolved' | 'group' | 'unresolved' | 'ambiguous';

/** One asset names another in one of its values. Plain data in the form it is stored in. */
export interface Edge {
  /** Digest of asset, relation and normalised name: the same edge of a repeated run is the same document. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  from_asset_id: string;
  relation: EdgeRelation;
  state: EdgeState;
  /** null unless resolved. */
  to_asset_id: string | null;
  /** The name as the cell has it, and the normalised form that groups are told apart by. */
  to_name: string;
  to_key: string;
  /** Assets that have the name, of an ambiguous edge; at most 20. */
  candidate_ids: string[];
  /** The field and the cell that say so. */
  field: string;
  data_import_id: string;
  row_number: number;
  column_index: number;
}
