import type { Cell } from '#shared/schemas/cell.schema.ts';
import { isBlank } from './blank.ts';
import { isMarkedHeading, loneText } from './heading-row.ts';
import { headerRowTest } from './repeated-header.ts';
import { isSumRow } from './sum-row.ts';

/** Rows that are no records, by what they are instead: a heading or footer, a sum of others, the headers once more, nothing. */
export type OtherRow = 'heading' | 'total' | 'header' | 'blank';

/** What a row is that is certainly no record, whatever its columns mean; null of any other. */
export function otherRowKind(headers: readonly string[]): (cells: readonly Cell[]) => OtherRow | null {
  const repeatsHeaders = headerRowTest(headers);
  return (cells) => {
    if (cells.every(isBlank)) return 'blank';
    if (repeatsHeaders(cells)) return 'header';
    if (isSumRow(cells, headers.length)) return 'total';
    const lone = headers.length > 1 ? loneText(cells) : null;
    return lone !== null && isMarkedHeading(lone.text) ? 'heading' : null;
  };
}

/** The cell such a row begins with, by which people know it again. */
export const firstFilled = (cells: readonly Cell[]): number =>
  Math.max(
    cells.findIndex((cell) => !isBlank(cell)),
    0,
  );
