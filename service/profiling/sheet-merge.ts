import type { Column } from '#shared/column-keys.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { Steps } from '../engine-parts/steps.ts';
import type { ColumnProfile } from './column-profile.ts';
import { distinctLimit, PROFILE_LIMITS, type KnownValues, type SheetPart } from './column-part.ts';
import { MergedColumn } from './merged-column.ts';

/** Columns of which other parts are told the first values: 120 kB each. */
const KNOWN_COLUMNS_MAX = 40;

/** Puts the parts of a sheet together, in row order, to the profiles one reading of all rows would have given. */
export class SheetMerge {
  rows = 0;
  private readonly columns: readonly MergedColumn[];

  constructor(columns: readonly Column[], limits = PROFILE_LIMITS) {
    const limit = distinctLimit(columns.length, limits);
    this.columns = columns.map((column) => new MergedColumn(column, limit));
  }

  /** @returns the columns whose cells of these rows must come by `addValues` before the next part */
  add(part: SheetPart): number[] {
    this.rows += part.rows;
    part.columns.forEach((column, index) => this.columns[index]?.add(column));
    return [...part.columns.keys()].filter((index) => part.columns[index]?.isOpen);
  }

  addValues(columnIndexes: readonly number[], cells: readonly Cell[], row: number): void {
    for (const index of columnIndexes) this.columns[index]?.addValue(cells[index] ?? null, row);
  }

  /** What readers of later rows need not find out again. */
  knownValues(): KnownValues {
    let columns = 0;
    return this.columns.map((column) => {
      const known = columns < KNOWN_COLUMNS_MAX ? column.knownValues() : null;
      if (known !== null) columns += 1;
      return known;
    });
  }

  /** The rows that hold the values profiles list. */
  listedRows(): Set<number> {
    return new Set(this.columns.flatMap((column) => column.listedRows()));
  }

  /** @param textOf the text of a cell in one of `listedRows` */
  *profiles(textOf: (row: number, columnIndex: number) => string): Steps<ColumnProfile[]> {
    const profiles: ColumnProfile[] = [];
    for (const [index, column] of this.columns.entries()) {
      profiles.push(column.profile((row) => textOf(row, index)));
      yield;
    }
    return profiles;
  }
}
