import { expect, test } from '@jest/globals';
import { formatNumber } from './format.ts';

test('a number that is not zero never reads as zero', () => {
  expect([0.0004, -0.000123, 0.00949, 1e-9].map(formatNumber)).toEqual(['0.0004', '-0.00012', '0.0095', '0.000000001']);
  expect([0, 0.01, 0.5, 1234.5678].map(formatNumber)).toEqual(['0', '0.01', '0.5', '1,234.568']);
});
