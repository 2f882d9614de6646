import { describe, expect, test } from '@jest/globals';
import { eachWord, learnAffinity, places } from './word-affinity.ts';

const names = [
  { target: 'memory', isField: true, words: ['memory', 'size'] },
  { target: 'memory', isField: true, words: ['total', 'memory'] },
  { target: 'disk', isField: true, words: ['disk', 'size'] },
  { target: 'a reason', isField: false, words: ['failure', 'reason'] },
];

describe('what all names say of a header', () => {
  test('points at the target whose names share its words, also in a mixture no name has', () => {
    const affinity = learnAffinity(names, eachWord)(['total', 'memory', 'size']);
    expect(affinity.shareOf('memory')).toBeGreaterThan(0.9);
    expect(affinity.other).toBeLessThan(0.1);
  });

  test('gives a thing no field holds its share', () => {
    expect(learnAffinity(names, eachWord)(['stop', 'reason']).other).toBeGreaterThan(0.5);
  });

  test('tells what a header is about from what qualifies it by their places', () => {
    const affinity = learnAffinity(names, places);
    expect(affinity(['memory', 'reason']).other).toBeGreaterThan(affinity(['reason', 'memory']).other);
  });

  test('says nothing of words nobody knows, and is calm with very many', () => {
    const affinity = learnAffinity(names, eachWord);
    expect(affinity(['qwrtz']).other).toBe(0);
    expect(affinity(Array.from({ length: 10_000 }, () => 'memory')).shareOf('memory')).toBeGreaterThan(0.5);
    expect(affinity(['__proto__', 'constructor']).shareOf('__proto__')).toBe(0);
  });
});
