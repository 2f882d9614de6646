/**
 * `npm run bench:poll`: status polls answered 304 per second, beside a bare Express 5 route that answers 304 and knows
 * nothing, same machine, same load generator, alternating.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import express from 'express';
import { callEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storeImport } from '#test/builders.ts';
import { startService } from './running-service.ts';

const SECONDS = 5;
const RUNS = 3;
const CONNECTIONS = 20;

const service = await startService();
const bare = express()
  .get('/flow', (request, response) => {
    if (request.get('if-none-match') === '"1"') response.status(304).end();
    else response.set('ETag', '"1"').json({ flow_id: 'x' });
  })
  .listen(0, '127.0.0.1');
await once(bare, 'listening');
try {
  const { connection } = service;
  const { flow_id } = await storeImport(connection);
  const { etag } = await callEndpoint(connection, endpoints.getFlow, { params: { flow_id } });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(
      await perSecond(`${connection.origin}/api/v1/flows/${flow_id}`, {
        Authorization: `Bearer ${connection.apiKey}`,
        'X-Client-Account-Id': 'bench',
        'X-Engagement-Id': 'main',
        'If-None-Match': etag ?? '',
      }),
    );
    theirs.push(
      await perSecond(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/flow`, { 'If-None-Match': '"1"' }),
    );
  }
  const [our, their] = [Math.max(...ours), Math.max(...theirs)];
  console.log(
    `304 polls a second: this service ${Math.round(our)}, a bare Express route ${Math.round(their)}, ratio ${(our / their).toFixed(2)} (best of ${RUNS}, ${CONNECTIONS} connections).`,
  );
} finally {
  bare.close();
  await service.stop();
}

async function perSecond(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
  if (result['3xx'] === 0 || result.non2xx !== result['3xx'])
    throw new Error(`${url} did not answer 304: ${result.non2xx}`);
  return result.requests.average;
}
