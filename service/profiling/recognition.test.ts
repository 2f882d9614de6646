import { expect, test } from '@jest/globals';
import { READ_MAX_CHARACTERS } from '#shared/limits.ts';
import { recognise } from './recognition.ts';

test('a text that is longer than what is looked into is told of by its beginning', () => {
  const beyond = 'x'.repeat(READ_MAX_CHARACTERS);
  expect(recognise(`a;b${beyond}`).separators).toEqual([';']);
  expect(recognise(`${beyond};a;b`).separators).toEqual([]);
  expect(recognise(`${beyond}\u0007`).oddities).toEqual([]);
  expect(recognise(`\u0007${beyond} `).oddities).toEqual(['surrounding_spaces', 'unseen_characters']);
});
