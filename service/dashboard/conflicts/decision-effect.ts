import { countOf } from '#shared/format.ts';
import type { AssetChangeView } from '#shared/schemas/asset.schema.ts';
import type { ConflictDetail, DecisionPreview } from '#shared/schemas/conflict.schema.ts';
import type { ConflictAction } from '#shared/statuses.ts';
import { heldText, recordsText, type HeaderRow } from '#shared/records-text.ts';

/** What becomes of one asset. */
export function effectOn({ kind, name, row_numbers, changes }: AssetChangeView, headerRow: HeaderRow): string {
  const rows = recordsText(row_numbers, { headerRow });
  if (kind === 'created') return `Creates ${name} with ${countOf(changes.length, 'value')}, from ${rows}`;
  if (kind === 'unchanged') return `${name} keeps its values and has ${rows} as one more source`;
  return `Changes ${countOf(changes.length, 'value')} of ${name}, by ${rows}`;
}

/** What a decision comes to, in one line beside the button that makes it. */
export function effectLine(
  { changes, is_kept_until_applied: isKept }: DecisionPreview,
  action: ConflictAction,
  held: Pick<ConflictDetail, 'row_numbers' | 'row_count' | 'header_row'>,
): string {
  const when = isKept ? 'Done when the inventory is applied.' : 'Written at once.';
  if (action === 'leave_out') return `Leaves ${heldText(held)} out of the inventory. ${when}`;
  const [first, second] = changes;
  const effect = first !== undefined && second === undefined ? effectOn(first, held.header_row) : summary(changes);
  return `${effect}. ${when}`;
}

function summary(changes: readonly AssetChangeView[]): string {
  const created = changes.filter(({ kind }) => kind === 'created').length;
  const others = changes.length - created;
  if (others === 0) return `Creates ${countOf(created, 'asset')}`;
  return created === 0
    ? `Changes ${countOf(others, 'asset')}`
    : `Creates ${countOf(created, 'asset')} and changes ${countOf(others, 'asset')}`;
}
