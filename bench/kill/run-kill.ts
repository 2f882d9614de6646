/**
 * `npm run bench:kill [-- --rounds N --rows N --seed N --lease S]`: uploads a sheet N times to one stack, and each time kills
 * the web process, the worker or mongod (in turn) with SIGKILL at a random moment, from the first chunk to the agents' work;
 * only what was killed is started again. Afterwards the upload must be resumed, or given up (every fifth) and swept; readers
 * that looked all the time must have seen all of it or nothing; and what was published must be the sheet, cell by cell. Ends
 * with 1 unless all N held.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { ApiFailure, fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { until } from '#test/harness/until.ts';
import { COLUMNS, cmdbRow } from '../import/cmdb-rows.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { startStack, type KillableStack } from './killable-stack.ts';
import { seededRandom } from './seeded-random.ts';
import { hashOfImport, hashOfRows } from './sheet-hash.ts';
import { persist, StubbornUpload } from './stubborn-upload.ts';
import { watchImport } from './suspicious-reader.ts';

const values = readOptions({
  rounds: { type: 'string', default: '30' },
  rows: { type: 'string', default: '200000' },
  seed: { type: 'string', default: '1' },
  lease: { type: 'string', default: '15' },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const victims = ['web', 'worker', 'mongod'] as const;
const GIVEN_UP_EVERY = 5;
const CHUNKS = 60;
const WAIT_MS = 300_000;
const sheet = {
  columns: [...COLUMNS],
  rows: Array.from({ length: Number(values.rows) }, (_, index) => cmdbRow(index)),
};
const expected = hashOfRows(sheet.rows);

/** One kill: whom, after how many chunks and how much later, and whether the client goes on afterwards. */
interface Plan {
  round: number;
  victim: (typeof victims)[number];
  afterChunks: number;
  laterMs: number;
  isGivenUp: boolean;
}

/** What a round came to; nothing that did not hold gets this far. */
interface Outcome {
  killedWhile: string;
  resumed: string;
  isHashEqual: boolean | null;
  looks: number;
}

function planOf(round: number, random: () => number): Plan {
  const victim = victims[round % victims.length] ?? 'web';
  const isGivenUp = round % GIVEN_UP_EVERY === GIVEN_UP_EVERY - 1;
  const afterChunks = Math.floor(random() * (isGivenUp ? CHUNKS - 10 : CHUNKS + 1));
  // After the last chunk comes the publication, and then the agents.
  const laterMs = Math.round(random() * (afterChunks >= CHUNKS - 3 ? 2_000 : 100));
  return { round, victim, afterChunks, laterMs, isGivenUp };
}

/** @throws when something did not hold */
async function runRound(stack: KillableStack, plan: Plan): Promise<Outcome> {
  const connection = stack.as(`round-${plan.round}`);
  const upload = new StubbornUpload(connection, sheet, Math.ceil(sheet.rows.length / CHUNKS));
  const { uploadId, dataImportId } = await upload.open();
  const reader = watchImport(connection, dataImportId, sheet.rows.length);
  let step: string | null = null;
  const killing = killWhenDue(stack, plan, { upload, step: () => step });
  const sending = (async () => {
    await upload.send(uploadId);
    if (plan.isGivenUp) return null;
    step = 'publishing';
    const stored = await upload.publish(uploadId);
    step = 'published, agents at work';
    return stored;
  })();
  const [stored, killedWhile] = await Promise.all([sending, killing]);
  const again = Math.max(0, upload.acknowledged - upload.chunks.length);
  let resumed = `${upload.repeated} calls repeated, ${again} chunks sent twice`;
  if (stored === null) {
    await assertSwept(stack, { uploadId, dataImportId });
    resumed = 'given up, swept';
  } else {
    await assertIsSheet(connection, { dataImportId, published: stored.data_import_id });
    if (plan.victim === 'worker') resumed += await untilAgentsAreDone(connection, stored.flow_id);
    await persist(() => fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: stored.flow_id } }));
  }
  const { seen, looks } = await reader.end();
  if (seen.length > 0) throw new Error(`A reader saw a part of it: ${[...new Set(seen)].join('; ')}.`);
  return { killedWhile, resumed, isHashEqual: stored === null ? null : true, looks };
}

/** @returns what was going on when it was killed */
async function killWhenDue(
  stack: KillableStack,
  plan: Plan,
  { upload, step }: { upload: StubbornUpload; step: () => string | null },
): Promise<string> {
  const isDue = (): Promise<boolean> => Promise.resolve(upload.acknowledged >= plan.afterChunks);
  await until(`${plan.afterChunks} chunks are there`, isDue, WAIT_MS);
  await sleep(plan.laterMs);
  const killedWhile = step() ?? `${upload.acknowledged} of ${upload.chunks.length} chunks sent`;
  await stack.kill(plan.victim);
  if (plan.isGivenUp) upload.giveUp();
  await stack.start(plan.victim);
  return killedWhile;
}

async function assertIsSheet(connection: Connection, ids: { dataImportId: string; published: string }): Promise<void> {
  if (ids.published !== ids.dataImportId) throw new Error('Another import was published.');
  const hash = await hashOfImport(connection, ids.dataImportId);
  if (hash !== expected) throw new Error('The import is not the sheet.');
}

/** As if its time were over. */
async function assertSwept(stack: KillableStack, ids: { uploadId: string; dataImportId: string }): Promise<void> {
  const client = await new MongoClient(stack.mongoUri).connect();
  try {
    const sessions = client.db().collection<{ _id: string }>('upload_sessions');
    await sessions.updateOne({ _id: ids.uploadId }, { $set: { expires_at: new Date(0) } });
    const records = client.db().collection<{ _id: string }>('raw_import_records');
    const staged = { _id: { $gte: `${ids.dataImportId}:`, $lt: `${ids.dataImportId};` } };
    await until('its rows are swept', async () => (await records.countDocuments(staged, { limit: 1 })) === 0, WAIT_MS);
    const imports = client.db().collection<{ _id: string }>('data_imports');
    if ((await imports.countDocuments({ _id: ids.dataImportId })) > 0) throw new Error('It was published.');
  } finally {
    await client.close();
  }
}

/** @returns how often the agents were begun */
async function untilAgentsAreDone(connection: Connection, flow_id: string): Promise<string> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await sleep(250)) {
    const { status, error, phases } = await persist(() =>
      fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } }),
    );
    if (status === 'failed') throw new Error(`The flow failed: ${JSON.stringify(error)}`);
    if (status === 'waiting_for_approval')
      return `; agents begun ${phases.map(({ attempt }) => attempt).join(' and ')} times`.replace(/( and 0)+/, '');
  }
  throw new Error('No other worker finished the agents.');
}

function line(plan: Plan, seconds: string, outcome: Outcome | string): string {
  const start = `| ${plan.round + 1} | ${plan.victim}`;
  if (typeof outcome === 'string') return `${start} | after ${plan.afterChunks} chunks | ${outcome} | ${seconds} | | |`;
  const { killedWhile, resumed, isHashEqual, looks } = outcome;
  return `${start} | ${killedWhile} | ${resumed} | ${seconds} | ${isHashEqual === null ? '–' : 'yes'} | 0 in ${looks} looks |`;
}

const random = seededRandom(seed);
const stack = await startStack(['web', 'worker'], { LEASE_SECONDS: values.lease });
let held = 0;
try {
  const size = sheet.rows.length.toLocaleString('en-US');
  console.log(`${rounds} rounds, ${size} rows, seed ${seed}, lease ${values.lease} s.`);
  console.log(
    '| | killed | while | resumed | s | hash equal | parts seen |\n| ---: | --- | --- | --- | ---: | --- | --- |',
  );
  for (let round = 0; round < rounds; round += 1) {
    const plan = planOf(round, random);
    const started = performance.now();
    const outcome = await runRound(stack, plan).catch(
      (error: unknown) => `FAILED: ${error instanceof ApiFailure ? `${error.status} ` : ''}${String(error)}`,
    );
    console.log(line(plan, ((performance.now() - started) / 1_000).toFixed(1), outcome));
    if (typeof outcome !== 'string') held += 1;
    // A round that failed may have left anything behind.
    else for (const victim of victims) await stack.kill(victim).then(() => stack.start(victim));
  }
} finally {
  await stack.stop();
}
console.log(`\n${held} of ${rounds} held.`);
process.exitCode = held === rounds ? 0 : 1;
