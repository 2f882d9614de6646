import { z } from 'zod';
import { columnNumber } from '#shared/cell-address.ts';
import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { UPLOAD_MAX_ROWS } from '#shared/limits.ts';
import { importCategories } from '#shared/statuses.ts';
import type { AnswerWatch } from './answer-watch.ts';

/** What the analyst may import from where they stand: the selection, a table, the used range of a sheet. */
export interface SheetSource {
  /** Stable while the workbook is open. */
  id: string;
  kind: 'selection' | 'table' | 'sheet';
  /** What to call it: the sheet's or the table's name. */
  label: string;
  sheetName: string;
  /** Address without the sheet, header included: A1:N3504; empty of a sheet that cannot be read. */
  range: string;
  rowCount: number;
  columnCount: number;
  /** Sheet row of the first row of the range, from 1. */
  firstRow: number;
  /** Rows of the range that a filter or the user hides. They are read all the same, and the pane says so. */
  hiddenRowCount: number;
  /** A table whose header row is switched off: it begins with a record, and the pane says so. */
  hidesHeader: boolean;
  /** A table whose totals row is below the range: it is no record, and the pane says so. */
  leavesOutTotals: boolean;
  /** Rows below the range that hold formatting but no value; they are not read, and the pane says so. */
  blankRowsBelow: number;
}

/** Its first column, from 1. */
export function columnOf({ range }: Pick<SheetSource, 'range'>): number {
  return columnNumber(/^[A-Z]+/.exec(range)?.[0] ?? 'A');
}

export interface WorkbookFacts {
  filename: string;
  /** Bytes of the file; 0 where the host does not tell (Excel). */
  size: number;
  /** MIME type. */
  type: string;
  dateSystem: DateSystem;
  /** Something about how it was read that the analyst should know; null when there is nothing. */
  note: string | null;
  /** They are not offered, and the pane says so. */
  hiddenSheets: readonly string[];
  /** Their cells are not to be had; they are offered last, and refused with the reason when they are read. */
  unreadableSheets: readonly string[];
}

/** Cells that Excel shows as one; the first of them holds the value. Rows and columns from 0 within a source. */
export interface MergedArea {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What the cells of a source do not tell. Columns count from 0 within it. */
export interface SheetMarks {
  /** Those that begin within the source. */
  merged: readonly MergedArea[];
  /** They are read like others, and the pane says so. */
  hiddenColumns: readonly number[];
  /** Formulas whose result the file does not hold, by column: they read as blanks. Excel always holds it. */
  unsaved: readonly { column: number; cells: number }[];
  /** Rows from 0 within the source all of whose values are struck through. Only a file tells: Excel would be asked cell by cell. */
  struckRows: readonly number[];
}

export const NO_MARKS: SheetMarks = { merged: [], hiddenColumns: [], unsaved: [], struckRows: [] };

export interface ReadProgress {
  rowsDone: number;
  rowsTotal: number;
}

export interface ReadOptions {
  signal?: AbortSignal;
  onProgress?: (progress: ReadProgress) => void;
}

/**
 * The one interface to the workbook. Two fulfilments, one contract suite: Excel (Office.js) and a dropped file.
 * Every method rejects with a WorkbookError that says what happened and what to do.
 */
export interface WorkbookPort {
  /** Tells one opened workbook from another. */
  readonly id: string;
  readonly kind: 'excel' | 'file';
  /** Whether a question has had no answer for long; a file always answers. */
  readonly answers: AnswerWatch;
  describe(): Promise<WorkbookFacts>;
  /** As in its facts; told even while Excel answers nothing else. */
  filename(): Promise<string>;
  /**
   * The best guess first. In Excel a table under the selection, then a multi-cell selection, then the sheets' used ranges,
   * the active sheet first; of a file the tables and the used range of each sheet, those that list things first and those
   * that cannot be read last.
   */
  listSources(): Promise<SheetSource[]>;
  marksOf(source: SheetSource): Promise<SheetMarks>;
  /**
   * Rows of a source in order, as typed cells: null for blanks, date cells where a number has a date format, error cells.
   * `fromRow` counts from 0 within the range. Reads in chunks of at most READ_CELL_BUDGET cells, yields to the screen
   * between them, and stops when the signal aborts.
   */
  readRows(source: SheetSource, fromRow: number, rowCount: number, options?: ReadOptions): Promise<Cell[][]>;
  /** Selects a cell for the analyst; nothing where the workbook is only a file. */
  selectCell(sheetName: string, address: string): Promise<void>;
  /**
   * Ids only (flow, import, engagement): they travel with the file to whoever opens it.
   * @throws WorkbookError not_kept
   */
  rememberFlow(pointer: FlowPointer | null): Promise<void>;
  recallFlow(): Promise<FlowPointer | null>;
  /** What an interrupted upload needs to go on; no cell, no key. @throws WorkbookError not_kept */
  rememberUpload(pointer: UploadPointer | null): Promise<void>;
  recallUpload(): Promise<UploadPointer | null>;
}

export interface FlowPointer {
  flowId: string;
  dataImportId: string;
}

/** An upload on its way, and how its rows were chosen. It travels with the file, so it is checked when it is read back. */
export const uploadPointerSchema = z.object({
  uploadId: z.string().min(1).max(200),
  sheetName: z.string(),
  range: z.string(),
  headerIndex: z.int().min(-1).describe('The last row of the header, from 0; -1 where there is none'),
  headerRowCount: z.int().min(0).default(1),
  fillsMerged: z.boolean().default(false).describe('Whether the value of a merged cell is sent for each of its rows'),
  leavesOutStruck: z.boolean().default(false).describe('Whether rows struck through are sent as blank ones'),
  totalRows: z.int().min(1).max(UPLOAD_MAX_ROWS).describe('Rows below the header'),
  category: z.enum(importCategories),
  withheld: z.array(z.int().min(0)).describe('Columns whose values stay here'),
  startedAt: z.iso.datetime().describe('Part of what is published'),
});
export type UploadPointer = z.infer<typeof uploadPointerSchema>;

export type WorkbookErrorCode =
  | 'excel_unavailable'
  | 'cell_in_edit_mode'
  | 'access_denied'
  | 'too_large_to_read'
  | 'unreadable_file'
  | 'unsupported_file'
  | 'aborted'
  | 'sheet_changed'
  | 'not_kept'
  | 'unknown';

/** A failure of the workbook in words for the analyst: what happened, and what to do. */
export class WorkbookError extends Error {
  readonly code: WorkbookErrorCode;
  readonly advice: string;

  constructor(code: WorkbookErrorCode, message: string, advice: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'WorkbookError';
    this.code = code;
    this.advice = advice;
  }
}
