import { expect, test } from '@jest/globals';
import { reasonText } from './reason-text.ts';

test.each([
  ['the header is the name of the field', 'The header is the name of the field'],
  ['"ram" is another name of the field', '"ram" is another name of the field'],
  ['confirmed by Ann on 2026-11-26, used once', 'Confirmed by Ann on 2026\u201111\u201126, used once'],
  ['', ''],
])('the reason %j reads %j', (text, words) => {
  expect(reasonText(text)).toBe(words);
});
