import { once } from 'node:events';
import { request as send, type ClientRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { endpoints } from '#shared/endpoints.ts';
import { until } from '#test/harness/until.ts';
import { InFlightLimit } from '../platform/in-flight-limit.ts';
import { createLogger } from '../platform/logger.ts';
import { errorHandler } from './error-handler.ts';
import { jsonBodyReader } from './json-body.ts';

let server: Server;
let begun = 0;
beforeAll(async () => {
  const readBody = jsonBodyReader(endpoints.storeImport, {
    largeAtOnce: new InFlightLimit(2, 1),
    pace: { graceMs: 1_000, bytesPerSecond: 100 },
  });
  const app = express();
  app.post('/', async (request, response, next) => {
    begun += 1;
    response.locals['principal'] = { keyId: request.get('authorization') ?? 'a' };
    try {
      const received = await readBody(request, response);
      response.once('finish', () => received.release());
      response.sendStatus(200);
    } catch (error) {
      next(error);
    }
  });
  app.use(errorHandler(createLogger('silent'), () => false));
  server = app.listen(0);
  await once(server, 'listening');
});
afterAll(() => {
  server?.closeAllConnections();
  server?.close();
});

const originOf = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const large = JSON.stringify('x'.repeat(300_000));

async function answerTo(body: string, sent: Record<string, string> = {}): Promise<[number, string | null]> {
  const headers = { 'Content-Type': 'application/json', ...sent };
  const answer = await fetch(originOf(), { method: 'POST', headers, body });
  return [answer.status, answer.headers.get('retry-after')];
}

/** A large request whose body does not come to its end; it has its place when this resolves. */
async function hold(headers: Record<string, string>, part: Buffer | string): Promise<ClientRequest> {
  const before = begun;
  const held = send(originOf(), { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } });
  held.on('error', () => undefined);
  held.write(part);
  await until('it has begun', () => Promise.resolve(begun > before));
  return held;
}

test.each([
  ['of a large length', { 'Content-Length': '300002' }],
  ['of no known length', {}],
  ['that is compressed', { 'Content-Encoding': 'gzip', 'Content-Length': '1000' }],
])(
  'beside a body %s no other large one of its key is taken in, a small one and one of another key are',
  async (_what, headers) => {
    const held = await hold(headers, '"');
    expect(await answerTo(large)).toEqual([429, '1']);
    expect((await answerTo('{}'))[0]).toBe(200);
    expect((await answerTo(large, { Authorization: 'b' }))[0]).toBe(200);
    held.destroy();
    await until('its place is free', async () => (await answerTo(large))[0] === 200);
    expect((await answerTo(large))[0]).toBe(200);
  },
);

test('a body that does not come is given up, and its place is free for others', async () => {
  const held = await hold({ 'Content-Length': '300002' }, '"');
  const [answer] = (await once(held, 'response')) as [IncomingMessage];
  expect([answer.statusCode, answer.headers.connection]).toEqual([408, 'close']);
  expect((await answerTo(large))[0]).toBe(200);
});

test('a body that comes slowly but steadily is taken', async () => {
  const slow = await hold({}, '"');
  const answered = once(slow, 'response') as Promise<[IncomingMessage]>;
  for (let piece = 0; piece < 12; piece += 1) {
    slow.write('x'.repeat(100));
    await sleep(150);
  }
  slow.end('"');
  expect((await answered)[0].statusCode).toBe(200);
});

test.each([
  ['application/json; charset=utf-16le', 415],
  ['application/json;charset="ISO-8859-1"', 415],
  ['application/json; charset=UTF-8', 200],
  ['text/plain', 415],
])('JSON is taken as UTF-8 alone: %s', async (type, status) => {
  expect((await answerTo('{}', { 'Content-Type': type }))[0]).toBe(status);
});
