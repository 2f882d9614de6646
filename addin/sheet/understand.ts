import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { SheetSource, WorkbookFacts } from '../workbook/workbook-port.ts';
import { columnFacts, sheetConcerns, type ColumnFacts, type SheetConcern } from './column-facts.ts';
import { guessHeaderRow } from './header-row.ts';

/** A sheet read and understood, ready to be sent. */
export interface ReadSheet {
  facts: WorkbookFacts;
  source: SheetSource;
  /** Index of the header within the source's rows. */
  headerIndex: number;
  headers: Cell[];
  /** The rows below the header that were read: all of them, or the first of a large sheet. */
  rows: Cell[][];
  /** Rows below the header in all. */
  totalRows: number;
  columns: ColumnFacts[];
  concerns: SheetConcern[];
}

/** What the rows of a source are: where their header stands, what each column holds, what to know before importing. */
export function understand(
  facts: WorkbookFacts,
  source: SheetSource,
  all: Cell[][],
  chosenHeader: number | null,
): ReadSheet {
  const headerIndex = chosenHeader ?? (source.kind === 'table' ? 0 : guessHeaderRow(all));
  const headers = all[headerIndex] ?? [];
  const rows = all.slice(headerIndex + 1);
  const columns = columnFacts(headers, rows);
  return {
    facts,
    source,
    headerIndex,
    headers,
    rows,
    totalRows: Math.max(0, source.rowCount - headerIndex - 1),
    columns,
    concerns: sheetConcerns(columns, source),
  };
}
