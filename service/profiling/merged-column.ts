import type { Column } from '#shared/column-keys.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import type { ColumnProfile } from './column-profile.ts';
import { CELL_TYPES, CLOSED_MAX, type ColumnPart } from './column-part.ts';
import { cut } from './cut-text.ts';
import { DistinctTexts, type DistinctList } from './distinct-texts.ts';
import { TextHash } from './text-hash.ts';

const LISTED_MAX = 10;

const hash = new TextHash();

/** Puts the parts of one column together, in row order, to what one reading of all rows would have measured. */
export class MergedColumn {
  private readonly column: Column;
  private readonly limit: number;
  private readonly values = new DistinctTexts();
  private readonly counts: number[] = [];
  private distinctExact = true;
  private blank = 0;
  private readonly types = CELL_TYPES.map(() => 0);
  private minLength = 0;
  private maxLength = 0;
  private totalLength = 0;
  private minNumber: number | null = null;
  private maxNumber: number | null = null;
  private nextLargest: number | null = null;
  private readonly detected = new Map<string, number>();
  private readonly multiValued = new Map<string, number>();

  /** @param limit how many distinct values are remembered */
  constructor(column: Column, limit: number) {
    this.column = column;
    this.limit = limit;
  }

  /** Everything but the values of an open part: their cells come by `addValue`. */
  add(part: ColumnPart): void {
    const filled = part.types.reduce((sum, count) => sum + count, 0);
    if (filled > 0) this.minLength = this.filled === 0 ? part.minLength : Math.min(this.minLength, part.minLength);
    this.maxLength = Math.max(this.maxLength, part.maxLength);
    this.totalLength += part.totalLength;
    this.blank += part.blank;
    part.types.forEach((count, type) => (this.types[type] = (this.types[type] ?? 0) + count));
    this.minNumber = either(Math.min, this.minNumber, part.minNumber);
    const largest = descending([this.maxNumber, this.nextLargest, part.maxNumber, part.nextLargest]);
    this.maxNumber = largest[0] ?? null;
    this.nextLargest = largest[1] ?? null;
    raiseAll(this.detected, part.detected);
    raiseAll(this.multiValued, part.multiValued);
    if (part.isOpen) return;
    if (part.others > 0) this.distinctExact = false;
    const { keys, firstRows, counts } = part.values;
    counts.forEach((count, at) =>
      this.count({ low: keys[2 * at] ?? 0, high: keys[2 * at + 1] ?? 0 }, count, firstRows[at] ?? 0),
    );
  }

  addValue(cell: Cell, row: number): void {
    const text = cellText(cell);
    if (text.trim() !== '') this.count(hash.of(text), 1, row);
  }

  /** The first values, when there are as many as are remembered. */
  knownValues(): DistinctList | null {
    return this.values.size === this.limit ? this.values.list() : null;
  }

  /** The rows in which the values stand that are listed. */
  listedRows(): number[] {
    return [...this.frequent(), ...this.samples()].map((at) => this.values.firstRowOf(at));
  }

  /** @param textOf the text of this column in one of `listedRows` */
  profile(textOf: (row: number) => string): ColumnProfile {
    const { filled } = this;
    const [text = 0, number = 0, boolean = 0, date = 0, error = 0] = this.types;
    const listed = (at: number): string => cut(textOf(this.values.firstRowOf(at)));
    return {
      columnIndex: this.column.index,
      header: this.column.header,
      rows: this.blank + filled,
      blank: this.blank,
      types: { text, number, boolean, date, error },
      distinct: this.values.size,
      distinctExact: this.distinctExact,
      minLength: this.minLength,
      maxLength: this.maxLength,
      averageLength: filled === 0 ? 0 : Math.round((this.totalLength / filled) * 100) / 100,
      minNumber: this.minNumber,
      maxNumber: this.maxNumber,
      nextLargest: this.nextLargest,
      detected: inOrder(this.detected),
      multiValued: inOrder(this.multiValued),
      frequent: this.frequent().map((at) => ({ value: listed(at), count: this.counts[at] ?? 0 })),
      samples: this.samples().map(listed),
    };
  }

  private get filled(): number {
    return this.types.reduce((sum, count) => sum + count, 0);
  }

  private count(value: Pick<TextHash, 'low' | 'high'>, count: number, row: number): void {
    let at = this.values.indexOf(value);
    if (at < 0) {
      if (this.values.size >= this.limit) {
        this.distinctExact = false;
        return;
      }
      at = this.values.append(value, row);
      this.counts[at] = 0;
    }
    this.counts[at] = (this.counts[at] ?? 0) + count;
  }

  /** Positions of values, most frequent first. */
  private frequent(): number[] {
    const isClosed = this.distinctExact && this.values.size <= CLOSED_MAX;
    return this.listable()
      .sort((a, b) => (this.counts[b] ?? 0) - (this.counts[a] ?? 0))
      .slice(0, isClosed ? CLOSED_MAX : LISTED_MAX);
  }

  private samples(): number[] {
    return this.listable().slice(0, LISTED_MAX);
  }

  /** What stands in a column of passwords is counted, never copied into profiles, reasons or screens. */
  private listable(): number[] {
    return isSecretHeader(this.column.header) ? [] : [...this.counts.keys()];
  }
}

function either(choose: (a: number, b: number) => number, a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return choose(a, b);
}

/** Each number once. */
function descending(numbers: readonly (number | null)[]): number[] {
  return [...new Set(numbers)].filter((number) => number !== null).sort((a, b) => b - a);
}

function raiseAll(counts: Map<string, number>, by: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(by)) counts.set(name, (counts.get(name) ?? 0) + count);
}

/** By name, so that it does not depend on who was counted first. */
function inOrder(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
