import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** Kinds of values as people name them. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  undefined: 'nothing',
};

/**
 * The fault of a value and its remedy, in words for the sender of a request or the writer of a setting; messages of
 * schemas are not overruled. Nothing is quoted but names the caller chose.
 */
export function issueWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `${absent(issue.input)}Give ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `${absent(issue.input)}Give one of ${quoted(issue.values)}.`;
    case 'too_small':
      return `Give ${issue.inclusive === false ? 'more than' : 'at least'} ${amount(issue.minimum, issue.origin)}.`;
    case 'too_big':
      return `Give ${issue.inclusive === false ? 'less than' : 'at most'} ${amount(issue.maximum, issue.origin)}.`;
    case 'unrecognized_keys':
      return `Nothing is called ${quoted(issue.keys)} here. Correct the name, or leave it out.`;
    case 'invalid_union':
      return `${absent(issue.input)}This has none of the forms that are taken here.`;
    default:
      return undefined;
  }
}

const absent = (input: unknown): string => (input === undefined ? 'This is missing. ' : '');

const quoted = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'string') return limit === 1 ? '1 character' : `${limit} characters`;
  if (origin === 'array') return limit === 1 ? '1 item' : `${limit} items`;
  return String(limit);
}
