import { describe, expect, test } from '@jest/globals';
import { dateCell, isDateFormat, isoMsToSerial, serialToIso } from './excel-dates.ts';

describe('Excel serial numbers', () => {
  test.each([
    [1, '1900', '1900-01-01T00:00:00'],
    [59, '1900', '1900-02-28T00:00:00'],
    [61, '1900', '1900-03-01T00:00:00'],
    [43_831, '1900', '2020-01-01T00:00:00'],
    [45_366.75, '1900', '2024-03-15T18:00:00'],
    [2_958_465, '1900', '9999-12-31T00:00:00'],
    [0, '1904', '1904-01-01T00:00:00'],
    [42_369, '1904', '2020-01-01T00:00:00'],
    [2_957_003, '1904', '9999-12-31T00:00:00'],
  ] as const)('%d in the %s system is %s', (serial, system, iso) => {
    expect(serialToIso(serial, system)).toBe(iso);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 3_000_000])('%d is no date', (serial) => {
    expect(serialToIso(serial, '1900')).toBeNull();
    expect(dateCell(serial, 'dd/mm/yyyy', '1900')).toBeNull();
  });

  test.each([
    [2_958_466, '1900'],
    [2_958_465.999999999, '1900'],
    [2_957_004, '1904'],
  ] as const)('%d in the %s system is beyond the last day Excel shows', (serial, system) => {
    expect(serialToIso(serial, system)).toBeNull();
  });

  test.each(['1900', '1904'] as const)('come back unchanged from the date they mean in the %s system', (system) => {
    for (const serial of [1, 2, 31, 59, 61, 25_569, 43_831.5, 60_000.25]) {
      const iso = serialToIso(serial, system) ?? '';
      expect(isoMsToSerial(Date.parse(`${iso}Z`), system)).toBeCloseTo(serial, 9);
    }
  });
});

describe('number formats', () => {
  test.each([
    'dd/mm/yyyy',
    'm/d/yy h:mm',
    'yyyy-mm-dd\\Thh:mm',
    '[$-409]mmm yy',
    '[h]:mm:ss',
    'hh:mm:ss',
    'd. mmmm yyyy;@',
  ])('%s shows a date', (format) => {
    expect(isDateFormat(format)).toBe(true);
  });

  test.each([
    'General',
    '',
    '0.00',
    '#,##0 "days"',
    '0%',
    '0.00E+00',
    '@',
    '[Red]0.0',
    '#,##0.00 [$€-407]',
    '"yes";"yes";"no"',
  ])('%s shows no date', (format) => {
    expect(isDateFormat(format)).toBe(false);
  });

  test('longer than Excel has them show none, at once', () => {
    const began = performance.now();
    expect(isDateFormat(`yyyy${'['.repeat(300_000)}`)).toBe(false);
    // Milliseconds, where work that grows with the square of the length would take minutes.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
