import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import type { ProblemItem } from '#shared/api-error.ts';
import { AppError } from './app-error.ts';
import { issueWords } from './issue-words.ts';

/** Of the names quoted from a request in one problem. */
const QUOTED_MAX_CHARACTERS = 500;

/**
 * Bytes that are no UTF-8 are refused: decoding them would put another character into somebody's cell.
 *
 * @throws AppError invalid_request
 */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new AppError('invalid_request', 'The body is not valid UTF-8.');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    const position = /at position (\d+)/.exec((cause as Error).message)?.[1];
    const where = position === undefined ? '' : ` from character ${Number(position) + 1} on`;
    throw new AppError('invalid_request', `The body is not valid JSON${where}.`, {}, { cause });
  }
}

/** A part of a request as its schema has it; else undefined, and its faults among `problems`. */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { part, problems }: { part: 'path' | 'query' | 'body'; problems: ProblemItem[] },
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(value, { error: issueWords });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const field = [part, ...issue.path.map(String)].join('.').slice(0, QUOTED_MAX_CHARACTERS);
    // It may quote the request: all keys that are none.
    const message = issue.message.slice(0, QUOTED_MAX_CHARACTERS);
    problems.push({ code: issue.code, field, row: null, column: null, message });
  }
  return undefined;
}

/** @throws AppError invalid_request with everything that is wrong with the body */
export function parseBody<Schema extends z.ZodType>(schema: Schema, json: Buffer): z.output<Schema> {
  const problems: ProblemItem[] = [];
  const body = parsePart(schema, parseJson(json), { part: 'body', problems });
  assertNoProblems(problems);
  return body as z.output<Schema>;
}

/** @throws AppError invalid_request with all of them */
export function assertNoProblems(problems: readonly ProblemItem[]): void {
  if (problems.length === 0) return;
  const detail =
    problems.length === 1
      ? `${problems[0]?.field}: ${problems[0]?.message}`
      : `${problems.length} parts of the request are not as the API describes them.`;
  throw new AppError('invalid_request', detail, { problems: [...problems], problems_total: problems.length });
}
