import { ONE_SHOT_MAX_BYTES, ONE_SHOT_MAX_ROWS } from '#shared/limits.ts';
import { cellText } from '#shared/schemas/cell.schema.ts';
import type { StoreImportRequest } from '#shared/schemas/import.schema.ts';
import type { ImportCategory } from '#shared/statuses.ts';
import type { OpenUploadRequest } from '#shared/schemas/upload.schema.ts';
import type { UploadPointer } from '../workbook/workbook-port.ts';
import type { ReadSheet } from '../sheet/understand.ts';

/**
 * The sheet in its exact form: headers once, rows as cells. Withheld columns keep their place and lose their values, so
 * that every cell address stays true.
 */
export function buildRequest(
  sheet: ReadSheet,
  category: ImportCategory,
  withheld: ReadonlySet<number>,
): StoreImportRequest {
  const rows =
    withheld.size === 0
      ? sheet.rows
      : sheet.rows.map((row) => row.map((cell, index) => (withheld.has(index) ? null : cell)));
  return {
    sheet: { columns: sheet.headers.map(cellText), rows },
    metadata: metadataOf(sheet, sheet.headerIndex),
    upload_context: { intended_type: category, upload_timestamp: new Date().toISOString() },
  };
}

function metadataOf({ facts, source, fills }: ReadSheet, headerIndex: number): StoreImportRequest['metadata'] {
  return {
    filename: facts.filename,
    size: facts.size,
    type: facts.type,
    sheet_name: source.sheetName,
    range: source.range,
    header_row: source.firstRow + headerIndex,
    date_system: facts.dateSystem,
    ...(fills.length > 0 && { filled_columns: [...new Set(fills.map(({ column }) => column))].sort((a, b) => a - b) }),
  };
}

/** Opens an upload session for the sheet; its rows follow. */
export function openRequest(sheet: ReadSheet, pointer: UploadPointer): OpenUploadRequest {
  return {
    columns: sheet.headers.map(cellText),
    total_rows: pointer.totalRows,
    metadata: metadataOf(sheet, pointer.headerIndex),
    upload_context: { intended_type: pointer.category, upload_timestamp: pointer.startedAt },
  };
}

/** Makes the uploaded rows an import. */
export function publishRequest(sheet: ReadSheet, pointer: UploadPointer): StoreImportRequest {
  const { metadata, upload_context } = openRequest(sheet, pointer);
  return { upload_id: pointer.uploadId, metadata, upload_context };
}

/** Whether the sheet goes in one request, whole and at once; else it is uploaded. Measured on the very bytes. */
export function fitsOneRequest(sheet: ReadSheet, request: StoreImportRequest): boolean {
  if (sheet.totalRows > ONE_SHOT_MAX_ROWS || sheet.rows.length < sheet.totalRows) return false;
  return new TextEncoder().encode(JSON.stringify(request)).length <= ONE_SHOT_MAX_BYTES;
}
