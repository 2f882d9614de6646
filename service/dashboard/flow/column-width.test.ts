import { expect, test } from '@jest/globals';
import { columnWidth } from './column-width.ts';

test('a column is as wide as its longest text, but neither a slit nor the whole page', () => {
  expect(columnWidth(['OS', 'Microsoft Windows Server 2019 (64-bit)'])).toBe(282);
  expect([columnWidth([]), columnWidth(['4'])]).toEqual([96, 96]);
  expect(columnWidth(['x'.repeat(10_000)])).toBe(336);
});
