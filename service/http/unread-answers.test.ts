import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import express, { type Response } from 'express';
import type { Logger } from '../platform/logger.ts';
import { dropUnreadAnswers } from './unread-answers.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function start(answer: (response: Response) => void) {
  const said: string[] = [];
  const app = express();
  app.use(dropUnreadAnswers({ info: (_fields: object, what: string) => void said.push(what) } as never as Logger, 300));
  app.get('/', (_request, response) => answer(response));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { said, port: (server.address() as AddressInfo).port };
}

test('an answer whose caller reads nothing is given up', async () => {
  let closed: Promise<unknown> | undefined;
  const { said, port } = await start((response) => {
    closed = once(response, 'close');
    response.json('x'.repeat(32_000_000));
  });
  const socket = connect(port, '127.0.0.1').pause();
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  await once(server as Server, 'request');
  await closed;
  expect(said).toEqual(['an answer broke off: its caller took nothing of it']);
  socket.destroy();
});

test('a caller that waits longer for its answer gets it whole', async () => {
  const { said, port } = await start((response) => void setTimeout(() => response.json('late'), 1_000));
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).json()).toBe('late');
  expect(said).toEqual([]);
});
