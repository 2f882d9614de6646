import type { RowRange } from '#shared/row-range.ts';
import type { DistinctList } from './distinct-texts.ts';

/** The kinds of non-blank cells, in the order in which parts count them. */
export const CELL_TYPES = ['text', 'number', 'boolean', 'date', 'error'] as const;

/** How much is remembered of a sheet; smaller in tests. */
export interface ProfileLimits {
  /** Distinct values remembered per column; beyond it counts of new values stop and `distinctExact` says so. */
  distinctMax: number;
  /** The same of all columns together, so that sheets of thousands of columns are bounded too. */
  distinctOfSheetMax: number;
  /** Values one part holds of all columns together, 12 to 16 bytes each. */
  valuesOfPartMax: number;
}

export const PROFILE_LIMITS: ProfileLimits = {
  distinctMax: 10_000,
  // 300 columns still have 10,000 each.
  distinctOfSheetMax: 3_000_000,
  // All cells of 25,000 rows × 24 columns may differ; at most 10 MB.
  valuesOfPartMax: 600_000,
};

/** A column with no more distinct values lists them all: they may be a vocabulary to be mapped value by value. */
export const CLOSED_MAX = 100;

export function distinctLimit(columns: number, limits: ProfileLimits): number {
  return Math.min(limits.distinctMax, Math.max(CLOSED_MAX, Math.floor(limits.distinctOfSheetMax / columns)));
}

/** What was measured of one column over some rows; plain data. */
export interface ColumnPart {
  blank: number;
  /** In the order of `CELL_TYPES`. */
  types: number[];
  /** Of the texts; 0 when there are none. */
  minLength: number;
  maxLength: number;
  totalLength: number;
  minNumber: number | null;
  maxNumber: number | null;
  nextLargest: number | null;
  detected: Record<string, number>;
  multiValued: Record<string, number>;
  /** The values in order of first appearance, and how often each was there. */
  values: DistinctList & { counts: Uint32Array<ArrayBuffer> };
  /** Cells whose value is surely none of the column's first `distinctLimit` ones. */
  others: number;
  /** The part ran out of room: some values are neither among `values` nor `others`. Who merges reads these rows again. */
  isOpen: boolean;
}

/** What was measured of all columns over the rows of a range. */
export interface SheetPart {
  range: RowRange;
  /** Rows really read. */
  rows: number;
  columns: ColumnPart[];
}

/** Per column its first distinct values, where the first rows showed as many as are remembered; null where not. */
export type KnownValues = (DistinctList | null)[];
