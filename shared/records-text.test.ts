import { expect, test } from '@jest/globals';
import { heldText, recordsText, recordText } from './records-text.ts';

test('records are called by their rows in Excel where the header row is known', () => {
  expect(recordText(1_052, 3)).toBe('row 1,055');
  expect(recordsText([52], { headerRow: 3 })).toBe('row 55');
  expect(recordsText([52, 252], { headerRow: 3 })).toBe('rows 55, 255');
  expect(heldText({ row_numbers: [1, 2, 3, 4, 5], row_count: 9, header_row: 1 })).toBe('rows 2, 3, 4, 5 and 5 more');
});

test('elsewhere they are called by the numbers that the import gave them', () => {
  expect(recordText(52, null)).toBe('record 52');
  expect(recordsText([52, 252], { headerRow: null })).toBe('records 52, 252');
});
