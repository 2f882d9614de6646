import { describe, expect, test } from '@jest/globals';
import { cleanse } from './cleanse.ts';
import { orderShownBy } from './day-month-order.ts';

const date = (raw: string | number, options = {}) => cleanse('purchase_date', raw, options);

describe('dates', () => {
  test.each([
    ['2024-03-15', '2024-03-15'],
    ['2024-03-15T10:20:30Z', '2024-03-15'],
    ['2024/3/5', '2024-03-05'],
    ['20240315', '2024-03-15'],
    ['15.03.2024', '2024-03-15'],
    ['3/15/2024', '2024-03-15'],
    ['03/03/2024', '2024-03-03'],
    ['15 Mar 2024', '2024-03-15'],
    ['15-Mar-24', '2024-03-15'],
    ['March 15, 2024', '2024-03-15'],
    ['Friday, March 15, 2024', '2024-03-15'],
    ['15. März 2024', '2024-03-15'],
    ['15 décembre 2024', '2024-12-15'],
    ['15 de marzo de 2024', '2024-03-15'],
    ['1st of May 2024', '2024-05-01'],
    ['29 Feb 2024', '2024-02-29'],
    ['15. 3. 2024', '2024-03-15'],
    ['2024‑03‑15', '2024-03-15'],
    ['2024–03–15', '2024-03-15'],
    ['vendredi 15 mars 2024', '2024-03-15'],
    ['viernes, 15 de marzo de 2024', '2024-03-15'],
    ['Fri 15/03/2024', '2024-03-15'],
    ['Fr., 15.03.2024', '2024-03-15'],
    ['vr 15 mrt 2024', '2024-03-15'],
    ['15/03/24', '2024-03-15'],
    ['15.03.24', '2024-03-15'],
    ['99-12-31', '1999-12-31'],
    ['dic 15, 2024', '2024-12-15'],
    ['20240315102030.000000+060', '2024-03-15'],
    ['20240315000000.******+***', '2024-03-15'],
    ['20240315102030.0Z', '2024-03-15'],
    ['20240315102030Z', '2024-03-15'],
    ['20240315T102030Z', '2024-03-15'],
    ['20240315102030', '2024-03-15'],
    [45366, '2024-03-15'],
    ['45366', '2024-03-15'],
    [45366.75, '2024-03-15'],
    [1710460800, '2024-03-15'],
  ])('%p is %p', (raw, value) => expect(date(raw).value).toBe(value));

  test.each([
    ['03/04/2024', 'date-ambiguous'],
    ['03.04.2024', 'date-ambiguous'],
    ['24-03-25', 'date-ambiguous'],
    ['13-01-02', 'date-ambiguous'],
    ['30 Feb 2024', 'not-a-date'],
    ['2023-02-29', 'not-a-date'],
    ['13/13/2024', 'not-a-date'],
    ['March 2024', 'date-incomplete'],
    ['2024', 'date-incomplete'],
    ['03/2024', 'date-incomplete'],
    ['Q1 2024', 'date-incomplete'],
    ['soon', 'not-a-date'],
    ['2024-03-15 or later', 'not-a-date'],
    ['0000-00-00', 'placeholder'],
    ['1900-01-01', 'placeholder'],
    ['9999-12-31', 'placeholder'],
    ['1601-01-01T00:00:00', 'placeholder'],
    ['1753-01-01', 'placeholder'],
    ['1/0/1900', 'placeholder'],
    ['00.01.1900', 'placeholder'],
    ['0', 'placeholder'],
    [0, 'placeholder'],
    ['9223372036854775807', 'placeholder'],
    ['dd/mm/yyyy', 'placeholder'],
    ['TT.MM.JJJJ', 'placeholder'],
    ['__/__/____', 'placeholder'],
    ['2024-03-15 – 2025-03-15', 'not-a-date'],
    ['20241315102030', 'not-a-date'],
    ['never', 'not-a-date'],
    ['1066-10-14', 'date-implausible'],
  ])('%p says no day: %p', (raw, rule) => expect(date(raw)).toMatchObject({ value: null, rule }));

  test.each([
    ['2024-05', 'is a month, not a day.'],
    ['05/2024', 'is a month, not a day.'],
    ['May 2024', 'is a month, not a day.'],
    ['Mai 2024', 'is a month, not a day.'],
    ['Q2 2024', 'is a quarter, not a day.'],
    ['2024-Q2', 'is a quarter, not a day.'],
    ['2024', 'is a year, not a day.'],
    [2024, 'is a year, not a day.'],
    ['May-24', 'names no single day.'],
    ['13/2024', 'names no single day.'],
  ])('%p is not read, and the reason says what it is', (raw, says) =>
    expect(date(raw)).toMatchObject({
      value: null,
      rule: 'date-incomplete',
      reason: expect.stringMatching(new RegExp(`${says}$`)),
    }),
  );

  test('the order of day and month comes from the column only', () => {
    expect(date('03/04/2024', { dayMonthOrder: 'day-first' }).value).toBe('2024-04-03');
    expect(date('03/04/2024', { dayMonthOrder: 'month-first' }).value).toBe('2024-03-04');
    expect(date('25/04/2024', { dayMonthOrder: 'month-first' })).toMatchObject({
      value: '2024-04-25',
      rule: 'day-month-contradicts',
      reason: 'Only the day can be above 12, though the column writes the month first.',
    });
    const mixed = { dayMonthOrder: 'month-first', dayMonthOrderOf: { dots: 'day-first', hyphens: null } } as const;
    expect(date('03.04.2024', mixed).value).toBe('2024-04-03');
    expect(date('25.04.2024', mixed)).toMatchObject({ value: '2024-04-25', rule: 'date-text' });
    expect(date('03/04/2024', mixed).value).toBe('2024-03-04');
    expect(date('03-04-2024', mixed).rule).toBe('date-ambiguous');
    expect(date('24-03-25', { dayMonthOrder: 'day-first' }).value).toBe('2025-03-24');
    expect(date('24-03-25', { dayMonthOrder: 'month-first' }).value).toBeNull();
  });

  test('serial numbers follow the date system of the workbook', () => {
    expect(date(43904, { dateSystem: 1904 }).value).toBe('2024-03-15');
    expect(cleanse('last_seen', 45366.5, { dateSystem: 1900 })).toMatchObject({
      value: '2024-03-15T12:00:00',
      rule: 'excel-serial',
    });
  });

  test('cells with a date format are taken as Excel shows them', () =>
    expect(
      cleanse('purchase_date', { type: 'date', iso: '2024-03-15T00:00:00', serial: 45366, format: 'dd.mm.yyyy' }, {}),
    ).toMatchObject({ value: '2024-03-15', rule: 'excel-date' }));

  test.each([
    ['2024-03-15 10:20:30', '2024-03-15T10:20:30'],
    ['2024-03-15T10:20:30.5+0200', '2024-03-15T10:20:30.500+02:00'],
    ['15/03/2024 1:05 PM', '2024-03-15T13:05:00'],
    ['3/15/2024 12:00:00 AM', '2024-03-15'],
    ['15.03.2024, 10:20 Uhr', '2024-03-15T10:20:00'],
    ['2024-03-15 10:20 UTC', '2024-03-15T10:20:00Z'],
    ['2024-03-15 10:20 UTC+2', '2024-03-15T10:20:00+02:00'],
    ['2024-03-15 10:20 CET', '2024-03-15T10:20:00+01:00'],
    ['2024-03-15 10:20 MESZ', '2024-03-15T10:20:00+02:00'],
    ['2024-03-15 10:20:30 (EST)', '2024-03-15T10:20:30-05:00'],
    ['2024-03-15 10:20:30 +0100 (CET)', '2024-03-15T10:20:30+01:00'],
    ['2024-03-15 10:20 IST', '2024-03-15T10:20:00'],
    ['Fri Mar 15 10:20:30 CEST 2024', '2024-03-15T10:20:30+02:00'],
    ['Fri Mar 15 10:20:30 UTC 2024', '2024-03-15T10:20:30Z'],
    ['2024-03-15', '2024-03-15'],
    ['15/03/2024 à 14:30', '2024-03-15T14:30:00'],
    ['Mar 15, 2024 @ 10:00:00.250', '2024-03-15T10:00:00.250'],
    ['20240315102030.000000+060', '2024-03-15T10:20:30+01:00'],
    ['20240315102030.500000-300', '2024-03-15T10:20:30.500-05:00'],
    ['20240315102030.000000+***', '2024-03-15T10:20:30'],
    ['20240315102030.0Z', '2024-03-15T10:20:30Z'],
    ['20240315T102030Z', '2024-03-15T10:20:30Z'],
    ['20240315T102030+0100', '2024-03-15T10:20:30+01:00'],
  ])('last seen %p is %p', (raw, value) => expect(cleanse('last_seen', raw, {}).value).toBe(value));

  test.each(['2024-03-15 25:00', '2024-03-15 10:61', '2024-03-15 13:00 PM'])('%p has no such time', (raw) =>
    expect(cleanse('last_seen', raw, {})).toMatchObject({ value: null, rule: 'not-a-date' }),
  );
});

test('a word after a time that names no one time zone is said to be left out', () => {
  expect(cleanse('last_seen', '2024-03-15 10:20 IST', {}).reason).toBe(
    'A date. Without "ist", which is no one time zone.',
  );
});

test('a machine never seen has no date, and a warranty that never ends is none either', () => {
  expect(cleanse('last_seen', 'Never', {})).toMatchObject({ value: null, rule: 'placeholder' });
  expect(cleanse('warranty_expiration', 'Never', {})).toMatchObject({ value: null, rule: 'not-a-date' });
});

describe('the order of day and month that a cell shows', () => {
  test.each([
    ['25/02/2024', 'day-first'],
    ['02/25/2024', 'month-first'],
    ['24-03-25', null],
    ['24-03-99', 'day-first'],
    ['01/02/2024', null],
    ['2024-02-25', null],
    ['Sun 25/02/2024', 'day-first'],
    ['15 Mar 2024', null],
    [null, null],
    [45366, null],
  ])('of %p is %p', (cell, order) => expect(orderShownBy(cell)?.order ?? null).toBe(order));
});
