import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { isTotalLabel, isTotalOfSome } from '../../cleansing/total-label.ts';
import type { Recognition } from '../../profiling/recognition.ts';
import type { FindingCode } from './finding-rules.ts';

export interface OtherRow {
  code: FindingCode;
  /** The text it begins with. */
  text: string;
}

/** Tells rows that are no assets from the others: blank ones, totals, and headers written again. */
export class RowKinds {
  private readonly headers: readonly string[];

  constructor(columns: readonly { header: string }[]) {
    this.headers = columns.map(({ header }) => plain(header));
  }

  /**
   * Null of a row like any other.
   *
   * @param recognised by column; null of blank cells
   */
  kindOf(cells: readonly Cell[], recognised: readonly (Recognition | null)[]): OtherRow | null {
    const columns = this.headers.length;
    let filled = 0;
    let headers = 0;
    let first = '';
    for (let at = 0; at < columns; at += 1) {
      if ((recognised[at] ?? null) === null) continue;
      filled += 1;
      if (filled === 1) first = cellText(cells[at] ?? null);
      if (headers === filled - 1 && plain(cellText(cells[at] ?? null)) === this.headers[at]) headers += 1;
      // Nearly all rows are told by their first cells.
      if (headers < filled && filled > columns / 2 + 1) return null;
    }
    if (filled === 0) return { code: 'blank_row', text: '' };
    if (headers === filled && filled > 1 && filled >= columns / 2) return { code: 'repeated_header', text: first };
    return this.isTotal(first, filled) ? { code: 'subtotal_row', text: first } : null;
  }

  private isTotal(first: string, filled: number): boolean {
    const columns = this.headers.length;
    return columns > 2 && filled <= Math.ceil(columns / 2) && (isTotalLabel(first) || isTotalOfSome(first));
  }
}

const plain = (text: string): string => text.trim().toLowerCase();
