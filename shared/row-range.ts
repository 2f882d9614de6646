/** Row numbers from 1, both included. */
export interface RowRange {
  firstRow: number;
  lastRow: number;
}

/** So many rows from `firstRow` on, which counts from 1. */
export interface RowSpan {
  firstRow: number;
  rows: number;
}
