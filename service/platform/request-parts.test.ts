import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { ProblemItem } from '#shared/api-error.ts';
import { parseJson, parsePart } from './request-parts.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  role: z.enum(['viewer', 'admin']),
  limit: z.coerce.number().int().min(1).max(10).default(5),
  share: z.number().gt(0).optional(),
  rows: z.array(z.string()).min(1),
});

function problemsOf(value: Record<string, unknown>): string[] {
  const problems: ProblemItem[] = [];
  parsePart(schema, { name: 'a', role: 'admin', rows: ['x'], ...value }, { part: 'body', problems });
  return problems.map(({ field, message }) => `${field}: ${message}`);
}

describe('what is wrong with a part of a request', () => {
  test.each([
    [{ name: undefined }, 'body.name: This is missing. Give a text.'],
    [{ name: 7 }, 'body.name: Give a text.'],
    [{ name: '' }, 'body.name: Give at least 1 character.'],
    [{ name: 'abcdef' }, 'body.name: Give at most 5 characters.'],
    [{ role: 'boss' }, 'body.role: Give one of "viewer", "admin".'],
    [{ role: undefined }, 'body.role: This is missing. Give one of "viewer", "admin".'],
    [{ limit: 'many' }, 'body.limit: Give a number.'],
    [{ limit: '1.5' }, 'body.limit: Give a whole number.'],
    [{ limit: '0' }, 'body.limit: Give at least 1.'],
    [{ share: 0 }, 'body.share: Give more than 0.'],
    [{ rows: [] }, 'body.rows: Give at least 1 item.'],
    [{ rows: 'x' }, 'body.rows: Give a list.'],
    [{ rows: [null] }, 'body.rows.0: Give a text.'],
    [{ nmae: 'a' }, 'body: Nothing is called "nmae" here. Correct the name, or leave it out.'],
  ])('%j is said with what to do: %s', (value, said) => {
    expect(problemsOf(value)).toEqual([said]);
  });
});

test('a body that is no JSON is refused with the place, and is not quoted', () => {
  expect(() => parseJson(Buffer.from('{"secret": 1,}'))).toThrow('The body is not valid JSON from character 14 on.');
  expect(() => parseJson(Buffer.from('{"secret"'))).toThrow(/^The body is not valid JSON( from character \d+ on)?\.$/);
});
