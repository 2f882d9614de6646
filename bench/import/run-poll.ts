/**
 * `npm run bench:poll`: status polls answered 304 per second, beside a bare Express 5 route that answers 304 and knows
 * nothing; each a process of its own, same load generator, alternating. Processor time a poll is what other work on the
 * machine disturbs least.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { callEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storeImport } from '#test/harness/store-import.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { median } from './median.ts';
import { processorMs } from './processes.ts';
import { startService } from './running-service.ts';

const values = readOptions({ seconds: { type: 'string', default: '4' }, runs: { type: 'string', default: '5' } });
const CONNECTIONS = 20;

/** One target, and what came of loading it. */
interface Target {
  url: string;
  headers: Record<string, string>;
  pid: number | undefined;
}
interface Polls {
  perSecond: number;
  /** Processor time of the target's process a poll, µs. */
  microseconds: number;
}

const service = await startService();
const bare = fork('bench/import/bare-route.mjs', { stdio: 'inherit' });
try {
  const [port] = (await once(bare, 'message')) as [number];
  const { connection } = service;
  const { flow_id } = await storeImport(connection);
  const { etag } = await callEndpoint(connection, endpoints.getFlow, { params: { flow_id } });
  const poll: Target = {
    url: `${connection.origin}/api/v1/flows/${flow_id}`,
    headers: {
      Authorization: `Bearer ${connection.apiKey}`,
      'X-Client-Account-Id': 'bench',
      'X-Engagement-Id': 'main',
      'If-None-Match': etag ?? '',
    },
    pid: service.pid,
  };
  const bareRoute = { url: `http://127.0.0.1:${port}/flow`, headers: { 'If-None-Match': '"1"' }, pid: bare.pid };
  const [ours, theirs]: [Polls[], Polls[]] = [[], []];
  for (let run = 0; run < Number(values.runs); run += 1) {
    ours.push(await load(poll));
    theirs.push(await load(bareRoute));
  }
  const ratios = ours.map(({ perSecond }, run) => perSecond / (theirs[run]?.perSecond ?? Number.NaN));
  console.log(
    `304 polls a second: this service ${rateOf(ours)}, a bare Express route ${rateOf(theirs)}, ratio ${median(ratios).toFixed(2)} (medians of ${values.runs} pairs: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}; ${CONNECTIONS} connections).`,
  );
  console.log(`Processor time a poll: ${timeOf(ours)} µs, bare ${timeOf(theirs)} µs.`);
} finally {
  bare.disconnect();
  await service.stop();
}

async function load({ url, headers, pid }: Target): Promise<Polls> {
  const before = processorMs(pid);
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: Number(values.seconds) });
  if (result['3xx'] === 0 || result.non2xx !== result['3xx'])
    throw new Error(`${url} did not answer 304: ${result.non2xx}`);
  const microseconds = ((processorMs(pid) - before) * 1_000) / result.requests.total;
  return { perSecond: result.requests.average, microseconds };
}

function rateOf(polls: readonly Polls[]): number {
  return Math.round(median(polls.map(({ perSecond }) => perSecond)));
}

function timeOf(polls: readonly Polls[]): number {
  return Math.round(median(polls.map(({ microseconds }) => microseconds)));
}
