import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
// oxlint-disable-next-line no-restricted-imports -- The error is the driver's; nothing is read here.
import { MongoServerError } from 'mongodb';
import express from 'express';
import { problemSchema, type ProblemItem } from '#shared/api-error.ts';
import { PROBLEMS_LISTED_MAX } from '#shared/limits.ts';
import { AppError } from '../platform/app-error.ts';
import type { Logger } from '../platform/logger.ts';
import { errorHandler } from './error-handler.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** The answer to a request that fails with this error, and the lines of the log. */
async function answerTo(error: Error, method = 'GET') {
  const said: string[] = [];
  const say = (_fields: object, what: string) => void said.push(what);
  const app = express();
  app.all('/', (request) => {
    request.id = 'request-1';
    throw error;
  });
  app.use(errorHandler({ warn: say, error: say } as unknown as Logger, () => false));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text(), said };
}

const rejected = (problem: Partial<ProblemItem>, detail = 'No.') => {
  const whole = { code: 'bad_cell', field: 'rows', row: 1, column: 1, message: 'No cell.', ...problem };
  const problems = Array.from({ length: 1_000 }, () => whole);
  return new AppError('import_rejected', detail, { problems, problems_total: 1_000 });
};

test('a header of control characters is cut wherever a problem names it, and the list ends at some bytes', async () => {
  const header = '\u0001'.repeat(32_767);
  const { text } = await answerTo(rejected({ field: header, message: header }, header));
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.problems?.[0]?.field).toBe(`${'\u0001'.repeat(119)}…`);
  expect(problem.problems?.length).toBeLessThan(PROBLEMS_LISTED_MAX);
  expect([problem.problems_total, problem.detail.length]).toEqual([1_000, 1_000]);
  expect(Buffer.byteLength(text)).toBeLessThan(600_000);
});

test('a thousand problems of usual length are all listed whole', async () => {
  const message = 'This row has 3 cells, the header has 12. Fill up or cut the row.';
  const { text } = await answerTo(rejected({ field: 'Responsible administrator (deputy)', message }));
  const { problems } = problemSchema.parse(JSON.parse(text));
  expect([problems?.length, problems?.at(-1)?.message]).toEqual([PROBLEMS_LISTED_MAX, message]);
});

test('an answer that cannot be made is still a problem document, without a stack, and a line of the log', async () => {
  const unspeakable = new AppError('import_rejected', 'No.', { actions: [1n as never] });
  const { status, type, text, said } = await answerTo(unspeakable);
  expect([status, type]).toEqual([500, 'application/problem+json; charset=utf-8']);
  expect(problemSchema.parse(JSON.parse(text)).code).toBe('internal_error');
  expect(text).not.toMatch(/at |\.ts|node_modules/);
  expect(said).toEqual(['a request failed and could not be answered']);
});

test.each([
  ['GET', 'nothing was changed'],
  ['POST', 'look whether it was done'],
])('a read of a %s that took too long says of its work: %s', async (method, words) => {
  const { status, text } = await answerTo(new MongoServerError({ code: 50, message: 'too long' }), method);
  expect(status).toBe(503);
  expect(problemSchema.parse(JSON.parse(text)).detail).toContain(words);
});
