import { expect, test } from '@jest/globals';
import { debtKinds } from './statuses.ts';
import { findingWords } from './finding-words.ts';

test('the codes of findings are shown in words, kinds of debt too', () => {
  expect(['date_ambiguous', 'ip_partly', 'fqdn_without_domain'].map(findingWords)).toEqual([
    'Day or month first?',
    'IP address read in part',
    'Host name without a domain',
  ]);
  const debts = debtKinds.map(findingWords);
  expect(new Set(debts).size).toBe(debtKinds.length);
  for (const words of debts) expect(words).toMatch(/^[A-Z][^_]+$/);
});

test('a code nobody here knows is shown as it is written, whatever it is called', () => {
  expect(['from_tomorrow', 'constructor', ''].map(findingWords)).toEqual(['From tomorrow', 'Constructor', '']);
});
