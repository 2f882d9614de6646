import { expect, test } from '@jest/globals';
import { lookOf } from './picture-style.ts';
import { wordsShown } from './words-shown.ts';

test('a legend lists what is in the picture in its own order, and what a later service adds after it', () => {
  const known = ['runs_on', 'part_of', 'backup_of'];
  const present = ['replicates', 'backup_of', null, 'runs_on', 'runs_on', 'replicates'];
  expect(wordsShown(known, present)).toEqual(['runs_on', 'backup_of', 'replicates']);
});

test('a relation that a later service adds is drawn as a plain line', () => {
  expect(lookOf('runs_on').line).toBe('solid');
  expect(lookOf('replicates')).toEqual({ color: '--colorNeutralForeground2', line: 'solid' });
});
