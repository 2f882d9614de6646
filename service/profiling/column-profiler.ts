import { createHash } from 'node:crypto';
import type { Column } from '#shared/column-keys.ts';
import { cellText, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import type { ColumnProfile } from './column-profile.ts';
import { isMultiValued, VALUE_SEPARATORS } from './multi-values.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import { detect } from './value-detectors.ts';

/** Distinct values remembered per column; beyond it counts of new values stop and `distinctExact` says so. */
export const DISTINCT_MAX = 10_000;
const LISTED_MAX = 10;
const SAMPLE_MAX_CHARACTERS = 120;
/** Longer values are told apart by their digest, so that a column of long texts costs no more memory than any other. */
const VALUE_KEPT_MAX_CHARACTERS = 200;

export interface ProfiledRecord {
  cells: readonly Cell[];
}

/** Measures every column in one pass over the rows. Memory is bounded by columns × DISTINCT_MAX, not by rows. */
export interface SheetProfiler {
  add(records: readonly ProfiledRecord[]): void;
  profiles(): ColumnProfile[];
}

export function createSheetProfiler(columns: readonly Column[]): SheetProfiler {
  const measures = columns.map((column) => new ColumnMeasure(column));
  return {
    add: (records) => {
      for (const record of records) measures.forEach((measure, index) => measure.add(record.cells[index] ?? null));
    },
    profiles: () => measures.map((measure) => measure.profile()),
  };
}

class ColumnMeasure {
  private readonly column: Column;
  private rows = 0;
  private blank = 0;
  private readonly types = { text: 0, number: 0, boolean: 0, date: 0, error: 0 };
  private readonly counts = new Map<string, number>();
  /** What a text was recognised as, so that repeated values cost one look-up. */
  private readonly recognised = new Map<string, readonly string[]>();
  private distinctExact = true;
  private minLength = Number.POSITIVE_INFINITY;
  private maxLength = 0;
  private totalLength = 0;
  private minNumber: number | null = null;
  private maxNumber: number | null = null;
  private readonly detected = new Map<string, number>();
  private readonly multiValued = new Map<string, number>();

  constructor(column: Column) {
    this.column = column;
  }

  add(cell: Cell): void {
    this.rows += 1;
    const text = cellText(cell);
    if (text.trim() === '') {
      this.blank += 1;
      return;
    }
    const type = cellType(cell);
    this.types[type] += 1;
    this.countLength(text.length);
    this.countValue(text);
    if (type === 'error') return;
    this.countNumber(cell, text);
    for (const name of this.recognise(text)) this.detected.set(name, (this.detected.get(name) ?? 0) + 1);
    if (type === 'text')
      for (const separator of VALUE_SEPARATORS)
        if (isMultiValued(text, separator)) this.multiValued.set(separator, (this.multiValued.get(separator) ?? 0) + 1);
  }

  profile(): ColumnProfile {
    const filled = this.rows - this.blank;
    // What stands in a column of passwords is counted, never copied into profiles, reasons or screens.
    const listed = isSecretHeader(this.column.header) ? [] : [...this.counts];
    const byCount = [...listed].sort((a, b) => b[1] - a[1]).slice(0, LISTED_MAX);
    return {
      columnIndex: this.column.index,
      header: this.column.header,
      rows: this.rows,
      blank: this.blank,
      types: { ...this.types },
      distinct: this.counts.size,
      distinctExact: this.distinctExact,
      minLength: filled === 0 ? 0 : this.minLength,
      maxLength: this.maxLength,
      averageLength: filled === 0 ? 0 : Math.round((this.totalLength / filled) * 100) / 100,
      minNumber: this.minNumber,
      maxNumber: this.maxNumber,
      detected: Object.fromEntries(this.detected),
      multiValued: Object.fromEntries(this.multiValued),
      frequent: byCount.map(([value, count]) => ({ value: cut(value), count })),
      samples: listed.slice(0, LISTED_MAX).map(([value]) => cut(value)),
    };
  }

  private countLength(length: number): void {
    this.minLength = Math.min(this.minLength, length);
    this.maxLength = Math.max(this.maxLength, length);
    this.totalLength += length;
  }

  private countValue(text: string): void {
    const key = valueKey(text);
    const seen = this.counts.get(key);
    if (seen !== undefined) this.counts.set(key, seen + 1);
    else if (this.counts.size < DISTINCT_MAX) this.counts.set(key, 1);
    else this.distinctExact = false;
  }

  private countNumber(cell: Cell, text: string): void {
    const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? numberOfText(text) : null;
    if (value === null) return;
    this.minNumber = this.minNumber === null ? value : Math.min(this.minNumber, value);
    this.maxNumber = this.maxNumber === null ? value : Math.max(this.maxNumber, value);
  }

  private recognise(text: string): readonly string[] {
    if (text.length > VALUE_KEPT_MAX_CHARACTERS) return detect(text);
    const known = this.recognised.get(text);
    if (known !== undefined) return known;
    const found = detect(text);
    if (this.recognised.size < DISTINCT_MAX) this.recognised.set(text, found);
    return found;
  }
}

function cellType(cell: Cell): keyof ColumnProfile['types'] {
  if (isDateCell(cell)) return 'date';
  if (isErrorCell(cell)) return 'error';
  if (typeof cell === 'number') return 'number';
  return typeof cell === 'boolean' ? 'boolean' : 'text';
}

/** A number written as text, with thousands commas or without; anything else is no number. */
function numberOfText(text: string): number | null {
  const plain = text.trim();
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : null;
}

/** Begins like the value, so that what is listed of it stays the same. */
function valueKey(text: string): string {
  if (text.length <= VALUE_KEPT_MAX_CHARACTERS) return text;
  return `${text.slice(0, SAMPLE_MAX_CHARACTERS)}${createHash('sha256').update(text).digest('base64')}`;
}

function cut(text: string): string {
  return text.length > SAMPLE_MAX_CHARACTERS ? `${text.slice(0, SAMPLE_MAX_CHARACTERS - 1)}…` : text;
}
