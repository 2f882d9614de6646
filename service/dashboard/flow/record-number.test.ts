import { expect, test } from '@jest/globals';
import { recordNumberOf } from './record-number.ts';

test('a record is found by its number, with and without marks between thousands', () => {
  const texts = ['7', ' 59999 ', '59,999', '59.999', '59\u202f999', '1,234,567'];
  expect(texts.map(recordNumberOf)).toEqual([7, 59_999, 59_999, 59_999, 59_999, 1_234_567]);
});

test('anything else is no number of a record', () => {
  const texts = ['', 'abc', '0', '-3', '1.5', '5,99', '1,234.567', '1e3', '9'.repeat(20)];
  expect(texts.map(recordNumberOf)).toEqual(texts.map(() => null));
});
