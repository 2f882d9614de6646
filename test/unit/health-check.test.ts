import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { selfSigned } from '#test/unit/self-signed.ts';

/** The command as Docker reads it: a list in JSON after HEALTHCHECK and its options. */
const [, list = '[]'] = /^HEALTHCHECK [^[]*CMD (\[.*\])$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
const [, ...args] = JSON.parse(list) as string[];

async function check(settings: Record<string, string>): Promise<number | null> {
  const { PORT: _port, TLS_CERT_FILE: _cert, ...environment } = process.env;
  const child = spawn(process.execPath, args, {
    env: { ...environment, NODE_OPTIONS: '', ...settings },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

test.each([
  ['http', 200, 0],
  ['http', 503, 1],
  ['https', 200, 0],
  ['https', 503, 1],
])('the health check of the image over %s, answered %i, ends with %i', async (scheme, status, code) => {
  const answer: RequestListener = (request, response) => {
    response.statusCode = request.url === '/readyz' ? status : 404;
    response.end();
  };
  const server = scheme === 'https' ? createHttpsServer(selfSigned, answer) : createHttpServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    expect(await check({ PORT: String(port), TLS_CERT_FILE: scheme === 'https' ? '/run/cert.pem' : '' })).toBe(code);
  } finally {
    server.close();
  }
});

test('the health check of the image ends with 1 where nothing listens', async () => {
  expect(await check({ PORT: '1', TLS_CERT_FILE: '' })).toBe(1);
});
