import { expect, test } from '@jest/globals';
import { countOf, formatAgo, formatDuration } from '#shared/format.ts';
import { formatPercent, formatWord, shownStatus, waitsFor } from './format.ts';

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [9_949, '9.9 s'],
  [9_950, '10 s'],
  [59_600, '1 min 0 s'],
  [3_599_600, '1 h 0 min'],
  [86_399_000, '1 d 0 h'],
  [-5, '0 ms'],
])('writes %d ms as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [0, 'now'],
  [59_000, '59 s ago'],
  [60_000, '1 min ago'],
  [86_399_000, '23 h ago'],
  [6 * 86_400_000, '6 d ago'],
  [-30_000, 'now'],
])('calls what was %d ms before %s', (ms, text) => {
  const now = Date.UTC(2026, 5, 15, 12);
  expect(formatAgo(new Date(now - ms).toISOString(), now)).toBe(text);
});

test('says 0 and 100 percent only when it is true', () => {
  expect([0, 0.001, 99.999, 100].map(formatPercent)).toEqual(['0\u00a0%', '1\u00a0%', '99\u00a0%', '100\u00a0%']);
});

test('writes words and counts as people do', () => {
  expect([formatWord('data_validation'), formatWord('field-mapping')]).toEqual(['Data validation', 'Field mapping']);
  expect([formatWord('ip_address'), formatWord('virtual-machine')]).toEqual(['IP address', 'Virtual machine']);
  expect([countOf(1, 'row'), countOf(3503, 'row'), countOf(0, 'job')]).toEqual(['1 row', '3,503 rows', '0 jobs']);
});

test('a flow whose import was withdrawn is called so', () => {
  expect([shownStatus('cancelled'), shownStatus('completed')]).toEqual(['withdrawn', 'completed']);
});

test('the two things a flow waits for have words of their own', () => {
  const waiting = (current_phase: 'asset_inventory' | 'waiting_for_approval') =>
    waitsFor({ status: 'waiting_for_approval', current_phase });
  expect([waiting('waiting_for_approval'), waiting('asset_inventory')]).toEqual([
    'Mappings to approve',
    'Inventory to apply',
  ]);
  expect(waitsFor({ status: 'running', current_phase: 'asset_inventory' })).toBeUndefined();
});
