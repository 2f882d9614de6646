import { expect, test } from '@jest/globals';
import { unknownWords } from './unknown-words.ts';

const tenants = [
  { clientAccountId: 'contoso', engagementId: 'wave-1' },
  { clientAccountId: 'contoso', engagementId: 'wave-2' },
];

test('an unknown client or engagement is named; with known ones, or none, there is nothing to say', () => {
  const titleOf = (client: string | null, engagement: string | null) =>
    unknownWords(tenants, { client, engagement })?.title;
  expect(titleOf('nope', 'wave-1')).toBe('There is no client nope');
  expect(titleOf('contoso', 'wave-9')).toBe('contoso has no engagement wave-9');
  expect(titleOf('contoso', null)).toBeUndefined();
  expect(titleOf(null, null)).toBeUndefined();
});
