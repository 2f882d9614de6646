import { isItemNotFound, toWorkbookError } from './excel-errors.ts';
import { WorkbookError } from './workbook-port.ts';

/** Why Excel did not go to a cell. Of all but two reasons it says no more than that it failed, and not always the same. */
export function toSelectionError(error: unknown, sheetName: string): WorkbookError {
  if (isItemNotFound(error))
    return new WorkbookError(
      'unknown',
      `The workbook shows no sheet "${sheetName}": it was renamed, hidden or deleted since the import.`,
      'Look for the cell where its rows are now.',
      error,
    );
  const known = toWorkbookError(error);
  if (known.code === 'cell_in_edit_mode' || known.code === 'excel_unavailable') return known;
  return new WorkbookError(
    'unknown',
    'Excel did not go there. It does not while another workbook is in front, or where the sheet is hidden.',
    'Click into this workbook, then choose the cell again.',
    error,
  );
}
