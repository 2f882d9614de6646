import { expect, test } from '@jest/globals';
import { nameLook } from './name-look.ts';

test.each([
  'ana\u2800keller',
  'Ana\u3164Keller',
  'ana\u00a0keller',
  'ana keller\ufe0f',
  'an\u034fa kell\u200der',
  'ＡＮＡ keller',
  ' ana  keller ',
])('what differs in nothing that is seen looks the same: %j', (name) => {
  expect(nameLook(name)).toBe('anakeller');
});

test('of blank signs nothing is seen; accents and other scripts are', () => {
  expect(nameLook('\u2800\u3164\u00a0\ufe0f\u{1d159}\u115f')).toBe('');
  expect(new Set(['ana', 'ána', 'аna'].map(nameLook)).size).toBe(3);
});
