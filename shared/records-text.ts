import { countOf, formatNumber } from './format.ts';

/** Records that are named unless there is room for more; others are counted. */
const NAMED_MAX = 4;

/** Sheet row of an import's header, as its range says; null when that is not known. */
export type HeaderRow = number | null;

/** The number people find a record by: that of its row in Excel, else its own, which counts from below the header. */
export function placeNumber(record: number, headerRow: HeaderRow): number {
  return record + (headerRow ?? 0);
}

/** `row` where the number is Excel's, `record` where it is not known. */
export function placeWord(headerRow: HeaderRow): 'row' | 'record' {
  return headerRow === null ? 'record' : 'row';
}

/** `row 7`. */
export function recordText(record: number, headerRow: HeaderRow): string {
  return `${placeWord(headerRow)} ${formatNumber(placeNumber(record, headerRow))}`;
}

interface Naming {
  headerRow: HeaderRow;
  namedMax?: number;
  /** Of all records, where not all are given. */
  count?: number;
}

/** `row 7`, `rows 1, 2, 3, 4 and 12 more`. */
export function recordsText(
  records: readonly number[],
  { headerRow, namedMax = NAMED_MAX, count = records.length }: Naming,
): string {
  const more = count - namedMax;
  const numbers = records.slice(0, namedMax).map((record) => placeNumber(record, headerRow));
  const word = placeWord(headerRow) + (count === 1 ? '' : 's');
  return `${word} ${numbers.join(', ')}${more > 0 ? ` and ${countOf(more, 'more', 'more')}` : ''}`;
}

interface Held {
  row_numbers: readonly number[];
  row_count: number;
  header_row: HeaderRow;
}

/** The same of a conflict, which lists the first of very many. */
export const heldText = ({ row_numbers: records, row_count: count, header_row: headerRow }: Held): string =>
  recordsText(records, { count, headerRow });
