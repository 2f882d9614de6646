import { expect, test } from '@jest/globals';
import { writeHash } from './key-kinds.ts';

test.each([
  ['|n|srv01', [2_085_484_212, 2_367_318_888]],
  ['database|t|Grüße 1', [3_806_695_635, 2_146_757_288]],
])('the hash of %s is the one that stored signatures were made of', (text, expected) => {
  const words = new Uint32Array(2);
  writeHash(text, words, 0);
  expect([...words]).toEqual(expected);
});
