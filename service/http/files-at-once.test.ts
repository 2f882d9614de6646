import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import compression from 'compression';
import express from 'express';
import { endpoints } from '#shared/endpoints.ts';
import type { Principal } from '../access/principal.ts';
import { createLogger, type Logger } from '../platform/logger.ts';
import { errorHandler } from './error-handler.ts';
import { FilesAtOnce } from './files-at-once.ts';
import { createRouteMaker } from './handle-endpoint.ts';
import { dropUnreadAnswers } from './unread-answers.ts';

const PIECE = Buffer.alloc(64 * 1024, 'x');

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A service of endless files: `fetchFile(key)` asks for one and reads nothing of it. */
async function startFiles(bounds: {
  most: number;
  idleMs?: number;
  record?: () => Promise<void>;
  make?: () => Readable;
}) {
  const made: Readable[] = [];
  const said: string[] = [];
  let endKey = (): void => undefined;
  const log = { info: (_fields: object, what: string) => void said.push(what) } as unknown as Logger;
  const endless = () => {
    const stream: Readable = new Readable({ read: () => void stream.push(PIECE) });
    return stream;
  };
  const maker = createRouteMaker({
    authenticate: (key): Promise<Principal> =>
      Promise.resolve({
        keyId: key ?? '',
        keyName: 'k',
        keyRevision: 0,
        role: 'viewer',
        clientAccountId: 'c',
        engagementId: 'e',
      }),
    checkAnswers: false,
    unchanged: { begin: () => ({ at: 0, ownChanges: 0 }) } as never,
    files: new FilesAtOnce(bounds.most),
    isKeyUnchanged: () => Promise.resolve(true),
    watchKey: (_key, ended) => {
      endKey = ended;
      return () => undefined;
    },
    audit: { record: bounds.record ?? (() => Promise.resolve()) },
  });
  const { handlers } = maker.fileRoute(endpoints.exportAssetsCsv, () => {
    return Promise.resolve(() => {
      const stream = (bounds.make ?? endless)();
      made.push(stream);
      return stream;
    });
  });
  const app = express();
  app.use(dropUnreadAnswers(log, bounds.idleMs));
  app.use(compression());
  app.get('/file', ...handlers);
  app.use(errorHandler(createLogger('silent'), () => false));
  const listening = (server = createServer(app)).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const fetchFile = async (key: string, method = 'GET', encoding = 'identity'): Promise<IncomingMessage> => {
    const headers = { authorization: key, 'accept-encoding': encoding };
    const request = send({ port, host: '127.0.0.1', path: '/file', agent: false, method, headers }).end();
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    answer.on('error', () => undefined);
    return answer;
  };
  return { fetchFile, made, said, endKey: () => endKey() };
}

/** Gives up after 10 s. */
async function untilAnswered(ask: () => Promise<IncomingMessage>, status: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while ((await ask()).statusCode !== status) {
    if (Date.now() > deadline) throw new Error(`It was never answered with ${status}.`);
    await sleep(20);
  }
}

test('a key gets half of the places, and is told when to come again', async () => {
  const { fetchFile } = await startFiles({ most: 4 });
  const first = await fetchFile('a');
  expect([first.statusCode, (await fetchFile('a')).statusCode]).toEqual([200, 200]);
  const refused = await fetchFile('a');
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('5');
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(JSON.parse(String(await refused.toArray().then((parts) => Buffer.concat(parts))))).toMatchObject({
    code: 'too_many_requests',
    detail: 'This key fetches 2 files already, as many as one key may at once. Try again when one has ended.',
  });
  // Other keys still have theirs, up to the bound of all.
  expect([(await fetchFile('b')).statusCode, (await fetchFile('c')).statusCode]).toEqual([200, 200]);
  expect((await fetchFile('d')).statusCode).toBe(429);
  first.destroy();
  await untilAnswered(() => fetchFile('d'), 200);
});

test('whoever takes nothing of a file loses the place, and the file is no longer made', async () => {
  const { fetchFile, made, said } = await startFiles({ most: 1, idleMs: 1_500 });
  expect((await fetchFile('a')).statusCode).toBe(200);
  expect((await fetchFile('b')).statusCode).toBe(429);
  await untilAnswered(() => fetchFile('b'), 200);
  expect(made[0]?.destroyed).toBe(true);
  expect(said).toEqual(['an answer broke off: its caller took nothing of it']);
});

test('a file is broken off when its key is revoked, and its place is free', async () => {
  const { fetchFile, made, endKey } = await startFiles({ most: 1 });
  expect((await fetchFile('a')).statusCode).toBe(200);
  endKey();
  await untilAnswered(() => fetchFile('b'), 200);
  expect(made[0]?.destroyed).toBe(true);
});

test('a file that is slow to be made is sent whole to whoever takes it', async () => {
  const idleMs = 400;
  async function* slowly() {
    yield PIECE;
    // Longer than a reader may take nothing, which nothing tells.
    await sleep(3 * idleMs);
    yield PIECE;
  }
  const { fetchFile, said } = await startFiles({ most: 1, idleMs, make: () => Readable.from(slowly()) });
  const whole = Buffer.concat(await (await fetchFile('a')).toArray());
  expect([whole.length, said]).toEqual([2 * PIECE.length, []]);
});

test.each(['identity', 'gzip'])('a file that fails in its middle is cut and never ended: %s', async (encoding) => {
  async function* failing() {
    for (let pieces = 0; pieces < 8; pieces += 1) yield PIECE;
    await sleep(50);
    throw new Error('The database went away.');
  }
  const { fetchFile } = await startFiles({ most: 1, make: () => Readable.from(failing()) });
  const answer = await fetchFile('a', 'GET', encoding);
  expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([
    200,
    encoding === 'identity' ? undefined : encoding,
  ]);
  await expect(answer.toArray()).rejects.toThrow('aborted');
  expect(answer.complete).toBe(false);
});

test('a file that cannot be recorded, or fails while it is, is not sent', async () => {
  const unrecorded = await startFiles({ most: 1, record: () => Promise.reject(new Error('No database.')) });
  expect((await unrecorded.fetchFile('a')).statusCode).toBe(500);
  server?.close();
  const failing = await startFiles({
    most: 1,
    record: async () => {
      failing.made[0]?.destroy(new Error('No more batches.'));
      await sleep(50);
    },
  });
  const answer = await failing.fetchFile('a');
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([500, undefined]);
});

test('HEAD has the headers of a file, which is neither made nor recorded, and takes no place', async () => {
  const recorded: string[] = [];
  const { fetchFile, made } = await startFiles({
    most: 1,
    record: () => Promise.resolve(void recorded.push('export')),
  });
  expect((await fetchFile('a')).statusCode).toBe(200);
  const { statusCode, headers } = await fetchFile('b', 'HEAD');
  expect([statusCode, headers['content-disposition'], headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'attachment; filename="assets.csv"',
    'text/csv; charset=utf-8',
    'no-store, private',
  ]);
  expect([made.length, recorded.length]).toEqual([1, 1]);
});
