import { columnStanding } from '#shared/pages/column-standing.ts';
import { fieldLabel } from '#shared/field-label.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import { conflictOf, listOf, nameOf } from './review-state.ts';

/** How a column shares its field with others. */
export interface FieldOrder {
  text: string;
  /** What can be made of this column: one that fills in where the other is empty, or the one that goes first. */
  act: 'fill_in' | 'go_first' | null;
  /** It changes nothing of the other columns, and is told to who looks closer. */
  isAside?: boolean;
}

interface Columns {
  all: readonly FieldMapping[];
  names: ReadonlyMap<string, string>;
  fields: readonly Pick<TargetField, 'name' | 'repeatable'>[];
  doubled: ReadonlyMap<string, readonly FieldMapping[]>;
  /** All mappings of the import were approved. */
  isApproved: boolean;
}

/** What becomes of the values of this column beside those of others with the same field; null: it has its field alone. */
export function fieldOrder(mapping: FieldMapping, columns: Columns): FieldOrder | null {
  const conflict = conflictOf(mapping, columns.doubled, columns.names);
  if (conflict !== null) return { text: conflict, act: 'fill_in' };
  const sharing = sharingWith(mapping, columns);
  const others = sharing.filter((one) => one !== mapping);
  if (!sharing.includes(mapping) || others.length === 0) return null;
  const named = (ones: readonly FieldMapping[]): string => listOf(ones.map((one) => nameOf(one, columns.names)));
  const first = others.filter((one) => !one.is_secondary);
  const field = fieldLabel(mapping.target_field ?? '');
  if (mapping.is_secondary) {
    if (first.length === 0) return null;
    const why = isSuggestedSo(mapping) ? `, as it fits ${field} at least as well` : '';
    return {
      text: `${named(first)} ${first.length === 1 ? 'goes' : 'go'} first${why}. This column fills in where it is empty.`,
      act: 'go_first',
    };
  }
  if (columns.fields.find(({ name }) => name === mapping.target_field)?.repeatable === true)
    return {
      text: `${field} may have several values: those of ${named(sharing)} are kept, in this order.`,
      act: null,
      isAside: true,
    };
  if (first.length > 0)
    return {
      text: `${field} takes one column, and ${named(first)} ${first.length === 1 ? 'is' : 'are'} for it too. Let one fill in where the other is empty.`,
      act: 'fill_in',
    };
  return {
    text: `Goes first. ${named(others)} ${others.length === 1 ? 'fills' : 'fill'} in where it is empty.`,
    act: null,
  };
}

/** The changes that let this column go first and those before it fill in; who decided on them stays as it is. */
export function goFirst(mapping: FieldMapping, all: readonly FieldMapping[]) {
  const before = all.filter((one) => one.target_field === mapping.target_field && one.status !== 'rejected');
  return [
    { id: mapping.id, is_secondary: false, status: mapping.status },
    ...before
      .filter((one) => one !== mapping && !one.is_secondary)
      .map(({ id, status }) => ({ id, is_secondary: true, status })),
  ];
}

/** The columns of its field that are read, in sheet order. */
function sharingWith({ target_field: field }: FieldMapping, { all, isApproved }: Columns): FieldMapping[] {
  if (field === null) return [];
  return all.filter(
    (one) => one.target_field === field && ['approved', 'suggested'].includes(columnStanding(one, { isApproved })),
  );
}

const isSuggestedSo = ({ match_type, reasons }: FieldMapping): boolean =>
  match_type !== 'manual' && reasons.some(({ signal }) => signal === 'secondary');
