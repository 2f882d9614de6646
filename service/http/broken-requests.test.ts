import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemSchema } from '#shared/api-error.ts';
import { createLogger } from '../platform/logger.ts';
import { answerBrokenRequests } from './broken-requests.ts';

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/slow') response.write('begun ');
    else if (request.method === 'POST') request.resume();
    else response.end('well');
  });
  answerBrokenRequests(server, createLogger('silent'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(async () => {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
});

/** All that comes back for these bytes, a part after the other, until the service ends the connection. */
async function answerTo(first: string, then?: { when: string; send: string }): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(first);
  if (then)
    socket.on('data', (data: Buffer) => {
      if (data.toString().includes(then.when)) socket.write(then.send);
    });
  return text(socket);
}

const secret = 'k'.repeat(40);
test.each([
  [
    'headers beyond the limit',
    `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${secret.repeat(1_000)}\r\n\r\n`,
    431,
    'header_fields_too_large',
  ],
  [
    'a target beyond the limit',
    `GET /${secret.repeat(1_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    431,
    'header_fields_too_large',
  ],
  ['no HTTP', `${secret} is no request\r\n\r\n`, 400, 'invalid_request'],
  ['a header without a name', `GET / HTTP/1.1\r\nHost: a\r\n: ${secret}\r\n\r\n`, 400, 'invalid_request'],
  [
    'two lengths',
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\nX-A: ${secret}\r\n\r\nab`,
    400,
    'invalid_request',
  ],
  [
    'a chunk without a size, while the request is being read',
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${secret}\r\n`,
    400,
    'invalid_request',
  ],
])('answers %s with a problem document that says nothing of the request', async (_what, bytes, status, code) => {
  const [head = '', body = '', ...more] = (await answerTo(bytes)).split('\r\n\r\n');
  expect(more).toEqual([]);
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toMatch(/^Content-Type: application\/problem\+json/m);
  expect(head).toMatch(new RegExp(`^Content-Length: ${Buffer.byteLength(body)}\r?$`, 'm'));
  expect(head).toMatch(/^Connection: close\r?$/m);
  const problem = problemSchema.parse(JSON.parse(body));
  expect(problem).toMatchObject({ status, code });
  expect(head).toContain(`X-Request-Id: ${problem.request_id}`);
  expect(head + body).not.toContain('kkk');
});

test('answers nothing more where an answer has begun', async () => {
  const answered = await answerTo('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n', { when: 'begun', send: 'rubbish\r\n\r\n' });
  expect(answered.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(answered).toContain('begun');
});

test('answers rubbish that follows an answered request on the same connection', async () => {
  const answered = await answerTo('GET / HTTP/1.1\r\nHost: a\r\n\r\n', { when: 'well', send: 'rubbish\r\n\r\n' });
  expect(answered.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
});
