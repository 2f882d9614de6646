import { countOf } from '#shared/format.ts';

/** Records that are named unless there is room for more; others are counted. */
const NAMED_MAX = 4;

/** `record 7`, `records 1, 2, 3, 4 and 12 more`: counted from below the header, so never the row that Excel shows. */
export function recordsText(rows: readonly number[], namedMax = NAMED_MAX, count = rows.length): string {
  const more = count - namedMax;
  const named = rows.slice(0, namedMax).join(', ');
  return `${count === 1 ? 'record' : 'records'} ${named}${more > 0 ? ` and ${countOf(more, 'more', 'more')}` : ''}`;
}

/** The same of a conflict, which lists the first of very many. */
export const heldText = (held: { row_numbers: readonly number[]; row_count: number }): string =>
  recordsText(held.row_numbers, NAMED_MAX, held.row_count);
