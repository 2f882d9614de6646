import { once } from 'node:events';
import { request as send, type ClientRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { endpoints } from '#shared/endpoints.ts';
import { until } from '#test/harness/until.ts';
import { AppError } from '../platform/app-error.ts';
import { InFlightLimit } from '../platform/in-flight-limit.ts';
import { jsonBodyReader } from './json-body.ts';

let server: Server;
let begun = 0;
beforeAll(async () => {
  const readBody = jsonBodyReader(endpoints.storeImport, new InFlightLimit(1, 1));
  const app = express();
  app.post('/', async (request, response) => {
    begun += 1;
    try {
      const received = await readBody(request, response);
      response.once('finish', () => received.release());
      response.sendStatus(200);
    } catch (error) {
      const refusal = error instanceof AppError ? error : null;
      response.set('Retry-After', String(refusal?.retryAfterSeconds)).sendStatus(refusal?.status ?? 500);
    }
  });
  server = app.listen(0);
  await once(server, 'listening');
});
afterAll(() => {
  server?.closeAllConnections();
  server?.close();
});

const originOf = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const large = JSON.stringify('x'.repeat(300_000));

async function answerTo(body: string): Promise<[number, string | null]> {
  const headers = { 'Content-Type': 'application/json' };
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
])('beside a body %s no other large one is taken in, a small one is', async (_what, headers) => {
  const held = await hold(headers, '"');
  expect(await answerTo(large)).toEqual([429, '1']);
  expect((await answerTo('{}'))[0]).toBe(200);
  held.destroy();
  await until('its place is free', async () => (await answerTo(large))[0] === 200);
  expect((await answerTo(large))[0]).toBe(200);
});
