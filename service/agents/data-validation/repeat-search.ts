import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';
import { DistinctTexts, type DistinctList } from '../../profiling/distinct-texts.ts';
import { TextHash } from '../../profiling/text-hash.ts';

/** Cells compared of all identifying columns together: all rows of the largest sheet in 16 of them. */
const COMPARED_MAX = 16 * 1_048_576;

const hash = new TextHash();

/** What one range of rows tells of repeats in one column; plain data, 12 bytes a value. */
export interface RepeatPart {
  /** Cells compared, and cells that were not: see `rowsCompared`. */
  compared: number;
  notCompared: number;
  values: DistinctList;
  /** The first rows whose value stands in an earlier row of the range. */
  repeated: number[];
}

/** The rows in which values are compared, when so many columns identify assets. */
export function rowsCompared(columns: number): number {
  return Math.floor(COMPARED_MAX / Math.max(1, columns));
}

/** Looks for repeated values over the rows of a range, in row order; without regard to case and outer spaces. */
export class RepeatSearch {
  private readonly lastRow: number;
  private readonly seen = new DistinctTexts();
  private readonly repeated: number[] = [];
  private compared = 0;
  private notCompared = 0;

  /** @param lastRow rows after it are not compared */
  constructor(lastRow: number) {
    this.lastRow = lastRow;
  }

  add(text: string, rowNumber: number): void {
    if (rowNumber > this.lastRow) {
      this.notCompared += 1;
      return;
    }
    this.compared += 1;
    hash.of(text.trim().toLowerCase());
    if (this.seen.indexOf(hash) < 0) this.seen.append(hash, rowNumber);
    else if (this.repeated.length < FINDING_CELLS_LISTED_MAX) this.repeated.push(rowNumber);
  }

  part(): RepeatPart {
    const { compared, notCompared, repeated } = this;
    return { compared, notCompared, values: this.seen.list(), repeated };
  }
}

/** @returns how many cells repeat a value of an earlier row, and the first of these rows */
export function repeatsOf(parts: readonly RepeatPart[]): { count: number; notCompared: number; rows: number[] } {
  const seen = new DistinctTexts();
  const rows: number[] = [];
  let count = 0;
  let notCompared = 0;
  for (const part of parts) {
    const repeated = parts.length === 1 ? part.repeated : [...part.repeated, ...seenBefore(seen, part.values)];
    count += part.compared - part.values.firstRows.length;
    if (parts.length > 1) count += repeated.length - part.repeated.length;
    notCompared += part.notCompared;
    rows.push(...repeated.sort((a, b) => a - b).slice(0, FINDING_CELLS_LISTED_MAX - rows.length));
  }
  return { count, notCompared, rows };
}

/** @returns the rows of those that earlier parts had; remembers the others */
function seenBefore(seen: DistinctTexts, { keys, firstRows }: DistinctList): number[] {
  const rows: number[] = [];
  firstRows.forEach((row, at) => {
    const value = { low: keys[2 * at] ?? 0, high: keys[2 * at + 1] ?? 0 };
    if (seen.indexOf(value) < 0) seen.append(value, row);
    else rows.push(row);
  });
  return rows;
}
