/**
 * `npm run bench:flow [-- --rows N --workers 1,2]`: all agents over one large import, with one worker and with several,
 * beside the least that could do the same: reading all raw rows and writing all assets with the bare driver.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { MongoClient, type Document } from 'mongodb';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { FlowStatus } from '#shared/statuses.ts';
import { loadOverHttp } from '../import/load-over-http.ts';
import { startService, type RunningService } from '../import/running-service.ts';
import { startServiceOn } from '../import/service-on-set.ts';
import { Meter } from './meter.ts';

const READ_BATCH = 2_000;
const WRITE_BATCH = 1_000;

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, workers: { type: 'string', default: '1,2' } },
});
const rows = Number(values.rows);
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
async function runAgents(connection: Connection): Promise<AgentRun[]> {
  const { stored } = await loadOverHttp(connection, rows);
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

interface Cost {
  ms: number;
  /** Processor time, ms. */
  ownMs: number;
  mongodMs: number;
}

/**
 * All raw rows read and all assets written, nothing else; reading the assets that are to be written is not counted.
 *
 * @param isIndexed into a collection with the indexes of the inventory's own, or with none but `_id`
 */
async function bare(service: RunningService, isIndexed: boolean): Promise<Cost> {
  const client = await new MongoClient(service.mongoUri, { writeConcern: { w: 'majority' } }).connect();
  const sum: Cost = { ms: 0, ownMs: 0, mongodMs: 0 };
  const count = async (work: () => Promise<unknown>): Promise<void> => {
    const [started, own, mongod] = [performance.now(), process.cpuUsage(), service.mongodMs()];
    await work();
    const { user, system } = process.cpuUsage(own);
    sum.ms += performance.now() - started;
    sum.ownMs += (user + system) / 1_000;
    sum.mongodMs += service.mongodMs() - mongod;
  };
  try {
    const db = client.db();
    await count(async () => {
      const rows = db.collection('raw_import_records').find({}).batchSize(READ_BATCH);
      while (await rows.hasNext()) rows.readBufferedDocuments();
    });
    const copy = db.collection<Document>(isIndexed ? 'bare_indexed_assets' : 'bare_assets');
    if (isIndexed) for (const { key } of await db.collection('assets').indexes()) await copy.createIndex(key);
    const assets = db.collection('assets').find({}).batchSize(WRITE_BATCH);
    while (await assets.hasNext()) {
      const documents = assets.readBufferedDocuments();
      const inserts = documents.map((document) => ({ insertOne: { document } }));
      await count(() => copy.bulkWrite(inserts, { ordered: false }));
    }
    return sum;
  } finally {
    await client.close();
  }
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
  const meter = new Meter(others, () => service.mongodMs());
  try {
    const agents = await runAgents(service.connection);
    const peaks = others.map((worker) => worker.peakMemory());
    const all = agents.reduce((sum, { from, to }) => sum + to - from, 0);
    meter.stop();
    const plain = await bare(service, false);
    const indexed = await bare(service, true);
    withOne ??= all;
    console.log(`\n${rows.toLocaleString('en-US')} rows, ${workers} worker${workers === 1 ? '' : 's'}:`);
    console.log(`  agent                    time s  workers' CPU s, mongod's CPU s, memory MB`);
    for (const run of agents) console.log(describeRun(run, meter));
    console.log(describeCost('bare', plain));
    console.log(describeCost('bare, same indexes', indexed));
    const [ofPlain, ofIndexed] = [plain, indexed].map(({ ms }) => (all / ms).toFixed(2));
    console.log(
      `  all agents ${seconds(all)} s; ÷ bare read and bulkWrite ${ofPlain}, with the same indexes ${ofIndexed}`,
    );
    console.log(`  the first number of workers ÷ this one: ${(withOne / all).toFixed(2)}; peak ${peaks.join(', ')} MB`);
  } finally {
    meter.stop();
    await Promise.all(others.map((worker) => worker.stop()));
    await service.stop();
  }
}
