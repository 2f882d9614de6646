import { describe, expect, test } from '@jest/globals';
import { targetFields } from '#shared/target-fields.ts';
import { fieldAliases } from './field-aliases.ts';
import { headerWords } from './header-words.ts';

const aliases = Object.entries(fieldAliases).flatMap(([field, list]) =>
  [field.replaceAll('_', ' '), ...list.split(',')].map((written) => ({ field, text: written.trim() })),
);

/** As the engine compares them: the same words in any order are the same alias. */
const fingerprint = (text: string): string => [...new Set(headerWords(text).words)].sort().join(' ');

describe('the aliases', () => {
  test('are of every target field and of nothing else', () => {
    expect(Object.keys(fieldAliases).sort()).toEqual(targetFields.map((field) => field.name).sort());
  });

  test('keep at least one word when units and fillers are cut off', () => {
    expect(aliases.filter(({ text }) => fingerprint(text.replace('~', '')) === '')).toEqual([]);
  });

  test('stand once in the list of their field', () => {
    for (const [field, list] of Object.entries(fieldAliases)) {
      const written = list.split(',').map((alias) => alias.trim());
      expect([field, written.filter((alias, at) => written.indexOf(alias) !== at)]).toEqual([field, []]);
    }
  });

  test('never mean two fields, unless marked as weak', () => {
    const fields = new Map<string, Set<string>>();
    for (const { field, text } of aliases.filter((alias) => !alias.text.startsWith('~')))
      fields.set(fingerprint(text), (fields.get(fingerprint(text)) ?? new Set()).add(field));
    expect([...fields].filter(([, named]) => named.size > 1)).toEqual([]);
  });
});
