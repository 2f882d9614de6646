import type { RowSpan } from '#shared/row-range.ts';
import type { UploadChunkDocument } from '../../models/upload-session.model.ts';

/**
 * Which of the rows 1 to `totalRows` have arrived. Only stored chunks count: the rows of a claimed one may be there, or
 * half of them. Chunks share no row; that is seen to when they are claimed.
 */
export function arrivedRows(
  chunks: readonly UploadChunkDocument[],
  totalRows: number,
): { received: number; missing: RowSpan[] } {
  const stored = chunks.filter((chunk) => chunk.state === 'stored').sort((a, b) => a.first_row - b.first_row);
  const missing: RowSpan[] = [];
  let received = 0;
  let next = 1;
  for (const chunk of stored) {
    if (chunk.first_row > next) missing.push({ firstRow: next, rows: chunk.first_row - next });
    received += chunk.last_row - chunk.first_row + 1;
    next = chunk.last_row + 1;
  }
  if (next <= totalRows) missing.push({ firstRow: next, rows: totalRows - next + 1 });
  return { received, missing };
}
