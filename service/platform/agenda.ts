import { Agenda, InMemoryNotificationChannel, type JobNotification } from 'agenda';
import { MongoBackend } from '@agendajs/mongo-backend';
import type { Db } from 'mongodb';

export const AGENDA_COLLECTION = 'agenda_jobs';

/**
 * How often workers look for jobs that are not begun at once: those of other processes, those put off, and those that no
 * worker had room for, ms. Agenda can be told of them by a change stream instead, but every change stream makes the database
 * look at every document anybody writes (docs/decisions/0036).
 */
const PROCESS_EVERY_MS = 250;

/** The states this project uses of Agenda: one-time jobs, run by the first worker that locks them. */
interface AgendaOptions {
  db: Db;
  /** Names this process in the jobs it changed. */
  name: string;
  lockMs: number;
  concurrency: number;
  /** Jobs that a worker with room for them begins as soon as it schedules them; the others it leaves to whoever looks first. */
  begunAtOnce: readonly string[];
}

/** Tells a worker of jobs that it schedules itself. */
class OwnJobs extends InMemoryNotificationChannel {
  private readonly names: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    super();
    this.names = new Set(names);
  }

  override async publish(notification: JobNotification): Promise<void> {
    if (this.names.has(notification.jobName)) await super.publish(notification);
  }
}

/** `lockLimit` equals the concurrency: jobs locked ahead would stay locked when the worker drains. */
export function createAgenda(options: AgendaOptions): Agenda {
  return new Agenda({
    backend: new MongoBackend({ mongo: options.db, collection: AGENDA_COLLECTION }),
    name: options.name,
    processEvery: PROCESS_EVERY_MS,
    notificationChannel: new OwnJobs(options.begunAtOnce),
    maxConcurrency: options.concurrency,
    defaultConcurrency: options.concurrency,
    lockLimit: options.concurrency,
    defaultLockLimit: options.concurrency,
    defaultLockLifetime: options.lockMs,
  });
}
