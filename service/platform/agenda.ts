import { Agenda } from 'agenda';
import { MongoBackend, MongoChangeStreamNotificationChannel } from '@agendajs/mongo-backend';
import type { Db } from 'mongodb';

export const AGENDA_COLLECTION = 'agenda_jobs';

/** How often workers look for jobs when the change stream told them nothing, ms. */
const PROCESS_EVERY_MS = 2_000;

/** The states this project uses of Agenda: one-time jobs, run by whoever locks them first. */
export interface AgendaOptions {
  db: Db;
  /** Names this process in the jobs it changed. */
  name: string;
  lockMs: number;
  concurrency: number;
  /** Workers listen for new jobs; a web process only makes them. */
  isWorker: boolean;
}

/** `lockLimit` equals the concurrency: jobs locked ahead would stay locked when the worker drains. */
export function createAgenda(options: AgendaOptions): Agenda {
  const channel = new MongoChangeStreamNotificationChannel({ db: options.db, collection: AGENDA_COLLECTION });
  return new Agenda({
    backend: new MongoBackend({ mongo: options.db, collection: AGENDA_COLLECTION }),
    name: options.name,
    processEvery: PROCESS_EVERY_MS,
    maxConcurrency: options.concurrency,
    defaultConcurrency: options.concurrency,
    lockLimit: options.concurrency,
    defaultLockLimit: options.concurrency,
    defaultLockLifetime: options.lockMs,
    ...(options.isWorker ? { notificationChannel: channel } : {}),
  });
}
