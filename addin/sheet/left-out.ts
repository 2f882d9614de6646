import { countOf } from '#shared/format.ts';
import { recordsText } from '#shared/records-text.ts';
import { sentence } from '#shared/field-label.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import type { ReadSheet } from './understand.ts';

/** Rows that are named. */
const NAMED_MAX = 10;

type Looked = Pick<ReadSheet, 'rows' | 'totalRows' | 'headerIndex'> & {
  source: Pick<ReadSheet['source'], 'firstRow' | 'leavesOutTotals'>;
};

/** Rows no asset comes of, as far as they are known before they are sent: in few words, and which they are. */
export function leftOut({ rows, totalRows, headerIndex, source }: Looked): { facts: string[]; listed: string | null } {
  // Of a large sheet only the first rows are read here.
  const blank = rows.length < totalRows ? [] : rows.flatMap((row, at) => (row.every(isBlank) ? [at + 1] : []));
  const facts = [
    ...(blank.length > 0 ? [`${countOf(blank.length, 'blank row')} left out`] : []),
    ...(source.leavesOutTotals ? ['a totals row left out'] : []),
  ];
  if (blank.length === 0) return { facts, listed: null };
  const named = recordsText(blank, { headerRow: source.firstRow + headerIndex, namedMax: NAMED_MAX });
  const are = blank.length === 1 ? 'is blank: no asset comes of it' : 'are blank: no assets come of them';
  return { facts, listed: `${sentence(named)} ${are}.` };
}

const isBlank = (cell: Cell): boolean => cellText(cell).trim() === '';
