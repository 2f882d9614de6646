import { fieldLabel } from '#shared/field-label.ts';
import { countOf } from '#shared/format.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { nameOf } from './review-state.ts';

/** What was decided between two states of an import's columns: `Serial Number approved as Serial number, 1 of 11`; null: nothing. */
export function decisionNews(
  before: readonly FieldMapping[],
  now: readonly FieldMapping[],
  names: ReadonlyMap<string, string>,
): string | null {
  const decided = now.filter((mapping) => {
    const was = before.find(({ id }) => id === mapping.id);
    return was !== undefined && (was.status !== mapping.status || isOtherField(was, mapping));
  });
  const approved = now.filter(({ status }) => status === 'approved').length;
  const standing = `${approved} of ${now.length}`;
  const [first] = decided;
  if (first === undefined) return orderNews(before, now, names);
  if (decided.length > 1)
    return decided.every(({ status }) => status === 'approved')
      ? `${countOf(decided.length, 'column')} approved, ${standing}`
      : `${countOf(decided.length, 'column')} changed, ${standing} approved`;
  const name = nameOf(first, names);
  if (first.status === 'rejected') return `${name} left out`;
  if (first.status === 'suggested') return `Decision on ${name} undone`;
  return `${name} approved as ${fieldLabel(first.target_field ?? '')}, ${standing}`;
}

/** Another column was let go first for its field. */
function orderNews(
  before: readonly FieldMapping[],
  now: readonly FieldMapping[],
  names: ReadonlyMap<string, string>,
): string | null {
  const first = now.find(
    (mapping) => !mapping.is_secondary && before.find(({ id }) => id === mapping.id)?.is_secondary === true,
  );
  return first === undefined ? null : `${nameOf(first, names)} goes first for ${fieldLabel(first.target_field ?? '')}`;
}

/** What is only suggested changes without anybody's decision. */
function isOtherField(was: FieldMapping, { status, target_field: field }: FieldMapping): boolean {
  return status === 'approved' && was.target_field !== field;
}
