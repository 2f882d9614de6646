import { expect, test } from '@jest/globals';
import { packPieces } from './pack-pieces.ts';

test('pieces fill a page of the proportion and do not overlap', () => {
  const pieces = [{ width: 400, height: 400 }, ...Array.from({ length: 16 }, () => ({ width: 100, height: 100 }))];
  const laid = packPieces(pieces, 2).map((place, index) => ({
    ...place,
    ...(pieces[index] ?? { width: 0, height: 0 }),
  }));
  expect(Math.max(...laid.map(({ x, width }) => x + width))).toBe(800);
  expect(Math.max(...laid.map(({ y, height }) => y + height))).toBe(400);
  for (const [index, one] of laid.entries())
    for (const other of laid.slice(index + 1)) {
      const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x;
      expect(isBeside || one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
    }
});
