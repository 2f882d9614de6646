import { EventEmitter, once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import express from 'express';
import { endpoints } from '#shared/endpoints.ts';
import type { Principal } from '../access/principal.ts';
import { createLogger } from '../platform/logger.ts';
import { errorHandler } from './error-handler.ts';
import { FilesAtOnce } from './files-at-once.ts';
import { createRouteMaker } from './handle-endpoint.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

test('whoever hangs up while the key is looked up is waited for by nobody', async () => {
  const principal: Principal = { keyId: 'k', keyName: 'k', role: 'viewer', clientAccountId: null, engagementId: null };
  const steps = new EventEmitter();
  const asked = once(steps, 'asked');
  const called = once(steps, 'called');
  const maker = createRouteMaker({
    authenticate: async () => {
      steps.emit('asked');
      await once(steps, 'found');
      return principal;
    },
    checkAnswers: false,
    unchanged: { begin: () => ({ at: 0, ownChanges: 0 }) } as never,
    files: new FilesAtOnce({ most: 1, idleMs: 60_000 }),
    audit: { record: () => Promise.resolve() },
    log: createLogger('silent'),
  });
  const { handlers } = maker.route(endpoints.getSession, ({ signal }) => {
    steps.emit('called', signal.aborted);
    return Promise.reject(new Error('Nobody is there to answer.'));
  });
  const app = express();
  app.get('/session', ...handlers);
  app.use(errorHandler(createLogger('silent'), () => false));
  const listening = (server = createServer(app)).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const call = get({ port, host: '127.0.0.1', path: '/session' }).on('error', () => undefined);
  await asked;
  call.destroy();
  await untilAlone(listening);
  steps.emit('found');
  expect(await called).toEqual([true]);
});

/** Until the service has seen that nobody is connected any more. */
async function untilAlone(server: Server): Promise<void> {
  const count = promisify(server.getConnections.bind(server));
  while ((await count()) > 0) await sleep(10);
}
