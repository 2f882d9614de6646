/**
 * A real mongod of this service's own: a one-member replica set on loopback whose data survives restarts. One service
 * owns a data folder at a time (service-lock.ts). A mongod that a killed service left is found by its note and stopped;
 * no other mongod is ever touched.
 */
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, MongoNetworkError, MongoServerError, type Db } from 'mongodb';
import { MongoInstance, MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';
import type { Logger } from './logger.ts';
import { findMongod, versionOf, type FindMongodOptions } from './mongod-binary.ts';
import { lockFolder } from './service-lock.ts';

const REPLICA_SET = 'cmdb-import';
const LOOPBACK = '127.0.0.1';
/** A transaction of a dead service keeps its locks this long, seconds; the default of 60 would block the next try. */
const TRANSACTION_LIFETIME_SECONDS = 15;
/** Recovery after a crash may take a while, ms. */
const LAUNCH_MS = 60_000;
const PRIMARY_MS = 90_000;
/** A mongod that answers no more but still runs is on its way out, ms. */
const DYING_MS = 5_000;
const NOT_YET_INITIALIZED = 94;

export interface EmbeddedMongoOptions extends Pick<FindMongodOptions, 'binary' | 'cacheDir'> {
  dataDir: string;
  /** WiredTiger cache, GB. */
  cacheSizeGb: number;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Further server parameters, as tests need them. */
  parameters?: Record<string, string | number>;
}

export interface EmbeddedMongo {
  uri: string;
  pid: number;
  /** Shuts the mongod down and frees the folder. */
  stop(): Promise<void>;
}

/** @throws Error when no mongod is found, another service uses the folder, or mongod does not start (with its last words) */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const { logger } = options;
  const binary = await findMongod(options);
  await mkdir(options.dataDir, { recursive: true });
  const folder = await realpath(options.dataDir);
  const unlock = await lockFolder(folder);
  const note = path.join(folder, 'mongod.json');
  try {
    const left = await readNote(note);
    if (left !== null && (await stopOrphan(left, folder)))
      logger.warn({ pid: left.pid }, 'stopped the mongod a killed service had left');
    const port = await freePort(left?.port);
    const instance = await launch(binary, folder, port, options);
    const pid = instance.mongodProcess?.pid ?? 0;
    await writeFile(note, JSON.stringify({ pid, port }));
    await becomePrimary(port);
    logger.info({ pid, port, folder }, 'the embedded database is up');
    return {
      uri: `mongodb://${LOOPBACK}:${port}/?replicaSet=${REPLICA_SET}`,
      pid,
      stop: async () => {
        instance.removeAllListeners(MongoInstanceEvents.instanceClosed);
        await instance.stop();
        await rm(note, { force: true });
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function launch(
  binary: string,
  folder: string,
  port: number,
  options: EmbeddedMongoOptions,
): Promise<MongoInstance> {
  const parameters = { transactionLifetimeLimitSeconds: TRANSACTION_LIFETIME_SECONDS, ...options.parameters };
  const instance = new MongoInstance({
    instance: {
      ip: LOOPBACK,
      port,
      dbPath: folder,
      replSet: REPLICA_SET,
      storageEngine: 'wiredTiger',
      launchTimeout: LAUNCH_MS,
      args: [
        '--wiredTigerCacheSizeGB',
        String(options.cacheSizeGb),
        ...Object.entries(parameters).flatMap(([name, value]) => ['--setParameter', `${name}=${value}`]),
      ],
    },
    binary: { systemBinary: binary, version: await versionOf(binary) },
    spawn: {},
  });
  const lastLines: string[] = [];
  const remember = (line: string): void => {
    lastLines.splice(0, lastLines.length - 20);
    lastLines.push(line);
  };
  instance.on(MongoInstanceEvents.instanceSTDOUT, remember);
  instance.on(MongoInstanceEvents.instanceSTDERR, remember);
  try {
    await instance.start();
  } catch (cause) {
    throw new Error(
      `mongod (${binary}) did not start on ${folder}: ${String(cause)}\nIts last words:\n${lastLines.join('\n')}`,
      { cause },
    );
  }
  instance.on(MongoInstanceEvents.instanceClosed, (code: unknown) =>
    options.logger.error({ code }, 'the embedded database ended; start the service again'),
  );
  return instance;
}

/**
 * Makes the member a set of one under its present port, whichever port it had before, and waits until it takes writes.
 * mongod closes connections while it changes its state, and first asks its old address whether it lives there, so
 * network errors are met by asking again.
 */
async function becomePrimary(port: number): Promise<void> {
  for (const deadline = Date.now() + PRIMARY_MS; Date.now() < deadline; await sleep(50)) {
    try {
      if (await withAdmin(port, (admin) => settle(admin, `${LOOPBACK}:${port}`))) return;
    } catch (error) {
      if (!(error instanceof MongoNetworkError)) throw error;
    }
  }
  throw new Error(`The embedded database on port ${port} did not become primary within ${PRIMARY_MS / 1_000} s.`);
}

/** One step towards a primary. @returns whether it is one now */
async function settle(admin: Db, host: string): Promise<boolean> {
  const config = await currentConfig(admin);
  if (config === null) await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
  else if (config.members[0]?.host !== host) {
    const members = [{ ...config.members[0], host }];
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  }
  return (await admin.command({ hello: 1 }))['isWritablePrimary'] === true;
}

interface ReplicaSetConfig {
  version: number;
  members: { _id: number; host: string }[];
}

async function currentConfig(admin: Db): Promise<ReplicaSetConfig | null> {
  try {
    return ((await admin.command({ replSetGetConfig: 1 })) as unknown as { config: ReplicaSetConfig }).config;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === NOT_YET_INITIALIZED) return null;
    throw error;
  }
}

interface Note {
  pid: number;
  port: number;
}

async function readNote(file: string): Promise<Note | null> {
  try {
    const { pid, port } = JSON.parse(await readFile(file, 'utf8')) as Partial<Note>;
    return typeof pid === 'number' && typeof port === 'number' ? { pid, port } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Stops the noted mongod if it still runs on this folder. Whatever answers on the port must say so itself: process id
 * and data folder have to match, since both numbers may belong to somebody else by now.
 */
async function stopOrphan({ pid, port }: Note, folder: string): Promise<boolean> {
  const isOurs = await withAdmin(port, async (admin) => {
    const { pid: itsPid } = await admin.command({ serverStatus: 1 });
    const { parsed } = (await admin.command({ getCmdLineOpts: 1 })) as { parsed?: { storage?: { dbPath?: string } } };
    if (Number(itsPid) !== pid || parsed?.storage?.dbPath !== folder) return false;
    await admin.command({ shutdown: 1, force: true, timeoutSecs: 1 }).catch(() => undefined);
    return true;
  }).catch(() => false);
  if (!isOurs) {
    for (const deadline = Date.now() + DYING_MS; isAlive(pid) && Date.now() < deadline;) await sleep(50);
    return false;
  }
  for (const deadline = Date.now() + LAUNCH_MS; Date.now() < deadline; await sleep(50)) {
    if (!isAlive(pid)) return true;
  }
  throw new Error(`The mongod a killed service left (process ${pid}) does not stop. End it and start again.`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function withAdmin<T>(port: number, use: (admin: Db) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://${LOOPBACK}:${port}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: 2_000,
  });
  try {
    return await use(client.db('admin'));
  } finally {
    await client.close();
  }
}

/** The wanted port when it is free, else any. */
async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      server.once('error', reject).listen(wanted, LOOPBACK, () => resolve((server.address() as { port: number }).port));
    });
  } catch (error) {
    if (wanted !== 0) return freePort();
    throw error;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
