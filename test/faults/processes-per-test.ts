import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Db } from 'mongodb';
import type { Connection as MongoConnection } from 'mongoose';
import { connectMongo } from '#service/platform/database/mongo.ts';
import { clearFailPoints } from '../harness/fail-points.ts';
import { testMongoUri } from '../harness/service-harness.ts';
import { startServiceProcess, type ServiceProcess } from '../harness/service-process.ts';

interface ProcessesPerTest {
  /** What all processes of the file share, as nobody disturbs it. */
  readonly db: Db;
  /** Until the end of the test. */
  start(settings?: Record<string, string>): Promise<ServiceProcess>;
  /** To be killed by who starts it. */
  startForAll(settings: Record<string, string>): Promise<ServiceProcess>;
}

/** A database for the tests of a file; the processes of a test are killed, and its fail points cleared, when it ends. */
export function processesPerTest(): ProcessesPerTest {
  const database = `test_${randomUUID().slice(0, 8)}`;
  const running: ServiceProcess[] = [];
  let mongo: MongoConnection | undefined;
  const db = (): Db => {
    if (mongo === undefined) throw new Error('There is a database within a test only.');
    return mongo.db as unknown as Db;
  };
  const startForAll = (settings: Record<string, string>) => startServiceProcess(database, settings);
  beforeAll(async () => {
    mongo = await connectMongo(testMongoUri(database), { appName: 'observer' });
  });
  afterEach(async () => {
    await clearFailPoints(db());
    await Promise.all(running.splice(0).map((service) => service.kill()));
  });
  afterAll(async () => {
    await mongo?.db?.dropDatabase();
    await mongo?.close();
  });
  return {
    get db() {
      return db();
    },
    async start(settings = {}) {
      const service = await startForAll(settings);
      running.push(service);
      return service;
    },
    startForAll,
  };
}
