import { expect, test } from '@jest/globals';
import { containing } from './text-pattern.ts';

test('what people search for means itself: operators of patterns find only themselves', () => {
  expect(containing('SERVERS (2)').test('servers (2).xlsx')).toBe(true);
  for (const operators of ['.*', '^s', '[a-z]', '(', 'a|b', '\\', '$', '{1}']) {
    expect(containing(operators).test('servers.xlsx')).toBe(false);
    expect(containing(operators).test(`x${operators}y`)).toBe(true);
  }
});
