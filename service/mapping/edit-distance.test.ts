import { expect, test } from '@jest/globals';
import { editDistance } from './edit-distance.ts';

test.each([
  ['server', 'server', 0],
  ['sever', 'server', 1],
  ['servver', 'server', 1],
  ['serber', 'server', 1],
  ['sevrer', 'server', 1],
  ['prodcutoin', 'production', 2],
  ['international', 'internal', Infinity],
  ['abcde', 'vwxyz', Infinity],
])('%s is %s after so many slips: %d', (one, other, slips) => {
  expect(editDistance(one, other, 2)).toBe(slips);
  expect(editDistance(other, one, 2)).toBe(slips);
});
