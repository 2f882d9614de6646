import type { EdgeRelation, EdgeState } from '#shared/statuses.ts';

/** One asset names another in one of its values. */
export interface Dependency {
  /** Asset, relation and a digest of the normalised name: stable from one generation to the next, in order of assets. */
  edge_id: string;
  from_asset_id: string;
  relation: EdgeRelation;
  state: EdgeState;
  /** null unless resolved. */
  to_asset_id: string | null;
  /** The node at the edge's end: an asset, or a thing known by name only (`group:member_of:dmz`). */
  to_node: string;
  /** The name as the cell has it, and the normalised form that groups are told apart by. */
  to_name: string;
  to_key: string;
  /** Assets that have the name, of an ambiguous edge; at most `CANDIDATES_MAX`. */
  candidate_ids: string[];
  /** The field and the cell that say so. */
  field: string;
  data_import_id: string;
  row_number: number;
  column_index: number;
}

/** The two ends of an edge, and its relation. */
export type EdgeEnds = Pick<Dependency, 'from_asset_id' | 'relation' | 'to_asset_id' | 'to_node'>;

/** Plain data in the form it is stored in; every generation of the graph has documents of its own. */
export interface Edge extends Dependency {
  /** Generation and `edge_id`. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  generation: string;
}

export const CANDIDATES_MAX = 20;

/** The node of a thing that is only known by its name; assets' ids begin with `ast_` and never look like it. */
export function namedNode(state: EdgeState, relation: EdgeRelation, key: string): string {
  return state === 'group' ? `group:${relation}:${key}` : `name:${key}`;
}
