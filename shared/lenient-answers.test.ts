import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { endpoints } from './endpoints.ts';
import { lenient } from './lenient-answers.ts';

const answers = Object.values(endpoints).flatMap(({ method, path, response }): [string, z.ZodType][] =>
  response instanceof z.ZodUndefined ? [] : [[`${method} ${path}`, response]],
);

test.each(answers)('no field or word that a later service adds is refused in the answer of %s', (_name, response) => {
  const form = JSON.stringify(z.toJSONSchema(lenient(response), { io: 'input', unrepresentable: 'any' }));
  expect(form).not.toContain('"additionalProperties":false');
  expect(form).not.toContain('"enum"');
  expect(form).not.toContain('"propertyNames":{"type":"string","enum"');
});

const schema = z.strictObject({
  status: z.enum(['running', 'failed']).nullable(),
  counts: z.partialRecord(z.enum(['good', 'bad']), z.int()),
  items: z.array(z.strictObject({ code: z.enum(['one']).optional(), at: z.iso.datetime() })).max(2),
  cell: z.union([z.string(), z.strictObject({ type: z.literal('date'), iso: z.string() })]),
});
const answer = {
  status: 'running',
  counts: { good: 1 },
  items: [{ code: 'one', at: '2026-11-28T10:00:00Z' }],
  cell: { type: 'date', iso: '2026-11-28' },
};

test('drops fields it does not know and keeps words it does not know', () => {
  const later = {
    ...answer,
    status: 'resting',
    counts: { good: 1, ugly: 2 },
    items: [{ ...answer.items[0], code: 'two', weight: 3 }],
    cell: { ...answer.cell, calendar: 'ISO' },
    more: true,
  };
  expect(lenient(schema).parse(later)).toEqual({
    ...answer,
    status: 'resting',
    counts: { good: 1, ugly: 2 },
    items: [{ ...answer.items[0], code: 'two' }],
  });
});

test('still refuses what is no answer of the service', () => {
  const isRead = (wrong: object): boolean => lenient(schema).safeParse({ ...answer, ...wrong }).success;
  expect(isRead({})).toBe(true);
  expect(isRead({ status: undefined })).toBe(false);
  expect(isRead({ status: 3 })).toBe(false);
  expect(isRead({ counts: { good: 'many' } })).toBe(false);
  expect(isRead({ items: [{ at: 'yesterday' }] })).toBe(false);
  expect(isRead({ items: [answer.items[0], answer.items[0], answer.items[0]] })).toBe(false);
  expect(isRead({ cell: { type: 'time' } })).toBe(false);
});

test('leaves the schema itself strict: the service is tested with it', () => {
  lenient(schema);
  expect(schema.safeParse({ ...answer, more: true }).success).toBe(false);
});
