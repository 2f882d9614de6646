import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { headersOf } from '../../sheet/header-choice.ts';
import { followSource } from '../../workbook/follow-source.ts';
import {
  NO_MARKS,
  WorkbookError,
  type SheetSource,
  type UploadPointer,
  type WorkbookPort,
} from '../../workbook/workbook-port.ts';

interface UploadedSheet {
  source: SheetSource;
  pointer: UploadPointer;
  /** Headers the upload was opened with. */
  columns: readonly string[];
  signal: AbortSignal;
}

/**
 * Rows are read where they stood when the upload began, so the sheet must still have its range and its headers. Cells may
 * change meanwhile; rows that are sorted while they are sent are not noticed.
 *
 * @throws WorkbookError when rows or columns were inserted, removed or moved
 */
export async function assertUnmoved(
  workbook: WorkbookPort,
  { source, pointer, columns, signal }: UploadedSheet,
): Promise<void> {
  const now = followSource(source, await workbook.listSources());
  if (now?.range === pointer.range) {
    const headers = await readHeaders(workbook, now, pointer, signal);
    if (headers.length === columns.length && headers.every((cell, at) => cellText(cell) === columns[at])) return;
  }
  throw new WorkbookError(
    'sheet_changed',
    `Rows or columns of ${pointer.sheetName}!${pointer.range} were inserted, removed or moved after its import began.`,
    'Discard what was sent, then import the sheet as it stands now.',
  );
}

async function readHeaders(
  workbook: WorkbookPort,
  source: SheetSource,
  { headerIndex, headerRowCount }: UploadPointer,
  signal: AbortSignal,
): Promise<Cell[]> {
  const first = headerIndex + 1 - headerRowCount;
  const rows = headerRowCount === 0 ? [] : await workbook.readRows(source, first, headerRowCount, { signal });
  const { merged } = headerRowCount > 1 ? await workbook.marksOf(source) : NO_MARKS;
  const above = merged.map((area) => ({ ...area, row: area.row - first }));
  const { columnCount } = source;
  return headersOf(rows, { index: headerRowCount - 1, rows: headerRowCount }, { merged: above, columnCount });
}
