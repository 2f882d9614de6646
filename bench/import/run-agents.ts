/**
 * `npm run bench:agents [-- --rows N]`: data validation and field mapping over a large import in one process, with the
 * web role beside them: rows/s from the tasks' own times, and the process's peak memory before and after.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { loadOverHttp } from './load-over-http.ts';
import { startService } from './running-service.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const rows = Number(values.rows);

const service = await startService({ ROLE: 'all' });
try {
  const { connection } = service;
  const { stored } = await loadOverHttp(connection, rows);
  const before = service.peakMemory();
  const params = { flow_id: stored.flow_id };
  for (;;) {
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params, query: { wait_seconds: 20 } });
    if (flow.status === 'waiting_for_approval') break;
    if (flow.status === 'failed') throw new Error(JSON.stringify(flow.error));
    await sleep(200);
  }
  const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params, query: {} });
  const seconds = items.map(
    ({ started_at, finished_at }) => (Date.parse(finished_at ?? '') - Date.parse(started_at)) / 1_000,
  );
  items.forEach(({ agent }, at) => console.log(`${agent}: ${seconds[at]?.toFixed(1)} s`));
  const together = seconds.reduce((sum, one) => sum + one, 0);
  const peak = service.peakMemory();
  console.log(
    `${rows.toLocaleString('en-US')} rows: both agents ${together.toFixed(1)} s, ${Math.round(rows / together).toLocaleString('en-US')} rows/s; peak memory ${before.service} MB after the load, ${peak.service} MB after the agents, mongod ${peak.mongod} MB.`,
  );
} finally {
  await service.stop();
}
