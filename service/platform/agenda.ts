import { Agenda } from 'agenda';
import { MongoBackend } from '@agendajs/mongo-backend';
import type { Db } from 'mongodb';

export const AGENDA_COLLECTION = 'agenda_jobs';

/**
 * How often workers look for jobs, ms. Agenda can be told of them by a change stream instead, but every change stream makes
 * the database look at every document anybody writes (docs/decisions/0036).
 */
const PROCESS_EVERY_MS = 250;

/** The states this project uses of Agenda: one-time jobs, run by the first worker that locks them. */
interface AgendaOptions {
  db: Db;
  /** Names this process in the jobs it changed. */
  name: string;
  lockMs: number;
  concurrency: number;
}

/** `lockLimit` equals the concurrency: jobs locked ahead would stay locked when the worker drains. */
export function createAgenda(options: AgendaOptions): Agenda {
  return new Agenda({
    backend: new MongoBackend({ mongo: options.db, collection: AGENDA_COLLECTION }),
    name: options.name,
    processEvery: PROCESS_EVERY_MS,
    maxConcurrency: options.concurrency,
    defaultConcurrency: options.concurrency,
    lockLimit: options.concurrency,
    defaultLockLimit: options.concurrency,
    defaultLockLifetime: options.lockMs,
  });
}
