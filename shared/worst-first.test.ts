import { expect, test } from '@jest/globals';
import { worstFirst } from './worst-first.ts';

test('errors stand before warnings before notes, of each the most frequent first', () => {
  const findings = [
    { severity: 'info', count: 9 },
    { severity: 'error', count: 1 },
    { severity: 'warning', count: 3 },
    { severity: 'error', count: 2 },
  ] as const;
  expect(worstFirst(findings).map(({ severity, count }) => `${severity} ${count}`)).toEqual([
    'error 2',
    'error 1',
    'warning 3',
    'info 9',
  ]);
});
