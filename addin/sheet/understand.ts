import type { Cell } from '#shared/schemas/cell.schema.ts';
import { fillDown, fillsBelow, type Fill } from '../workbook/filled-rows.ts';
import { blankOut } from '../workbook/struck-rows.ts';
import type { SheetMarks, SheetSource, WorkbookFacts } from '../workbook/workbook-port.ts';
import { columnFacts, sheetConcerns, type ColumnFacts, type SheetConcern } from './column-facts.ts';
import { headersOf, proposeHeader, type HeaderChoice } from './header-choice.ts';
import { findTables, partOf } from './table-blocks.ts';
import { isTransposed } from './transposed.ts';
import { markConcerns } from './mark-concerns.ts';

/** A sheet read and understood, ready to be sent. */
export interface ReadSheet {
  facts: WorkbookFacts;
  source: SheetSource;
  /** Index of the header's last row within the source's rows; -1 where records begin at once. */
  headerIndex: number;
  headerRowCount: number;
  /** Two rows that are one header by their merged cells, whether they were chosen or not. */
  headerPair: HeaderChoice | null;
  headers: Cell[];
  /** The rows below the header that were read: all of them, or the first of a large sheet. */
  rows: Cell[][];
  /** Rows below the header in all. */
  totalRows: number;
  columns: ColumnFacts[];
  concerns: SheetConcern[];
  /** Tables that seem to stand in the source beside or below one another; empty where there is one. */
  parts: SheetSource[];
  /** Merged cells that stand over several of these rows, filled or not. */
  mergedDown: Fill[];
  /** Those that are filled down in `rows`. */
  fills: Fill[];
  /** Rows of the source below the header that are struck through, from 0 within it, left out or not. */
  struckRows: number[];
  /** Those that are blank in `rows`. */
  leftOut: number[];
}

/** The first rows of a source, or all, and what they do not tell. */
export interface ReadRows {
  rows: Cell[][];
  marks: SheetMarks;
}

/** What the analyst may say of them. */
export interface ReadingChoices {
  /** Null: the most likely one. */
  header: HeaderChoice | null;
  fillsMerged: boolean;
  leavesOutStruck: boolean;
}

export const NOTHING_CHOSEN: ReadingChoices = { header: null, fillsMerged: true, leavesOutStruck: false };

const TRANSPOSED: SheetConcern = {
  isWarning: true,
  text: 'Fields seem to stand in the first column, and what they describe side by side. Each row becomes one record, so turn the sheet first: in Excel copy it, then Paste Special > Transpose.',
};

/** What the rows of a source are: where their header stands, what each column holds, what to know before importing. */
export function understand(
  facts: WorkbookFacts,
  source: SheetSource,
  { rows: all, marks }: ReadRows,
  choices: ReadingChoices,
): ReadSheet {
  const { merged } = marks;
  const { proposed, pair } = proposeHeader(all, { merged, isTable: source.kind === 'table' });
  const header = choices.header ?? proposed;
  const headers = headersOf(all, header, { merged, columnCount: source.columnCount });
  const mergedDown = fillsBelow(merged, header.index);
  const fills = choices.fillsMerged ? mergedDown : [];
  const struckRows = marks.struckRows.filter((row) => row > header.index);
  const leftOut = choices.leavesOutStruck ? struckRows : [];
  const firstRow = header.index + 1;
  const rows = blankOut(fillDown(all.slice(firstRow), firstRow, fills), firstRow, leftOut);
  const unsaved = new Set(marks.unsaved.map(({ column }) => column));
  const columns = columnFacts(headers, rows, unsaved);
  return {
    facts,
    source,
    headerIndex: header.index,
    headerRowCount: header.rows,
    headerPair: pair,
    headers,
    rows,
    totalRows: Math.max(0, source.rowCount - header.index - 1),
    columns,
    concerns: [
      ...(isTransposed(all) ? [TRANSPOSED] : []),
      ...markConcerns(columns, { source, marks, header, facts }),
      ...sheetConcerns(columns, source),
    ],
    parts:
      source.kind === 'sheet' ? findTables(all, header.index).map((block) => partOf(source, all.length, block)) : [],
    mergedDown,
    fills,
    struckRows,
    leftOut,
  };
}
