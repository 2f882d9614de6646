import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UPLOAD_MAX_CHUNKS, UPLOAD_MAX_ROWS } from '#shared/limits.ts';
import { blockRows, chunkNumber, piecesOf, rowsThatFit } from './row-blocks.ts';

describe('the chunks of an upload', () => {
  test('whatever their size, are numbered by their first block, below the limit, and never twice the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: UPLOAD_MAX_ROWS }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        (total, rowBytes, maxBytes) => {
          const block = blockRows(total);
          const fit = rowsThatFit({ rows: 10, bytes: 10 * rowBytes }, maxBytes, block);
          const pieces = [...piecesOf({ firstRow: 1, rows: Math.min(total, fit * 50) }, fit)];
          const numbers = pieces.map(({ firstRow }) => chunkNumber(firstRow, block));
          expect(numbers.every((n) => Number.isInteger(n) && n >= 0 && n < UPLOAD_MAX_CHUNKS)).toBe(true);
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(pieces.reduce((sum, { rows }) => sum + rows, 0)).toBe(Math.min(total, fit * 50));
        },
      ),
    );
  });

  test('of very wide rows hold one block, which is one row of a short sheet', () => {
    expect(blockRows(1_000)).toBe(1);
    expect(rowsThatFit({ rows: 1, bytes: 5_000_000 }, 1_000_000, 1)).toBe(1);
    expect(blockRows(UPLOAD_MAX_ROWS)).toBe(105);
  });
});
