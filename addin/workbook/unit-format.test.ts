import { describe, expect, test } from '@jest/globals';
import { unitOfFormat } from './unit-format.ts';

const shown = (format: string, value: number): string | undefined => unitOfFormat(format)?.(value);

describe('a number whose format shows letters around it', () => {
  test.each([
    ['0 "MB"', 32_768, '32768 MB'],
    ['#,##0.0 "GB"', 1.25, '1.25 GB'],
    ['0.0 "GB"', 1.234, '1.2340 GB'],
    ['"SN-"0', 5_012_345_678, 'SN-5012345678'],
    ['"AT-"0000', 42, 'AT-0042'],
    ['"AT-"0000', 123_456, 'AT-123456'],
    ['0.0 \\m', 12.5, '12.5 m'],
    ['General "Kerne"', 8, '8 Kerne'],
    ['0 "GB";-0 "GB"', -4, '-4 GB'],
    ['0 "GB"_);[Red]\\(0 "GB"\\);"-"', 4, '4 GB'],
    ['0%', 0.95, '95%'],
    ['0.00%', 0.0725, '7.25%'],
    ['0"%"', 95, '95%'],
    ['0 \\W', 450, '450 W'],
  ])('of %s is shown as text: %d is %s', (format, value, text) => {
    expect(shown(format, value)).toBe(text);
  });

  test.each([
    'General',
    '0.00',
    '#,##0',
    '000-00',
    '0.00E+00',
    '##0.0E+0',
    '# ?/?',
    '#,##0 "€"',
    '#,##0 "€/Monat"',
    '#,##0, "k€"',
    '#,##0, "k"',
    '0 "CHF pro Jahr"',
    '[>=1024]0 "GB";0 "MB"',
    '0 "up";0 "down"',
    '"yes"',
    '@',
    '0 "GB" 0',
  ])('but not of %s', (format) => {
    expect(unitOfFormat(format)).toBeNull();
  });
});
