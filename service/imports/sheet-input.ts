import { formatNumber } from '#shared/format.ts';
import { ONE_SHOT_MAX_BYTES } from '#shared/limits.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { StoreImportRequest } from '#shared/schemas/import.schema.ts';
import { AppError } from '../platform/app-error.ts';

/**
 * As many cells as a request of the exact form can hold, each a character and a comma. Objects that leave out most of the
 * others' keys would become many times more: every row gets a cell for every key.
 */
const FILE_DATA_MAX_CELLS = ONE_SHOT_MAX_BYTES / 2;

/** The sheet as it was sent, in one form whichever form it came in. No cell is checked or changed here. */
interface SheetInput {
  headers: string[];
  /** Not yet checked: any JSON value. */
  rows: readonly unknown[];
  /** The body fields that problems of headers and of rows are reported under. */
  fields: { headers: string; rows: string };
}

/**
 * `file_data` rows become cell arrays: the columns are all keys in the order they first appear, in whichever row, and a
 * key that a row leaves out is a blank cell.
 *
 * @throws AppError payload_too_large
 */
export function readSheetInput(request: Pick<StoreImportRequest, 'sheet' | 'file_data'>): SheetInput {
  if (request.sheet) {
    const fields = { headers: 'sheet.columns', rows: 'sheet.rows' };
    return { headers: request.sheet.columns, rows: request.sheet.rows, fields };
  }
  const objects: readonly unknown[] = request.file_data ?? [];
  const headers = new Set<string>();
  for (const object of objects) if (isPlainObject(object)) for (const key of Object.keys(object)) headers.add(key);
  const order = [...headers];
  if (objects.length * order.length > FILE_DATA_MAX_CELLS)
    throw new AppError(
      'payload_too_large',
      `file_data has ${formatNumber(objects.length)} rows and ${formatNumber(order.length)} different keys: too many cells. Send columns and rows as "sheet", or in an upload session: POST /data-import/uploads.`,
    );
  return {
    headers: order,
    rows: objects.map((object) => (isPlainObject(object) ? toCells(object, order) : object)),
    fields: { headers: 'file_data', rows: 'file_data' },
  };
}

function isPlainObject(value: unknown): value is Record<string, Cell> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toCells(object: Record<string, Cell>, headers: readonly string[]): Cell[] {
  return headers.map((header) => (Object.hasOwn(object, header) ? (object[header] ?? null) : null));
}
