import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { isTotalLabel } from '../../cleansing/total-label.ts';
import { headerRowTest } from '../../inventory/repeated-header.ts';
import { isSparse, isSumRow } from '../../inventory/sum-row.ts';
import type { Recognition } from '../../profiling/recognition.ts';
import type { ValidationCode } from './finding-rules.ts';

interface OtherRow {
  code: ValidationCode;
  /** The text it begins with. */
  text: string;
}

/** Tells rows that are no assets from the others: blank ones, totals, and headers written again. */
export class RowKinds {
  private readonly columns: number;
  private readonly isHeaderRow: (cells: readonly Cell[]) => boolean;

  constructor(columns: readonly { header: string }[]) {
    this.columns = columns.length;
    this.isHeaderRow = headerRowTest(columns.map(({ header }) => header));
  }

  /**
   * Null of a row like any other.
   *
   * @param recognised by column; null of blank cells
   */
  kindOf(cells: readonly Cell[], recognised: readonly (Recognition | null)[]): OtherRow | null {
    const firstAt = recognised.findIndex((recognition) => recognition !== null);
    if (firstAt < 0) return { code: 'blank_row', text: '' };
    const text = cellText(cells[firstAt] ?? null);
    if (this.isHeaderRow(cells)) return { code: 'repeated_header', text };
    if (isSumRow(cells, this.columns)) return { code: 'subtotal_row', text };
    return this.isSparse(recognised) && isTotalLabel(text) ? { code: 'subtotal_row', text } : null;
  }

  /** A sum has a label and figures, and says nothing in most columns. */
  private isSparse(recognised: readonly (Recognition | null)[]): boolean {
    let filled = 0;
    for (const recognition of recognised) if (recognition !== null) filled += 1;
    return isSparse(filled, this.columns);
  }
}
