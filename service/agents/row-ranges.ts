import type { RowRange } from './agent.ts';

/**
 * Rows of one partition: small enough that what is measured of it stays a few megabytes and a lost one costs a second,
 * large enough that handing it out costs nothing beside reading it.
 */
export const PARTITION_ROWS = 25_000;

/** The rows 1 to `totalRows` in ranges of at most `partitionRows`; one empty range when there are none. */
export function rowRanges(totalRows: number, partitionRows = PARTITION_ROWS): RowRange[] {
  const ranges: RowRange[] = [];
  for (let firstRow = 1; firstRow <= totalRows || ranges.length === 0; firstRow += partitionRows)
    ranges.push({ firstRow, lastRow: Math.min(firstRow + partitionRows - 1, totalRows) });
  return ranges;
}
