/**
 * `npm run bench:agents [-- --rows N --workers N]`: data validation and field mapping over a large import in one process
 * with the web role beside them, or with further workers: rows/s from the tasks' own times, the process's memory before
 * and after and its peak, and the processor time all took, which tells more than seconds where others share the cores.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { loadOverHttp } from './load-over-http.ts';
import { startService } from './running-service.ts';
import { startServiceOn } from './service-on-set.ts';

const values = readOptions({ rows: { type: 'string', default: '1000000' }, workers: { type: 'string', default: '1' } });
const [rows, workers] = [Number(values.rows), Number(values.workers)];
/** Longer than any machine should need, so that a flow that hangs ends the run with its state. */
const GIVE_UP_MS = 30 * 60_000;

const service = await startService({ ROLE: 'all' });
const others = await Promise.all(Array.from({ length: workers - 1 }, () => startServiceOn(service.mongoUri, 'worker')));
const othersMs = (): number => others.reduce((sum, worker) => sum + worker.processorMs(), 0);
try {
  const { connection } = service;
  const { stored } = await loadOverHttp(connection, rows);
  const [before, peakBefore, othersBefore] = [service.usage(), service.peakMemory().service, othersMs()];
  const params = { flow_id: stored.flow_id };
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params, query: { wait_seconds: 20 } });
    if (flow.status === 'waiting_for_approval') break;
    if (flow.status === 'failed') throw new Error(JSON.stringify(flow.error));
    if (Date.now() > giveUpAt)
      throw new Error(`The flow is still ${flow.status} in ${flow.current_phase ?? 'no phase'}.`);
    await sleep(200);
  }
  const after = service.usage();
  const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params, query: {} });
  const seconds = items.map(
    ({ started_at, finished_at }) => (Date.parse(finished_at ?? '') - Date.parse(started_at)) / 1_000,
  );
  items.forEach(({ agent }, at) => console.log(`${agent}: ${seconds[at]?.toFixed(1)} s`));
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds + (othersMs() - othersBefore) / 1_000;
  const together = seconds.reduce((sum, one) => sum + one, 0);
  const peak = service.peakMemory();
  const perSecond = (time: number): string => Math.round(rows / time).toLocaleString('en-US');
  console.log(
    `${rows.toLocaleString('en-US')} rows: both agents ${together.toFixed(1)} s, ${perSecond(together)} rows/s; ${cpuSeconds.toFixed(1)} s of processor time since the load, ${perSecond(cpuSeconds)} rows/s.`,
  );
  console.log(
    `Memory of the service: ${before.memory} MB before (peak of the load ${peakBefore} MB), ${after.memory} MB after, peak ${peak.service} MB; peak of mongod ${peak.mongod} MB.`,
  );
  if (others.length > 0)
    console.log(`Peak memory of the further workers: ${others.map((worker) => worker.peakMemory()).join(', ')} MB.`);
} finally {
  await Promise.all(others.map((worker) => worker.stop()));
  await service.stop();
}
