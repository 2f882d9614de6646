import { expect, test } from '@jest/globals';
import { whyText } from './why-text.ts';

test('reasons follow one another as sentences', () => {
  const reasons = [{ text: 'header means memory' }, { text: 'Was confirmed before.' }, { text: '' }];
  expect(whyText(reasons)).toBe('Header means memory. Was confirmed before.');
});
