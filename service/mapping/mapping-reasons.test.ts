import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/builders/suggested-mappings.ts';
import { otherThings } from './other-things.ts';

const reasonsOf = (header: string, cells: readonly Cell[] = []): string[] =>
  (suggest([[header, cells]])[0]?.reasons ?? []).map(({ text }) => text);

describe('why a column has no field', () => {
  test.each([
    ['Number of servers', 'columns called "number servers" are mostly about details of software or of the instance'],
    ['Live migration', 'columns called "live migration" are mostly about settings of the machine or of a platform'],
    ['PO No', 'columns called "po number" are mostly about orders, contracts, files or links'],
  ])('of %s is a sentence that fits', (header, said) => {
    expect(reasonsOf(header)).toContain(`${said}, which no target field holds`);
  });

  test('names what a column is about so that it ends a sentence, each once', () => {
    const things = Object.keys(otherThings);
    expect(new Set(things).size).toBe(73);
    for (const thing of things) {
      expect(thing).toMatch(/^[a-z][a-z ,]+$/);
      expect(thing).not.toMatch(/^(?:an?|of) |\bit\b/);
    }
  });

  test('leaves open what a field beside it has for a name as well', () => {
    const [first, ...rest] = reasonsOf('Chassis Type', ['x', 'y']);
    expect(rest.join()).toContain('"chassis type" is another name of the field');
    expect(first).toContain('may also be about');
  });

  test('does not name a thing for a word that says little', () => {
    expect(reasonsOf('Full Name').join()).not.toContain('time to full');
  });

  test('does not say that no field has such a name of a header that is spelt like one', () => {
    const reasons = reasonsOf('Locatiion Cty');
    expect(reasons.join()).not.toContain('has a name like it');
  });
});

describe('why a column has a field', () => {
  test.each([
    ['Zuständig', '"verantwortlicher", which means the same, is another name of the field'],
    ['Contract End', '"vertragsende", which means the same, is another name of the field'],
    ['Mgmt IP', '"management ip" is another name of the field'],
    ['vCPUs', '"vcpu" is another name of the field'],
  ])('of %s names what the header is called in other words as such', (header, said) => {
    expect(reasonsOf(header)).toContain(said);
  });
});
