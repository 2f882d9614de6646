import { expect, test } from '@jest/globals';
import { keyFields } from './key-fields.ts';
import { targetFields } from './target-fields.ts';

test('every field that identifies is one of the catalogue', () => {
  const names = targetFields.map(({ name }) => name);
  expect([...keyFields].filter((field) => !names.includes(field))).toEqual([]);
});
