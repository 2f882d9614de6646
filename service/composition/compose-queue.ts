import type { Db } from 'mongodb';
import { AgendaJobQueue, BEGUN_AT_ONCE } from '../jobs/agenda-job-queue.ts';
import { AGENDA_COLLECTION, createAgenda } from '../platform/agenda.ts';
import { processName } from '../platform/process/process-name.ts';
import type { Foundation } from './foundation.ts';

/** The durable queue of the flows' phases. */
export async function composeQueue({ config, connection, log }: Foundation, lockMs: number): Promise<AgendaJobQueue> {
  const db = connection.db as unknown as Db;
  const agenda = createAgenda({
    db,
    name: processName,
    lockMs,
    concurrency: config.WORKER_CONCURRENCY,
    begunAtOnce: BEGUN_AT_ONCE,
  });
  const queue = new AgendaJobQueue({ agenda, jobs: db.collection(AGENDA_COLLECTION), log });
  await queue.prepare();
  return queue;
}
