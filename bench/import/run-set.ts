/**
 * `npm run bench:set [-- --rows N --imports N]`: a three-member replica set, one web process and 1, 2 and 4 workers:
 * how fast imports are stored (every row acknowledged by two members), and how long the agents of several imports take.
 * Three mongods share this machine with everything else: more workers than cores show what they cost, not what they gain.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { createLogger } from '#service/platform/logger.ts';
import { findMongod } from '#service/platform/embedded-mongod/mongod-binary.ts';
import { startThreeMemberSet } from '#test/harness/three-member-set.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { loadOverHttp, type Load } from './load-over-http.ts';
import { startServiceOn, type ServiceOnSet } from './service-on-set.ts';

const values = readOptions({ rows: { type: 'string', default: '100000' }, imports: { type: 'string', default: '4' } });
const [rows, imports] = [Number(values.rows), Number(values.imports)];
const WORKERS = [1, 2, 4];

const set = await startThreeMemberSet(await findMongod({ logger: createLogger('warn') }), {
  cacheGb: 0.5,
  oplogMb: 2_048,
});
try {
  console.log(`${imports} imports of ${rows.toLocaleString('en-US')} rows on a set of three.\n`);
  console.log('| workers | stored, rows/s | agents, s | agents, rows/s |\n| ---: | ---: | ---: | ---: |');
  for (const workers of WORKERS) await measure(workers);
} finally {
  await set.stop();
}

async function measure(workers: number): Promise<void> {
  const uri = set.uriOf(`workers_${workers}`);
  const web = await startServiceOn(uri, 'web');
  const running: ServiceOnSet[] = [];
  try {
    const loads: { connection: Connection; load: Load }[] = [];
    for (let client = 0; client < imports; client += 1) {
      const connection = web.as(`client-${client}`);
      loads.push({ connection, load: await loadOverHttp(connection, rows) });
    }
    const seconds = loads.reduce((sum, { load }) => sum + load.seconds, 0);
    running.push(...(await Promise.all(Array.from({ length: workers }, () => startServiceOn(uri, 'worker')))));
    const started = performance.now();
    await Promise.all(loads.map(({ connection, load }) => untilApproval(connection, load.stored.flow_id)));
    const agents = (performance.now() - started) / 1_000;
    const rate = (took: number): string => Math.round((imports * rows) / took).toLocaleString('en-US');
    console.log(`| ${workers} | ${rate(seconds)} | ${agents.toFixed(1)} | ${rate(agents)} |`);
  } finally {
    await Promise.all([web, ...running].map((service) => service.stop()));
  }
}

async function untilApproval(connection: Connection, flow_id: string): Promise<void> {
  for (;;) {
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } });
    if (flow.status === 'waiting_for_approval') return;
    if (flow.status === 'failed') throw new Error(JSON.stringify(flow.error));
    await sleep(200);
  }
}
