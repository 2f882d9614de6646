/**
 * `npm run bench:flow [-- --rows N --workers 1,2 --warm N]`: all agents over one large import, with one worker and with
 * several, beside the bare driver: reading all raw rows and writing all assets, and reading and writing all that the agents
 * do. Workers that have just been started spend seconds on compiling what they do often; with `--warm` they have done an
 * import of so many rows for another client before, as workers that have run for a while.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { FlowStatus } from '#shared/statuses.ts';
import { loadOverHttp } from '../import/load-over-http.ts';
import { startService, type RunningService } from '../import/running-service.ts';
import { startServiceOn } from '../import/service-on-set.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { bare, BARE, BARE_AGENTS, BARE_INDEXED, emptied, type Cost } from './bare.ts';
import { Meter } from './meter.ts';

const values = readOptions({
  rows: { type: 'string', default: '100000' },
  workers: { type: 'string', default: '1,2' },
  warm: { type: 'string', default: '0' },
});
const rows = Number(values.rows);
const warmRows = Number(values.warm);
const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
const columns = (each: readonly number[]): string => each.map((ms) => seconds(ms).padStart(7)).join(' ');

async function untilStatus(connection: Connection, flowId: string, wanted: FlowStatus): Promise<void> {
  for (;;) {
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id: flowId } });
    if (flow.status === wanted) return;
    if (flow.status === 'failed') throw new Error(JSON.stringify(flow.error));
    await sleep(200);
  }
}

interface AgentRun {
  agent: string;
  /** ms since 1970. */
  from: number;
  to: number;
}

/** Runs the flow to its end. @returns when each agent ran */
async function runAgents(connection: Connection, importRows: number): Promise<AgentRun[]> {
  const { stored } = await loadOverHttp(connection, importRows);
  const { flow_id, data_import_id } = stored;
  await untilStatus(connection, flow_id, 'waiting_for_approval');
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params: { data_import_id }, body: {} });
  await untilStatus(connection, flow_id, 'completed');
  const { items } = await fetchEndpoint(connection, endpoints.listTasks, {
    params: { flow_id },
    query: { limit: 100 },
  });
  return items.map(({ agent, started_at, finished_at }) => ({
    agent,
    from: Date.parse(started_at),
    to: Date.parse(finished_at ?? ''),
  }));
}

/** Nothing of that import is left where the bare driver reads and writes. */
async function warmUp({ connection, mongoUri }: RunningService): Promise<void> {
  await runAgents({ ...connection, clientAccountId: 'warm' }, warmRows);
  await emptied(mongoUri, BARE_AGENTS);
}

function describeCost(name: string, { ms, ownMs, mongodMs }: Cost): string {
  return `  ${name.padEnd(24)} ${columns([ms, ownMs, mongodMs])}`;
}

/** One line an agent: time, processor time of the workers and of mongod, memory of the largest worker. */
function describeRun({ agent, from, to }: AgentRun, meter: Meter): string {
  const { workersMs, mongodMs, peakMemory } = meter.between(from, to);
  return `  ${agent.padEnd(24)} ${columns([to - from, workersMs, mongodMs])}   ${peakMemory}`;
}

let withOne: number | null = null;
for (const workers of values.workers.split(',').map(Number)) {
  const service = await startService({ ROLE: 'web' });
  const others = await Promise.all(Array.from({ length: workers }, () => startServiceOn(service.mongoUri, 'worker')));
  if (warmRows > 0) await warmUp(service);
  const meter = new Meter(others, () => service.mongodMs());
  try {
    const agents = await runAgents(service.connection, rows);
    const peaks = others.map((worker) => worker.peakMemory());
    const all = agents.reduce((sum, { from, to }) => sum + to - from, 0);
    meter.stop();
    const plain = await bare(service, BARE);
    const indexed = await bare(service, BARE_INDEXED);
    const same = await bare(service, BARE_AGENTS);
    withOne ??= all;
    const after = warmRows > 0 ? `, after ${warmRows.toLocaleString('en-US')} of another client` : '';
    console.log(`\n${rows.toLocaleString('en-US')} rows, ${workers} worker${workers === 1 ? '' : 's'}${after}:`);
    console.log(`  agent                    time s  workers' CPU s, mongod's CPU s, memory MB`);
    for (const run of agents) console.log(describeRun(run, meter));
    console.log(describeCost('bare', plain));
    console.log(describeCost('bare, same indexes', indexed));
    console.log(describeCost('bare, all the agents do', same));
    const [ofPlain, ofIndexed, ofSame] = [plain, indexed, same].map(({ ms }) => (all / ms).toFixed(2));
    console.log(
      `  all agents ${seconds(all)} s; ÷ bare read and bulkWrite ${ofPlain}, with the same indexes ${ofIndexed},`,
    );
    console.log(`  ÷ all that agents read and write ${ofSame}`);
    console.log(`  the first number of workers ÷ this one: ${(withOne / all).toFixed(2)}; peak ${peaks.join(', ')} MB`);
  } finally {
    meter.stop();
    await Promise.all(others.map((worker) => worker.stop()));
    await service.stop();
  }
}
