import { expect, test } from '@jest/globals';
import { supportEndDays } from './support-end.ts';

const today = new Date(2026, 10, 28, 23, 30);

test('when support ends is asked for by days, counted from today', () => {
  expect(supportEndDays('ended', today)).toEqual({ support_ends_by: '2026-11-27' });
  expect(supportEndDays('12m', today)).toEqual({ support_ends_from: '2026-11-28', support_ends_by: '2027-11-28' });
  expect(supportEndDays('2028-02-29', today)).toEqual({ support_ends_by: '2028-02-29' });
});

test('what says no day narrows nothing', () => {
  for (const ends of [null, 'by', 'soon', '2027-02-30']) expect(supportEndDays(ends, today)).toEqual({});
});
