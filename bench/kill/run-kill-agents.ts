/**
 * `npm run bench:kill-agents [-- --kills N --rows N --partition N --seed N --lease S --per-phase N --minutes N]`: lets two workers import
 * a sheet into an inventory and take it back again, first undisturbed, then round by round with workers killed by SIGKILL at
 * random moments of every phase, until there were N kills or the minutes are over. After each half of a round the inventory and all that was derived
 * must be the undisturbed run's, and every agent must have one effective result. Ends with 1 unless all of it held and workers
 * were killed in every phase.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { agentPhases, type AgentPhase, type FlowStatus } from '#shared/statuses.ts';
import type { AgentTaskDocument } from '#service/models/agent-task.model.ts';
import { storeImport } from '#test/harness/store-import.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { agentSheet } from './agent-sheet.ts';
import { differences, plain, stateOf, type ImportIds } from './inventory-state.ts';
import { startStack, type KillableStack } from './killable-stack.ts';
import { PhaseKiller, type Kill } from './phase-killer.ts';
import { seededRandom } from './seeded-random.ts';
import { persist } from './stubborn-upload.ts';

const values = readOptions({
  kills: { type: 'string', default: '100' },
  rows: { type: 'string', default: '4000' },
  partition: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
  lease: { type: 'string', default: '3' },
  'per-phase': { type: 'string', default: '2' },
  minutes: { type: 'string', default: '120' },
});
const rows = Number(values.rows);
const ENGAGEMENT = 'inventory';
const WAIT_MS = 600_000;
const [base, sheet] = [agentSheet(Math.ceil(rows / 10), 0), agentSheet(rows, 1)];
const random = seededRandom(Number(values.seed));
const durations = new Map<AgentPhase, number>();

interface Round {
  imported: Map<string, string>;
  withdrawn: Map<string, string>;
  tasks: AgentTaskDocument[];
  kills: Kill[];
}

async function untilStatus(connection: Connection, flow_id: string, wanted: FlowStatus): Promise<void> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await sleep(200)) {
    const flow = await persist(() => fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } }));
    if (flow.status === wanted) return;
    if (flow.status === 'failed') throw new Error(`The flow failed: ${JSON.stringify(flow.error)}`);
  }
  throw new Error(`The flow did not become ${wanted}.`);
}

async function importSheet(connection: Connection, content: typeof sheet): Promise<ImportIds> {
  const { flow_id, data_import_id } = await storeImport(connection, { sheet: content });
  return { flowId: flow_id, dataImportId: data_import_id, rows: content.rows.length };
}

async function finishImport(connection: Connection, { flowId, dataImportId }: ImportIds): Promise<void> {
  await untilStatus(connection, flowId, 'waiting_for_approval');
  const params = { data_import_id: dataImportId };
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} });
  await untilStatus(connection, flowId, 'completed');
}

async function runRound(stack: KillableStack, db: Db, first: ImportIds, killsPerPhase: number): Promise<Round> {
  const connection = stack.as(ENGAGEMENT);
  const ids = await importSheet(connection, sheet);
  const killerOf = (): PhaseKiller =>
    new PhaseKiller(stack, db, {
      flowId: ids.flowId,
      killsPerPhase,
      durations,
      random,
    });
  const importing = killerOf();
  try {
    await finishImport(connection, ids);
  } finally {
    await importing.end();
  }
  const imported = await stateOf(db, ENGAGEMENT, [first, ids]);
  await fetchEndpoint(connection, endpoints.withdrawImport, { params: { data_import_id: ids.dataImportId }, body: {} });
  const withdrawing = killerOf();
  try {
    await untilStatus(connection, ids.flowId, 'cancelled');
  } finally {
    await withdrawing.end();
  }
  const withdrawn = await stateOf(db, ENGAGEMENT, [first, ids]);
  const tasks = await db
    .collection<AgentTaskDocument>('crewai_task_execution')
    .find({ flow_id: ids.flowId })
    .sort({ started_at: 1 })
    .toArray();
  return { imported, withdrawn, tasks, kills: [...importing.kills, ...withdrawing.kills] };
}

/** Of every agent one result for each time its phase was due. A withdrawal counts what was left for its last attempt. */
function resultsOf(tasks: readonly AgentTaskDocument[]): string[] {
  return tasks
    .filter(({ status }) => status === 'completed')
    .map(
      ({ phase, rows_done, result }) =>
        `${phase} ${rows_done} ${phase === 'withdrawal' ? '' : JSON.stringify(plain(result))}`,
    )
    .sort();
}

function mismatches(round: Round, undisturbed: Round): string[] {
  const results = resultsOf(round.tasks);
  const wanted = resultsOf(undisturbed.tasks);
  return [
    ...differences(round.imported, undisturbed.imported).map((one) => `imported: ${one}`),
    ...differences(round.withdrawn, undisturbed.withdrawn).map((one) => `withdrawn: ${one}`),
    ...wanted.filter((one) => !results.includes(one)).map((one) => `no result: ${one}`),
    ...(results.length === wanted.length ? [] : [`${results.length} results, not ${wanted.length}`]),
  ];
}

/** Attempts that ended although nobody killed the worker that owned them. */
function lostAlive({ tasks, kills }: Round): number {
  const lost = tasks.filter(({ status }) => status === 'abandoned' || status === 'cancelled').length;
  return Math.max(0, lost - kills.filter(({ wasOwner }) => wasOwner).length);
}

function printSummary(kills: readonly Kill[]): void {
  console.log('\n| phase | workers killed | of them its owner |\n| --- | ---: | ---: |');
  for (const phase of agentPhases) {
    const inPhase = kills.filter((kill) => kill.phase === phase);
    console.log(`| ${phase} | ${inPhase.length} | ${inPhase.filter(({ wasOwner }) => wasOwner).length} |`);
  }
}

const settings = { LEASE_SECONDS: values.lease, PARTITION_ROWS: values.partition, MAX_LOST_WORKERS: '100' };
const stack = await startStack(['web', 'worker', 'second worker'], settings);
const client = await new MongoClient(stack.mongoUri).connect();
const db = client.db();
const kills: Kill[] = [];
let failed = 0;
try {
  console.log(`${rows} rows in partitions of ${values.partition}, lease ${values.lease} s, seed ${values.seed}.`);
  const first = await importSheet(stack.as(ENGAGEMENT), base);
  await finishImport(stack.as(ENGAGEMENT), first);
  const undisturbed = await runRound(stack, db, first, 0);
  for (const { phase, started_at, finished_at } of undisturbed.tasks)
    durations.set(phase, (finished_at?.getTime() ?? 0) - started_at.getTime());
  for (const [name, state] of undisturbed.imported) console.log(`  ${name.padEnd(12)} ${state}`);
  console.log('\n| round | s | workers killed | attempts lost by living workers | results | mismatches |');
  console.log('| ---: | ---: | ---: | ---: | ---: | --- |');
  const deadline = performance.now() + Number(values.minutes) * 60_000;
  for (let round = 1; kills.length < Number(values.kills) && performance.now() < deadline; round += 1) {
    const started = performance.now();
    const came = await runRound(stack, db, first, Number(values['per-phase']));
    kills.push(...came.kills);
    const wrong = mismatches(came, undisturbed);
    failed += wrong.length > 0 ? 1 : 0;
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const results = `${resultsOf(came.tasks).length}`;
    console.log(
      `| ${round} | ${seconds} | ${came.kills.length} | ${lostAlive(came)} | ${results} | ${wrong.length === 0 ? 0 : wrong.join('; ')} |`,
    );
  }
} finally {
  await client.close();
  await stack.stop();
}
printSummary(kills);
console.log(`\n${kills.length} workers killed, ${failed} rounds differ from the undisturbed run.`);
const spared = agentPhases.filter((phase) => kills.every((kill) => kill.phase !== phase));
if (spared.length > 0) console.error(`No worker was killed in ${spared.join(', ')}: nothing is shown of it.`);
process.exitCode = failed === 0 && spared.length === 0 ? 0 : 1;
