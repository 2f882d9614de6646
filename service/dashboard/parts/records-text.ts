import { countOf } from '#shared/format.ts';

/** Records that are named unless there is room for more; others are counted. */
const NAMED_MAX = 4;

/** `record 7`, `records 1, 2, 3, 4 and 12 more`: counted from below the header, so never the row that Excel shows. */
export function recordsText(rows: readonly number[], namedMax = NAMED_MAX): string {
  const more = rows.length - namedMax;
  const named = rows.slice(0, namedMax).join(', ');
  return `${rows.length === 1 ? 'record' : 'records'} ${named}${more > 0 ? ` and ${countOf(more, 'more', 'more')}` : ''}`;
}
