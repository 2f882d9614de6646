import type { RowRange } from './agent.ts';

/** The rows 1 to `totalRows` in ranges of at most `partitionRows`; one empty range when there are none. */
export function rowRanges(totalRows: number, partitionRows: number): RowRange[] {
  const ranges: RowRange[] = [];
  for (let firstRow = 1; firstRow <= totalRows || ranges.length === 0; firstRow += partitionRows)
    ranges.push({ firstRow, lastRow: Math.min(firstRow + partitionRows - 1, totalRows) });
  return ranges;
}
