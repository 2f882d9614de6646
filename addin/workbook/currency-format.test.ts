import { describe, expect, test } from '@jest/globals';
import { currencyOfFormat } from './currency-format.ts';

describe('the currency of a number format', () => {
  test.each([
    ['[$€-407] #,##0.00', '€'],
    ['#,##0.00 [$€-407];[Red]-#,##0.00 [$€-407]', '€'],
    ['#,##0 "€"', '€'],
    ['#,##0\\ €', '€'],
    ['$#,##0', '$'],
    ['"$"#,##0_);[Red]\\("$"#,##0\\)', '$'],
    ['_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)', '$'],
    ['_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-', '€'],
    ['_-* #,##0.00 £_-', '£'],
    ['[$£-809]#,##0.00;-[$£-809]#,##0.00;"-"??', '£'],
    ['[$CHF] #,##0', 'CHF'],
    ['[$CHF-807] #,##0.00', 'CHF'],
    ['#,##0.00 "EUR"', 'EUR'],
    ['# ##0 "kr"', 'kr'],
    ['General "€"', '€'],
    ['[$R$-416] #,##0.00', 'R$'],
  ])('of %s is %s', (format, currency) => {
    expect(currencyOfFormat(format)).toBe(currency);
  });

  test.each([
    ['[$$-409]#,##0.00', 'USD'],
    ['[$$-en-US]#,##0.00', 'USD'],
    ['[$$-1009]#,##0.00', 'CAD'],
    ['#,##0 [$kr-41D]', 'SEK'],
    ['[$¥-411]#,##0', 'JPY'],
    ['[$¥-804]#,##0', 'CNY'],
    ['[$$-407]#,##0', '$'],
    ['[$€-409]#,##0', '€'],
  ])('of %s, which names a country, is %s', (format, currency) => {
    expect(currencyOfFormat(format)).toBe(currency);
  });

  test.each([
    'General',
    '',
    '0',
    '#,##0.00',
    '0%',
    '@',
    'dd/mm/yyyy',
    '[$-407]d. mmmm yyyy',
    '[$-F400]h:mm:ss',
    '0 "GB"',
    '0 "all"',
    '[$km] 0',
    '#,##0 "€/Monat"',
    '#,##0, "k€"',
    '#,##0, "€"',
    '#,##0 "€";-#,##0 "$"',
    '#,##0 "€";#,##0',
    '"€"',
    '0 "constructor"',
    '0 "unended',
  ])('is none of %s', (format) => {
    expect(currencyOfFormat(format)).toBeNull();
  });
});
