import { expect, test } from '@jest/globals';
import { noteWords } from './note-words.ts';

test('a note says what people can use, without what only the keepers of the data need', () => {
  expect(noteWords('active=Oracle Premier; security=Oracle Extended')).toBe(
    'general support: Oracle Premier; security updates: Oracle Extended',
  );
  expect(noteWords('product level; extended=ESU year 3')).toBe('extended support: ESU year 3');
  expect(noteWords('engine 10.00; service pack level')).toBe('');
  expect(noteWords('technical guidance (no patches) until 2023-11-15')).toBe(
    'technical guidance (no patches) until 2023-11-15',
  );
  expect(noteWords(null)).toBe('');
});
