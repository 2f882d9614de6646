import { expect, test } from '@jest/globals';
import { ifMatchRevision, isNamedIn, newestRevisionIn, revisionTag } from './revision-tag.ts';

test.each([
  ['"5"', true],
  ['W/"5"', true],
  ['"x", "5"', true],
  ['"4",W/"5" , "6"', true],
  ['*', true],
  ['"4"', false],
  ['"05"', false],
  ['5', false],
  ['"x5"', false],
  ['x"5"', false],
  ['', false],
  [undefined, false],
])('If-None-Match: %s names the revision 5: %p', (header, isNamed) => {
  expect(isNamedIn(header, revisionTag(5))).toBe(isNamed);
});

test('of several revisions a caller has, the newest is waited on; who has any waits for none', () => {
  expect(['"5"', 'W/"5"', '"4", "x", "5"', '*', '"x"', undefined].map(newestRevisionIn)).toEqual([5, 5, 5, -1, -1, -1]);
});

test('If-Match has to be the one revision that was read', () => {
  expect([ifMatchRevision('"3"'), ifMatchRevision('3'), ifMatchRevision(undefined)]).toEqual([3, 3, undefined]);
  for (const header of ['*', 'W/"3"', '"3", "4"', 'x'])
    expect(() => ifMatchRevision(header)).toThrow('for example "3"');
});
