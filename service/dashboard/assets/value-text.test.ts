import { expect, test } from '@jest/globals';
import { valueText } from './value-text.ts';

test('a cleansed value reads as people write it: lists with commas, objects by their parts, nothing for null', () => {
  expect(valueText(64)).toBe('64');
  expect(valueText(true)).toBe('Yes');
  expect(valueText(['10.0.0.1', '10.0.0.2'])).toBe('10.0.0.1, 10.0.0.2');
  expect(valueText({ product: 'Windows Server', version: '2019', edition: null })).toBe(
    'product: Windows Server · version: 2019',
  );
});
