import { expect, test } from '@jest/globals';
import { isKeyText } from './api-key-text.ts';

test.each(['cmdb_4f-2A_9', 'any~visible!sign'])('%s may be a key', (text) => expect(isKeyText(text)).toBe(true));

test.each([
  ['a dash', 'cmdb\u2013key'],
  ['a zero-width space', 'cmdb\u200bkey'],
  ['a space', 'cmdb key'],
  ['nothing', ''],
])('no key holds %s', (_what, text) => expect(isKeyText(text)).toBe(false));
