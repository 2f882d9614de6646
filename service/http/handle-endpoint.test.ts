import { EventEmitter, once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import express, { type RequestHandler } from 'express';
import { endpoints } from '#shared/endpoints.ts';
import type { Principal } from '../access/principal.ts';
import { createLogger } from '../platform/logger.ts';
import { errorHandler } from './error-handler.ts';
import { FilesAtOnce } from './files-at-once.ts';
import { createRouteMaker } from './handle-endpoint.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

const principal: Principal = {
  keyId: 'k',
  keyName: 'k',
  keyRevision: 0,
  role: 'admin',
  clientAccountId: null,
  engagementId: null,
};

function makerWith(part: { authenticate?: () => Promise<Principal>; unchanged: object }) {
  return createRouteMaker({
    authenticate: () => Promise.resolve(principal),
    checkAnswers: false,
    files: new FilesAtOnce(1),
    isKeyUnchanged: () => Promise.resolve(true),
    watchKey: () => () => undefined,
    audit: { record: () => Promise.resolve() },
    ...part,
  } as Parameters<typeof createRouteMaker>[0]);
}

async function listen(method: 'get' | 'post', path: string, handlers: RequestHandler[]) {
  const app = express();
  app[method](path, ...handlers);
  app.use(errorHandler(createLogger('silent'), () => false));
  const listening = (server = createServer(app)).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return { listening, port: (listening.address() as AddressInfo).port };
}

test('whoever hangs up while the key is looked up is waited for by nobody', async () => {
  const steps = new EventEmitter();
  const asked = once(steps, 'asked');
  const called = once(steps, 'called');
  const maker = makerWith({
    authenticate: async () => {
      steps.emit('asked');
      await once(steps, 'found');
      return principal;
    },
    unchanged: { begin: () => ({ at: 0, ownChanges: 0 }) },
  });
  const { handlers } = maker.route(endpoints.getSession, ({ signal }) => {
    steps.emit('called', signal.aborted);
    return Promise.reject(new Error('Nobody is there to answer.'));
  });
  const { listening, port } = await listen('get', '/', handlers);
  const call = get({ port, host: '127.0.0.1', path: '/' }).on('error', () => undefined);
  await asked;
  call.destroy();
  await untilAlone(listening);
  steps.emit('found');
  expect(await called).toEqual([true]);
});

test('what fails may have changed something before: no remembered answer is given any more', async () => {
  let forgotten = 0;
  const unchanged = { begin: () => ({ at: 0, ownChanges: 0 }), forgetAll: () => (forgotten += 1) };
  const fail = () => Promise.reject(new Error('after its commit'));
  const { handlers } = makerWith({ unchanged }).route(endpoints.pauseFlow, fail);
  const { port } = await listen('post', '/:flow_id', handlers);
  const { status } = await fetch(`http://127.0.0.1:${port}/flow_1`, { method: 'POST' });
  expect([status, forgotten]).toEqual([500, 1]);
});

/** Until the service has seen that nobody is connected any more. */
async function untilAlone(server: Server): Promise<void> {
  const count = promisify(server.getConnections.bind(server));
  while ((await count()) > 0) await sleep(10);
}
