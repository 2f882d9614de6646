import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';
import { listedText } from '../listed-findings.ts';
import type { ValidationCode } from './finding-rules.ts';

export interface FoundCell {
  rowNumber: number;
  /** Null: to be read again when the cell is listed. */
  value: string | null;
}

/** What one rule found in one column, or in rows as a whole; plain data. */
export interface Found {
  code: ValidationCode;
  columnIndex: number | null;
  /** How many cells or rows in all. */
  count: number;
  /** The first `FINDING_CELLS_LISTED_MAX` of them. */
  cells: FoundCell[];
}

/** Texts that may still be kept for listing, by all findings together. */
interface TextRoom {
  left: number;
}

/** Counts what one rule finds; keeps the first cells. */
export class Finding {
  readonly found: Found;
  private readonly room: TextRoom;

  constructor(code: ValidationCode, columnIndex: number | null, room: TextRoom) {
    this.found = { code, columnIndex, count: 0, cells: [] };
    this.room = room;
  }

  add(rowNumber: number, text: string): void {
    this.found.count += 1;
    if (this.found.cells.length === FINDING_CELLS_LISTED_MAX) return;
    // What is said of a row shows the text it begins with, in whatever column that stands.
    const isKept = this.room.left > 0 || this.found.columnIndex === null;
    if (isKept) this.room.left -= 1;
    this.found.cells.push({ rowNumber, value: isKept ? listedValue(this.found.code, text) : null });
  }

  addCounted({ count, cells }: Pick<Found, 'count' | 'cells'>): void {
    this.found.count += count;
    this.found.cells.push(...cells.slice(0, FINDING_CELLS_LISTED_MAX - this.found.cells.length));
  }
}

/** A text as a finding shows it. */
export function listedValue(code: ValidationCode, text: string): string {
  if (code === 'secret_column') return '(not shown)';
  if (code === 'missing_identifier') return listedText(text.trim());
  return listedText(code === 'control_characters' ? JSON.stringify(text) : text);
}
