import { fieldLabel } from '#shared/field-label.ts';
import { countOf } from '#shared/format.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { nameOf } from './review-state.ts';

const LISTED_MAX = 5;

/** What somebody else made of the columns since they were read: `Owner approved as Cost center`; the first few by name. */
export function changedElsewhere(
  before: readonly FieldMapping[],
  now: readonly FieldMapping[],
  names: ReadonlyMap<string, string>,
): string[] {
  const known = new Map(before.map((mapping) => [mapping.id, decisionOf(mapping)]));
  const changed = now.filter((mapping) => known.get(mapping.id) !== decisionOf(mapping));
  const listed = changed.slice(0, LISTED_MAX).map((mapping) => `${nameOf(mapping, names)} ${standingNow(mapping)}`);
  const more = changed.length - listed.length;
  return more > 0 ? [...listed, countOf(more, 'more column')] : listed;
}

/** All of a column that people decide. */
function decisionOf({ status, target_field, is_secondary, cleansing, value_mappings }: FieldMapping): string {
  const values = value_mappings?.map(({ value, target_value, decided_by }) => [value, target_value, decided_by]);
  return JSON.stringify([status, target_field, is_secondary, cleansing, values]);
}

function standingNow({ status, target_field: field }: FieldMapping): string {
  if (status === 'rejected') return 'left out';
  const as = field === null ? '' : ` as ${fieldLabel(field)}`;
  return status === 'approved' ? `approved${as}` : `not decided${as === '' ? '' : `, suggested${as}`}`;
}
