import { WorkbookError, type WorkbookErrorCode } from './workbook-port.ts';

/** Office.js error codes that mean "ask for less at once". */
const TOO_LARGE = new Set([
  'ResponsePayloadSizeLimitExceeded',
  'RequestPayloadSizeLimitExceeded',
  'ResourceLimitExceeded',
  'RangeExceedsLimit',
  'OperationCellsExceedLimit',
  '5103',
  '5104',
]);

const known: Readonly<Record<string, { code: WorkbookErrorCode; message: string; advice: string }>> = {
  InvalidOperationInCellEditMode: {
    code: 'cell_in_edit_mode',
    message: 'A cell is being edited, and Excel answers no one until that is done.',
    advice: 'Press Enter or Esc in the sheet, then try again.',
  },
  AccessDenied: {
    code: 'access_denied',
    message: 'Excel does not let the add-in read this sheet.',
    advice: 'Remove the protection, or ask the owner of the workbook.',
  },
  ItemNotFound: {
    code: 'unknown',
    message: 'The sheet or table is no longer in the workbook.',
    advice: 'Choose again what to read.',
  },
  RequestAborted: {
    code: 'unknown',
    message: 'Excel stopped the request before it was answered.',
    advice: 'Wait until Excel is idle, then try again.',
  },
  ActivityLimitReached: {
    code: 'unknown',
    message: 'Excel is busy with too many requests.',
    advice: 'Wait a moment, then try again.',
  },
};

/** Excel on the web also says GeneralException for an answer beyond its limit; whoever asks again with less finds out. */
export function mayBeTooLarge(error: unknown): boolean {
  return TOO_LARGE.has(codeOf(error)) || codeOf(error) === 'GeneralException';
}

/** What Excel hands over as null instead of values is too large as well. */
export function tooLargeToRead(cause?: unknown): WorkbookError {
  return new WorkbookError(
    'too_large_to_read',
    'A single row is too large for Excel to hand over.',
    'Leave out columns with very long texts.',
    cause,
  );
}

export function isItemNotFound(error: unknown): boolean {
  return codeOf(error) === 'ItemNotFound';
}

/** What the analyst is told for an error of Office.js. */
export function toWorkbookError(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const code = codeOf(error);
  const found = known[code];
  if (found) return new WorkbookError(found.code, found.message, found.advice, error);
  if (TOO_LARGE.has(code)) return tooLargeToRead(error);
  if (!('Excel' in globalThis)) {
    return new WorkbookError(
      'excel_unavailable',
      'Excel is not connected to the pane.',
      'Close the pane and open it again from the ribbon.',
      error,
    );
  }
  return new WorkbookError(
    'unknown',
    `Excel reported: ${messageOf(error)}`,
    'Try again. If it happens again, save the workbook and reopen it.',
    error,
  );
}

/** The workbook refused to keep a setting: it cannot be written, or not now. */
export function notKept(error: unknown): WorkbookError {
  return new WorkbookError(
    'not_kept',
    `Excel did not keep the note that leads from this workbook to its import (${messageOf(error)}).`,
    'Go on here. Once the pane is closed, the import is found on the dashboard.',
    error,
  );
}

/** Another pane of the workbook has noted an import that this one does not know. */
export function notedElsewhere(): WorkbookError {
  return new WorkbookError(
    'not_kept',
    'Another pane of this workbook has noted an import of its own meanwhile. That note was left as it is.',
    'Go on here. To follow the other import, close the pane and open it again; this one is found on the dashboard then.',
  );
}

/** Errors of Office's common API are plain objects. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
