import { ONE_SHOT_MAX_BYTES, ONE_SHOT_MAX_ROWS } from '#shared/limits.ts';
import { cellText } from '#shared/schemas/cell.schema.ts';
import type { StoreImportRequest } from '#shared/schemas/import.schema.ts';
import type { ImportCategory } from '#shared/statuses.ts';
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
  const { facts, source, headerIndex } = sheet;
  const rows =
    withheld.size === 0
      ? sheet.rows
      : sheet.rows.map((row) => row.map((cell, index) => (withheld.has(index) ? null : cell)));
  return {
    sheet: { columns: sheet.headers.map(cellText), rows },
    metadata: {
      filename: facts.filename,
      size: facts.size,
      type: facts.type,
      sheet_name: source.sheetName,
      range: source.range,
      header_row: source.firstRow + headerIndex,
      date_system: facts.dateSystem,
    },
    upload_context: { intended_type: category, upload_timestamp: new Date().toISOString() },
  };
}

/** Why the sheet cannot be sent in one request; null when it can. Measured on the very bytes that would be sent. */
export function tooLargeToSend(request: StoreImportRequest): string | null {
  const rows = request.sheet?.rows.length ?? 0;
  if (rows > ONE_SHOT_MAX_ROWS)
    return `The sheet has ${rows.toLocaleString('en-US')} rows; ${ONE_SHOT_MAX_ROWS.toLocaleString('en-US')} is the most for one import. Choose fewer rows and import in parts.`;
  const bytes = new TextEncoder().encode(JSON.stringify(request)).length;
  if (bytes <= ONE_SHOT_MAX_BYTES) return null;
  const megabytes = (size: number): string => (size / 1024 / 1024).toFixed(1);
  return `The sheet is ${megabytes(bytes)} MB as it is sent; ${megabytes(ONE_SHOT_MAX_BYTES)} MB is the most for one import. Choose fewer rows or columns and import in parts.`;
}
