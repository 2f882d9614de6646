import { UPLOAD_MAX_CHUNKS } from '#shared/limits.ts';
import type { RowSpan } from '#shared/row-range.ts';

/**
 * Chunks begin at block borders and are numbered by their first block: a number never depends on how much was sent in
 * one go, so an upload can be resumed with chunks of another size. Rows a block, at least 1.
 */
export function blockRows(totalRows: number): number {
  return Math.ceil(totalRows / UPLOAD_MAX_CHUNKS);
}

/** The number of the chunk that begins with this row (from 1), which must begin a block. */
export function chunkNumber(firstRow: number, rowsOfBlock: number): number {
  return (firstRow - 1) / rowsOfBlock;
}

/** How many whole blocks of rows fit into a chunk, judged by rows already measured; at least one block. */
export function rowsThatFit(measured: { rows: number; bytes: number }, maxBytes: number, rowsOfBlock: number): number {
  const rowBytes = Math.max(1, measured.bytes / Math.max(1, measured.rows));
  const blocks = Math.floor(maxBytes / rowBytes / rowsOfBlock);
  return Math.max(1, blocks) * rowsOfBlock;
}

/** A range in pieces of at most `rows`, in order. */
export function* piecesOf(range: RowSpan, rows: number): Generator<RowSpan> {
  for (let at = 0; at < range.rows; at += rows)
    yield { firstRow: range.firstRow + at, rows: Math.min(rows, range.rows - at) };
}
