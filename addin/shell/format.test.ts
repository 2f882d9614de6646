import { expect, test } from '@jest/globals';
import { countOf, formatDuration } from '#shared/format.ts';
import { confidence, percent } from './format.ts';

test.each([
  [countOf(1, 'row'), '1 row'],
  [countOf(3_503, 'row'), '3,503 rows'],
  [percent(0.004), '<\u00a01\u00a0%'],
  [percent(0.996), '>\u00a099\u00a0%'],
  [percent(1), '100\u00a0%'],
  [percent(0), '0\u00a0%'],
  [formatDuration(840), '840 ms'],
  [formatDuration(12_300), '12 s'],
  [formatDuration(200_000), '3 min 20 s'],
  [confidence(0.95), { word: 'High', figure: '.95' }],
  [confidence(0.61), { word: 'Medium', figure: '.61' }],
  [confidence(1), { word: 'High', figure: '1.00' }],
])('%j is written as people read it', (written, expected) => {
  expect(written).toEqual(expected);
});
