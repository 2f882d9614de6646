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
/** A column with no more distinct values lists them all: they may be a vocabulary to be mapped value by value. */
export const CLOSED_MAX = 100;
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

/** What is known of a text from looking at it once. */
interface Recognised {
  names: readonly string[];
  separators: readonly string[];
  number: number | null;
}

/** One distinct value. */
interface Tally extends Recognised {
  count: number;
  /** How many of them were errors or texts: an error is not recognised, only texts hold several values. */
  errors: number;
  texts: number;
}

class ColumnMeasure {
  private readonly column: Column;
  private rows = 0;
  private blank = 0;
  private readonly types = { text: 0, number: 0, boolean: 0, date: 0, error: 0 };
  /** By value, so that whatever repeats is looked at once. */
  private readonly tallies = new Map<string, Tally>();
  private distinctExact = true;
  private minLength = Number.POSITIVE_INFINITY;
  private maxLength = 0;
  private totalLength = 0;
  private minNumber: number | null = null;
  private maxNumber: number | null = null;
  /** Of values beyond DISTINCT_MAX, counted cell by cell. */
  private readonly detectedBeyond = new Map<string, number>();
  private readonly multiValuedBeyond = new Map<string, number>();

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
    if (text.length < this.minLength) this.minLength = text.length;
    if (text.length > this.maxLength) this.maxLength = text.length;
    this.totalLength += text.length;
    const tally = this.tallyOf(text, type);
    if (typeof cell === 'number') this.widen(cell);
    else if (type === 'text') this.widen(tally?.number ?? null);
  }

  profile(): ColumnProfile {
    const filled = this.rows - this.blank;
    // What stands in a column of passwords is counted, never copied into profiles, reasons or screens.
    const listed = isSecretHeader(this.column.header) ? [] : [...this.tallies];
    const isClosed = this.distinctExact && listed.length <= CLOSED_MAX;
    const byCount = [...listed].sort((a, b) => b[1].count - a[1].count).slice(0, isClosed ? CLOSED_MAX : LISTED_MAX);
    return {
      columnIndex: this.column.index,
      header: this.column.header,
      rows: this.rows,
      blank: this.blank,
      types: { ...this.types },
      distinct: this.tallies.size,
      distinctExact: this.distinctExact,
      minLength: filled === 0 ? 0 : this.minLength,
      maxLength: this.maxLength,
      averageLength: filled === 0 ? 0 : Math.round((this.totalLength / filled) * 100) / 100,
      minNumber: this.minNumber,
      maxNumber: this.maxNumber,
      ...this.recognised(),
      frequent: byCount.map(([value, { count }]) => ({ value: cut(value), count })),
      samples: listed.slice(0, LISTED_MAX).map(([value]) => cut(value)),
    };
  }

  /** The value counted; null when there are too many others to keep it. */
  private tallyOf(text: string, type: keyof ColumnProfile['types']): Tally | Recognised | null {
    const key = valueKey(text);
    let tally = this.tallies.get(key);
    if (tally === undefined) {
      if (this.tallies.size >= DISTINCT_MAX) return this.countBeyond(text, type);
      const { names, separators, number } = recognise(text);
      tally = { names, separators, number, count: 0, errors: 0, texts: 0 };
      this.tallies.set(key, tally);
    }
    tally.count += 1;
    if (type === 'error') tally.errors += 1;
    else if (type === 'text') tally.texts += 1;
    return tally;
  }

  private countBeyond(text: string, type: keyof ColumnProfile['types']): Recognised | null {
    this.distinctExact = false;
    if (type === 'error') return null;
    const found = recognise(text);
    for (const name of found.names) raise(this.detectedBeyond, name, 1);
    if (type === 'text') for (const separator of found.separators) raise(this.multiValuedBeyond, separator, 1);
    return found;
  }

  private recognised(): Pick<ColumnProfile, 'detected' | 'multiValued'> {
    const detected = new Map(this.detectedBeyond);
    const multiValued = new Map(this.multiValuedBeyond);
    for (const { names, separators, count, errors, texts } of this.tallies.values()) {
      if (count > errors) for (const name of names) raise(detected, name, count - errors);
      if (texts > 0) for (const separator of separators) raise(multiValued, separator, texts);
    }
    return { detected: Object.fromEntries(detected), multiValued: Object.fromEntries(multiValued) };
  }

  private widen(value: number | null): void {
    if (value === null) return;
    if (this.minNumber === null || value < this.minNumber) this.minNumber = value;
    if (this.maxNumber === null || value > this.maxNumber) this.maxNumber = value;
  }
}

const HAS_SEPARATOR = /[;,|\n]/;
const NO_SEPARATORS: readonly string[] = [];

function recognise(text: string): Recognised {
  return {
    names: detect(text),
    separators: HAS_SEPARATOR.test(text)
      ? VALUE_SEPARATORS.filter((separator) => isMultiValued(text, separator))
      : NO_SEPARATORS,
    number: numberOfText(text),
  };
}

function raise(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
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
