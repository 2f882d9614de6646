/**
 * A real mongod of this service's own: a one-member replica set on loopback whose data survives restarts. One service
 * owns a data folder at a time (service-lock.ts). A mongod that a killed service left is found by its note and stopped;
 * no other mongod is ever touched.
 */
import { access, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { findMongod, type FindMongodOptions } from './mongod-binary.ts';
import {
  isAlive,
  LOOPBACK,
  MongodDidNotStart,
  shutDown,
  startMongod,
  withAdmin,
  type Mongod,
  type MongodOptions,
} from './mongod-process.ts';
import { becomePrimary, moveMember } from './replica-set-of-one.ts';
import { lockFolder } from './service-lock.ts';

const REPLICA_SET = 'cmdb-import';
/** A transaction of a dead service keeps its locks this long, seconds; the default of 60 would block the next try. */
const TRANSACTION_LIFETIME_SECONDS = 15;
/** A set of one has no member to hand over to when it is told to end, ms; the default is 15 s. */
const HAND_OVER_MS = 100;
/** How long the mongod of a killed service may take to end once it was told to, ms. */
const ORPHAN_MS = 60_000;
/** How long to wait for one that answers no more but still holds the folder, ms. */
const FOLDER_FREE_MS = 20_000;

interface EmbeddedMongoOptions extends Pick<FindMongodOptions, 'binary' | 'cacheDir'> {
  dataDir: string;
  /** WiredTiger cache, GB. */
  cacheSizeGb: number;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Ends the start, and the mongod with it. */
  signal?: AbortSignal;
  /** Ends the mongod at once, in the middle of whatever it does, its start as well; what was committed is kept. */
  killSignal?: AbortSignal;
  /** Called when it ends without being asked to. */
  onLost?: () => void;
  /** How long it may take to stop before it is killed, ms. */
  stopMs?: number;
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
  const binary = await Promise.race([findMongod(options), aborted(options.signal)]);
  await makeFolder(options.dataDir);
  const folder = await realpath(options.dataDir);
  const unlock = await lockFolder(folder);
  try {
    const before = await readNote(folder);
    if (before?.pid && (await stopOrphan(before.pid, before.port, folder))) {
      logger.warn({ pid: before.pid }, 'stopped the mongod a killed service had left');
    }
    const place = { binary, folder, port: await freePort(before?.port) };
    if (place.port !== before?.port && (await hasData(folder))) await move(place, options);
    const mongod = await launchMember(place, options);
    const stopped = watch(mongod, options);
    logger.info({ pid: mongod.pid, port: mongod.port, folder }, 'the embedded database is up');
    return {
      uri: `mongodb://${LOOPBACK}:${mongod.port}/?replicaSet=${REPLICA_SET}`,
      pid: mongod.pid,
      stop: async () => {
        await stopped();
        await writeNote(folder, { port: mongod.port, pid: null });
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

function aborted(signal?: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await makeEach(dataDir);
    await rm(await mkdtemp(path.join(dataDir, 'written-')), { recursive: true });
  } catch (cause) {
    const what = `DATA_DIR: the folder of the embedded database, ${dataDir}, cannot be made or written (${(cause as Error).message}).`;
    throw new Error(what, { cause });
  }
}

/** One folder after the other: where none can be made (/proc), Node's recursive mkdir tries for ever. */
async function makeEach(folder: string): Promise<void> {
  if (await stat(folder).catch(nullWhenMissing)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeEach(parent);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

type Place = Pick<MongodOptions, 'binary' | 'folder' | 'port'>;

async function launchMember(place: Place, options: EmbeddedMongoOptions): Promise<Mongod> {
  const parameters = {
    transactionLifetimeLimitSeconds: TRANSACTION_LIFETIME_SECONDS,
    shutdownTimeoutMillisForSignaledShutdown: HAND_OVER_MS,
    ...options.parameters,
  };
  const settings = Object.entries(parameters).flatMap(([name, value]) => ['--setParameter', `${name}=${value}`]);
  const cache = ['--wiredTigerCacheSizeGB', String(options.cacheSizeGb)];
  const onSpawn = (pid: number): Promise<void> => writeNote(place.folder, { pid, port: place.port });
  const mongod = await launch({
    ...place,
    args: ['--replSet', REPLICA_SET, ...cache, ...settings],
    onSpawn,
    signal: options.signal,
    killSignal: options.killSignal,
    stopMs: options.stopMs,
  });
  try {
    await becomePrimary(place.port, REPLICA_SET, options.signal);
    return mongod;
  } catch (error) {
    await mongod.stop();
    throw error;
  }
}

/** Gives the member its new port, outside the set, before it starts in it. The note names the old port until that is done. */
async function move(place: Place, { signal, killSignal }: EmbeddedMongoOptions): Promise<void> {
  const mongod = await launch({ ...place, args: [], signal, killSignal });
  try {
    await moveMember(place.port);
  } finally {
    await mongod.stop();
  }
}

/** Waits for a mongod that still holds the folder: it belonged to a killed service and is on its way out. */
async function launch(options: MongodOptions): Promise<Mongod> {
  for (const deadline = Date.now() + FOLDER_FREE_MS; ; await sleep(500)) {
    try {
      return await startMongod(options);
    } catch (error) {
      const isPassing = error instanceof MongodDidNotStart && error.isFolderInUse && Date.now() < deadline;
      if (!isPassing) throw error;
    }
  }
}

/** Reports an unexpected end. @returns the function that stops it on request */
function watch(mongod: Mongod, { logger, onLost }: EmbeddedMongoOptions): () => Promise<void> {
  let isStopping = false;
  void mongod.ended.then((code) => {
    if (isStopping) return;
    logger.error({ code }, 'the embedded database ended by itself; what was stored is kept: start the service again');
    onLost?.();
  });
  return async () => {
    isStopping = true;
    await mongod.stop();
  };
}

/** The note of a folder on its mongod, kept between services: its port, and its process while it runs. */
interface Note {
  port: number;
  pid: number | null;
}

const noteFile = (folder: string): string => path.join(folder, 'mongod.json');

async function writeNote(folder: string, note: Note): Promise<void> {
  await writeFile(noteFile(folder), JSON.stringify(note));
}

/** @returns null when there is none, or when a crash left half of one */
async function readNote(folder: string): Promise<Note | null> {
  try {
    const { pid, port } = JSON.parse(await readFile(noteFile(folder), 'utf8')) as Partial<Note>;
    return typeof port === 'number' ? { port, pid: typeof pid === 'number' ? pid : null } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

async function hasData(folder: string): Promise<boolean> {
  return access(path.join(folder, 'WiredTiger')).then(
    () => true,
    () => false,
  );
}

/**
 * Stops the noted mongod if it still runs on this folder. The process on the port must confirm it: process id and data
 * folder have to match, since both numbers may belong to another process by now.
 */
async function stopOrphan(pid: number, port: number, folder: string): Promise<boolean> {
  if (!isAlive(pid) || !(await isOurs(pid, port, folder))) return false;
  await shutDown(port);
  for (const deadline = Date.now() + ORPHAN_MS; Date.now() < deadline; await sleep(50)) {
    if (!isAlive(pid)) return true;
  }
  throw new Error(`The mongod a killed service left (process ${pid}) does not stop. End it and start again.`);
}

/** A process that does not answer is not ours to stop; if it is ours and about to end, `launch` waits for it. */
async function isOurs(pid: number, port: number, folder: string): Promise<boolean> {
  try {
    return await withAdmin(port, async (admin) => {
      const { pid: itsPid } = await admin.command({ serverStatus: 1 });
      const { parsed } = await admin.command({ getCmdLineOpts: 1 });
      const { storage } = parsed as { storage?: { dbPath?: string } };
      return Number(itsPid) === pid && storage?.dbPath === folder;
    });
  } catch {
    return false;
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
    if (wanted !== 0 && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') return freePort();
    throw error;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
