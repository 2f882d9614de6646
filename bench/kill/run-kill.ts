/**
 * `npm run bench:kill [-- --times N --rows N --seed N]`: uploads a sheet N times, and each time kills the web process, the
 * worker or mongod (in turn) with SIGKILL at a random moment, from the first chunk to the agents' work. Afterwards the
 * upload must be resumed, or given up (every fifth) and swept; readers that looked all the time must have seen all of it
 * or nothing; and what was published must be the sheet, cell by cell. Ends with 1 unless all N held.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { until } from '#test/harness/until.ts';
import { COLUMNS, cmdbRow } from '../import/cmdb-rows.ts';
import { startStack, victims, type KillableStack, type Victim } from './killable-stack.ts';
import { seededRandom } from './seeded-random.ts';
import { hashOfImport, hashOfRows } from './sheet-hash.ts';
import { persist, StubbornUpload } from './stubborn-upload.ts';
import { watchImport } from './suspicious-reader.ts';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '30' },
    rows: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
  },
});
const [times, seed] = [Number(values.times), Number(values.seed)];
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
  victim: Victim;
  afterChunks: number;
  laterMs: number;
  isGivenUp: boolean;
}

function planOf(round: number, random: () => number): Plan {
  const victim = victims[round % victims.length] ?? 'web';
  const isGivenUp = round % GIVEN_UP_EVERY === GIVEN_UP_EVERY - 1;
  const afterChunks = Math.floor(random() * (isGivenUp ? CHUNKS - 10 : CHUNKS + 1));
  // After the last chunk comes the publication, and then the agents.
  const laterMs = Math.round(random() * (afterChunks >= CHUNKS - 3 ? 2_000 : 100));
  return { round, victim, afterChunks, laterMs, isGivenUp };
}

/** @returns what came of it; throws when something did not hold */
async function runRound(stack: KillableStack, plan: Plan): Promise<string> {
  const connection = stack.as(`round-${plan.round}`);
  const upload = new StubbornUpload(connection, sheet, Math.ceil(sheet.rows.length / CHUNKS));
  const { uploadId, dataImportId } = await upload.open();
  const reader = watchImport(connection, dataImportId, sheet.rows.length);
  const killing = killWhenDue(stack, plan, upload);
  const sending = (async () => {
    await upload.send(uploadId);
    return plan.isGivenUp ? null : upload.publish(uploadId);
  })();
  const [stored] = await Promise.all([sending, killing]);
  let outcome: string;
  if (stored === null) {
    await assertSwept(stack, { uploadId, dataImportId });
    outcome = 'given up, swept';
  } else {
    if (stored.data_import_id !== dataImportId) throw new Error('Another import was published.');
    const hash = await hashOfImport(connection, dataImportId);
    if (hash !== expected) throw new Error('The import is not the sheet.');
    if (plan.victim === 'worker') await untilAgentsAreDone(stack, plan, stored.flow_id);
    outcome = 'published, equal cell by cell';
    await persist(() => fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: stored.flow_id } }));
  }
  const { seen, looks } = await reader.end();
  if (seen.length > 0) throw new Error(`A reader saw a part of it: ${[...new Set(seen)].join('; ')}.`);
  return `${outcome}; ${looks} looks`;
}

async function killWhenDue(stack: KillableStack, plan: Plan, upload: StubbornUpload): Promise<void> {
  const isDue = (): Promise<boolean> => Promise.resolve(upload.acknowledged >= plan.afterChunks);
  await until(`${plan.afterChunks} chunks are there`, isDue, WAIT_MS);
  await sleep(plan.laterMs);
  await stack.kill(plan.victim);
  if (plan.isGivenUp) upload.giveUp();
  await stack.start(plan.victim);
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

async function untilAgentsAreDone(stack: KillableStack, plan: Plan, flow_id: string): Promise<void> {
  const connection = stack.as(`round-${plan.round}`);
  const readFlow = () => persist(() => fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } }));
  await until(
    'another worker finished',
    async () => {
      const { status, error } = await readFlow();
      if (status === 'failed') throw new Error(`The flow failed: ${JSON.stringify(error)}`);
      return status === 'waiting_for_approval';
    },
    WAIT_MS,
  );
}

const random = seededRandom(seed);
const stack = await startStack();
let held = 0;
try {
  console.log(`${times} kills, ${sheet.rows.length.toLocaleString('en-US')} rows, seed ${seed}.`);
  console.log('| | killed | after chunks | came of it |\n| ---: | --- | ---: | --- |');
  for (let round = 0; round < times; round += 1) {
    const plan = planOf(round, random);
    const outcome = await runRound(stack, plan).then(
      (came) => {
        held += 1;
        return came;
      },
      (error: unknown) => `FAILED: ${error instanceof ApiFailure ? `${error.status} ` : ''}${String(error)}`,
    );
    console.log(`| ${round + 1} | ${plan.victim} | ${plan.afterChunks} of ${CHUNKS} | ${outcome} |`);
    if (outcome.startsWith('FAILED')) for (const victim of victims) await restart(stack, victim);
  }
} finally {
  await stack.stop();
}
console.log(`\n${held} of ${times} held.`);
process.exitCode = held === times ? 0 : 1;

/** A round that failed may have left anything behind. */
async function restart(broken: KillableStack, victim: Victim): Promise<void> {
  await broken.kill(victim);
  await broken.start(victim);
}
