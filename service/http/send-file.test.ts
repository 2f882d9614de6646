import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import express from 'express';
import type { Logger } from '../platform/logger.ts';
import { errorHandler } from './error-handler.ts';
import { sendFile } from './send-file.ts';

const FILE = { name: 'assets.csv', contentType: 'text/csv' };

let server: Server;
let said: string[];
let done: Promise<unknown>;
/** Express prints errors that are passed on to it. */
const printed = jest.spyOn(console, 'error');

beforeEach(() => {
  said = [];
  printed.mockReset().mockReturnValue();
});
afterEach(() => void server.close());

/** Asks for a file made of this stream. */
async function ask(stream: Readable) {
  const say = (_fields: object, what: string) => void said.push(what);
  const app = express();
  // Where it is "test", Express prints nothing.
  app.set('env', 'production');
  app.use((_request, response, next) => {
    done = once(response, 'close');
    next();
  });
  app.get('/', async (_request, response) => {
    const hangUp = new AbortController();
    response.on('close', () => hangUp.abort());
    await sendFile(response, FILE, { stream, signal: hangUp.signal, beforeFirstByte: () => Promise.resolve() });
  });
  app.use(errorHandler({ warn: say, error: say } as unknown as Logger, () => false));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const call = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  call.on('error', () => undefined);
  call.end();
  return call;
}

/** Until the answer is closed, and a moment longer: that nothing is said has no signal. */
async function closed(): Promise<void> {
  await done;
  await sleep(50);
}

const endless = () => new Readable({ read: () => undefined });

test('a caller who leaves in the midst of a file is told to nobody', async () => {
  const stream = endless();
  const call = await ask(stream);
  stream.push('name\r\n');
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  await once(answer, 'data');
  answer.on('error', () => undefined);
  call.destroy();
  await closed();
  expect([said, printed.mock.calls, stream.destroyed]).toEqual([[], [], true]);
});

test('a caller who leaves before the first byte is told to nobody', async () => {
  const stream = endless();
  const call = await ask(stream);
  await once(server, 'request');
  call.destroy();
  await closed();
  expect([said, printed.mock.calls, stream.destroyed]).toEqual([[], [], true]);
});

test('a file that cannot be made to its end breaks off, and the log says so once', async () => {
  const stream = endless();
  const call = await ask(stream);
  stream.push('name\r\n');
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  const brokeOff = once(answer, 'error');
  answer.once('data', () => stream.destroy(new Error('The disk is gone.')));
  expect(await brokeOff).toMatchObject([{ code: 'ECONNRESET' }]);
  await closed();
  expect([said, printed.mock.calls]).toEqual([['an answer broke off'], []]);
});
