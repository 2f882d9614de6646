import { expect, test } from '@jest/globals';
import { ownDirection } from './own-direction.ts';

test.each([
  ['srv-1', 'srv-1'],
  ['שרת-1', 'שרת-1'],
  ['a\u202eb', '\u2068a\u202eb\u2069'],
  ['a\u2067b', '\u2068a\u2067b\u2069\u2069'],
  ['a\u2069\u202eb', '\u2068a\u202eb\u2069'],
  ['a\u2066b\u2069c\u2069d', '\u2068a\u2066b\u2069cd\u2069'],
])('%j stands among other words as %j', (text, shown) => {
  expect(ownDirection(text)).toBe(shown);
});
