import { cellText } from '#shared/schemas/cell.schema.ts';
import { followSource } from '../../workbook/follow-source.ts';
import {
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
    const [headers = []] = await workbook.readRows(now, pointer.headerIndex, 1, { signal });
    if (headers.length === columns.length && headers.every((cell, at) => cellText(cell) === columns[at])) return;
  }
  throw new WorkbookError(
    'sheet_changed',
    `Rows or columns of ${pointer.sheetName}!${pointer.range} were inserted, removed or moved after its import began.`,
    'Discard what was sent, then import the sheet as it stands now.',
  );
}
