import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ObjectId } from 'mongodb';
import type { Connection } from 'mongoose';
import { AgendaJobQueue, BEGUN_AT_ONCE } from '#service/jobs/agenda-job-queue.ts';
import { AGENDA_COLLECTION, createAgenda } from '#service/platform/agenda.ts';
import { createLogger } from '#service/platform/logger.ts';
import { connectMongo } from '#service/platform/database/mongo.ts';
import { testMongoUri } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';

const LOCK_MS = 20_000;
/** A worker that looks for jobs this seldom finds none before a test gives up. */
const SELDOM = '20 seconds';
const GIVEN_UP_MS = 10_000;
const tenant = { clientAccountId: 'a', engagementId: 'main' };

let mongo: Connection;
const queues: AgendaJobQueue[] = [];

beforeAll(async () => {
  mongo = await connectMongo(testMongoUri(`test_jobs_${new ObjectId().toString()}`), { appName: 'jobs' });
});

afterAll(async () => {
  await Promise.all(queues.map((queue) => queue.drain(1_000)));
  await mongo.db?.dropDatabase();
  await mongo.close();
});

async function queueOf(name: string, looksSeldom: boolean): Promise<AgendaJobQueue> {
  const db = mongo.db;
  if (!db) throw new Error('The connection has no database.');
  const agenda = createAgenda({ db, name, lockMs: LOCK_MS, concurrency: 2, begunAtOnce: BEGUN_AT_ONCE });
  if (looksSeldom) agenda.processEvery(SELDOM);
  const queue = new AgendaJobQueue({ agenda, jobs: db.collection(AGENDA_COLLECTION), log: createLogger('silent') });
  await queue.prepare();
  queues.push(queue);
  return queue;
}

test('a worker begins the phase it schedules without looking for jobs, and leaves help to others', async () => {
  const events: string[] = [];
  const flow = { tenant, flowId: new ObjectId().toString() };
  const work = (worker: string, queue: AgendaJobQueue) =>
    queue.work(
      {
        runPhase: async ({ phase }) => {
          events.push(`${worker} runs ${phase}`);
          if (phase === 'data_validation') await queue.schedule({ ...flow, phase: 'field_mapping' }, new Date());
          else await queue.scheduleHelp({ ...flow, phase }, 1);
        },
        helpPhase: () => Promise.resolve(void events.push(`${worker} helps`)),
      },
      { concurrency: 2, lockMs: LOCK_MS },
    );
  const owner = await queueOf('owner', true);
  await work('owner', owner);
  await owner.schedule({ ...flow, phase: 'data_validation' }, new Date());
  await until('both phases have run', () => Promise.resolve(events.length >= 2), GIVEN_UP_MS);
  await work('helper', await queueOf('helper', false));
  await until('somebody helps', () => Promise.resolve(events.length >= 3), GIVEN_UP_MS);
  expect(events).toEqual(['owner runs data_validation', 'owner runs field_mapping', 'helper helps']);
});
