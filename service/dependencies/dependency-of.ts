import { createHash } from 'node:crypto';
import type { EdgeRelation, EdgeState } from '#shared/statuses.ts';
import type { AssetNames } from './asset-names.ts';
import { CANDIDATES_MAX, namedNode, type Dependency } from './edge.ts';
import type { Reference } from './references.ts';

const DIGEST_CHARACTERS = 16;

/** The edge a reference becomes, given the assets it may mean; `itself`: only its own asset has the name; null: none. */
export function dependencyOf(reference: Reference, matches: readonly AssetNames[]): Dependency | 'itself' | null {
  const others = matches.filter((asset) => asset.assetId !== reference.assetId);
  if (others.length === 0 && matches.length > 0) return 'itself';
  const state = stateOf(reference, others);
  if (state === null) return null;
  const target = state === 'resolved' ? (others[0] ?? null) : null;
  const relation = relationTo(reference, target);
  const key = reference.name.whole;
  return {
    edge_id: `${reference.assetId}:${relation}:${digest(target?.assetId ?? key)}`,
    from_asset_id: reference.assetId,
    relation,
    state,
    to_asset_id: target?.assetId ?? null,
    to_node: target?.assetId ?? namedNode(state, relation, key),
    to_name: reference.text,
    to_key: key,
    candidate_ids: state === 'ambiguous' ? others.slice(0, CANDIDATES_MAX).map(({ assetId }) => assetId) : [],
    field: reference.fieldName,
    data_import_id: reference.value.data_import_id,
    row_number: reference.value.row_number,
    column_index: reference.value.column_index,
  };
}

function stateOf({ field }: Reference, others: readonly AssetNames[]): EdgeState | null {
  if (others.length === 1) return 'resolved';
  if (others.length > 1) return 'ambiguous';
  return field.ifUnknown === 'nothing' ? null : field.ifUnknown;
}

/** A dependency on a database is a use of it, with any name of the column. */
function relationTo({ field }: Reference, target: AssetNames | null): EdgeRelation {
  return field.relation === 'depends_on' && target?.assetClass === 'database' ? 'uses_database' : field.relation;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGEST_CHARACTERS);
}
