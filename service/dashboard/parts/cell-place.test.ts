import { expect, test } from '@jest/globals';
import { cellPlaceText } from './cell-place.ts';

const cell = { address: null, row_number: 7, source_field: 'IP Address', column_index: 2 };

test.each([
  [{ ...cell, address: 'Servers!C8' }, 'Servers!C8'],
  [cell, 'record 7, column IP Address'],
  [{ ...cell, source_field: null }, 'record 7, column 3'],
])('names a cell by its address, else by its row and column', (place, text) => {
  expect(cellPlaceText(place)).toBe(text);
});
