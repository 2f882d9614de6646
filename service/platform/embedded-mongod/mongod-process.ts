/**
 * One mongod as a child process: start, wait until it listens, stop. It has a process group of its own, so that Ctrl+C
 * in a terminal reaches the service alone, which stops its database last. When the service dies without stopping it, a
 * guard process ends it within seconds.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, MongoNetworkError, MongoServerSelectionError, type Db } from 'mongodb';

export const LOOPBACK = '127.0.0.1';
/** Recovery after a crash may take a while, ms. */
const LAUNCH_MS = 120_000;
/** For the last checkpoint of a clean stop, unless less is given, ms; then it is killed, which its journal survives. */
const STOP_MS = 60_000;
const POLL_MS = 30;
const LAST_LINES = 15;
const GUARD = 'mongodb-memory-server-core/scripts/mongo_killer.js';

export interface MongodOptions {
  binary: string;
  /** Data folder; the log is written there as well. */
  folder: string;
  port: number;
  /** Further options of the command line. */
  args: readonly string[];
  /** How long it may take to stop before it is killed, ms: it ends no search in the middle of a text. */
  stopMs?: number | undefined;
  /** Called as soon as there is a process, long before it listens. */
  onSpawn?: (pid: number) => Promise<void>;
  /** Stops it while it starts; it is then one that did not start. */
  signal?: AbortSignal | undefined;
  /** Ends it at once, whatever it does: it is gone when this process is. */
  killSignal?: AbortSignal | undefined;
}

export interface Mongod {
  pid: number;
  port: number;
  /** Resolves with the exit code, or the signal, when it has ended for whatever reason. */
  ended: Promise<number | string>;
  stop(): Promise<void>;
}

/** A mongod that ended before it listened. */
export class MongodDidNotStart extends Error {
  /** Another living mongod has the data folder. */
  readonly isFolderInUse: boolean;

  constructor(binary: string, folder: string, log: string) {
    const lastLines = log.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
    super(`mongod (${binary}) did not start on ${folder}. Its last words:\n${lastLines}`);
    this.name = 'MongodDidNotStart';
    this.isFolderInUse = log.includes('DBPathInUse');
  }
}

/** @throws MongodDidNotStart */
export async function startMongod(options: MongodOptions): Promise<Mongod> {
  const { binary, folder, port, signal, stopMs = STOP_MS } = options;
  signal?.throwIfAborted();
  const logFile = path.join(folder, 'mongod.log');
  const log = await openLog(logFile);
  const address = ['--dbpath', folder, '--port', String(port), '--bind_ip', LOOPBACK];
  const socket = process.platform === 'win32' ? [] : ['--nounixsocket'];
  const child = spawn(binary, [...address, ...socket, '--quiet', ...options.args], {
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
    windowsHide: true,
  });
  const ended = endOf(child);
  const stop = (): Promise<void> => stopMongod(child, { port, ended, stopMs });
  const stopNow = (): void => void stop();
  signal?.addEventListener('abort', stopNow);
  options.killSignal?.addEventListener('abort', () => void child.kill('SIGKILL'));
  // Who asked while the log was opened was not heard.
  if (signal?.aborted) stopNow();
  await log.close();
  const { pid } = child;
  if (pid === undefined) throw new MongodDidNotStart(binary, folder, String(await ended));
  guard(pid);
  try {
    await options.onSpawn?.(pid);
    if (!(await listens(child, logFile))) throw new MongodDidNotStart(binary, folder, await readFile(logFile, 'utf8'));
  } catch (error) {
    await stop();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stopNow);
  }
  return { pid, port, ended, stop };
}

/** Asks a mongod on loopback to stop. It answers by closing the connection, or no longer listens since another asked first. */
export async function shutDown(port: number): Promise<void> {
  try {
    await withAdmin(port, (admin) => admin.command({ shutdown: 1, force: true, timeoutSecs: 0 }));
  } catch (error) {
    if (!(error instanceof MongoNetworkError || error instanceof MongoServerSelectionError)) throw error;
  }
}

/** Runs `work` on the admin database of the mongod on this port, whatever its state in a replica set. */
export async function withAdmin<Result>(port: number, work: (admin: Db) => Promise<Result>): Promise<Result> {
  const options = { directConnection: true, serverSelectionTimeoutMS: 2_000, connectTimeoutMS: 2_000 };
  const client = new MongoClient(`mongodb://${LOOPBACK}:${port}/`, options);
  try {
    return await work(client.db('admin'));
  } finally {
    await client.close();
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A fresh log; the one of the run before stays beside it. */
async function openLog(file: string): ReturnType<typeof open> {
  await rename(file, `${file}.before`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  return open(file, 'w', 0o600);
}

function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    child.once('error', (error) => resolve(error.message));
  });
}

/** Ends the mongod when this process is gone, even after SIGKILL. */
function guard(pid: number): void {
  const script = createRequire(import.meta.url).resolve(GUARD);
  const guardian = fork(script, [String(process.pid), String(pid)], { detached: true, stdio: 'ignore', execArgv: [] });
  guardian.disconnect();
  guardian.unref();
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Its own log says when it listens: on the port somebody else could answer. */
async function listens(child: ChildProcess, logFile: string): Promise<boolean> {
  for (const deadline = Date.now() + LAUNCH_MS; Date.now() < deadline && !hasEnded(child); await sleep(POLL_MS)) {
    if ((await readFile(logFile, 'utf8')).includes('"Waiting for connections"')) return true;
  }
  return false;
}

async function stopMongod(
  child: ChildProcess,
  { port, ended, stopMs }: { port: number; ended: Promise<unknown>; stopMs: number },
): Promise<void> {
  if (hasEnded(child)) return;
  if (process.platform !== 'win32') child.kill('SIGTERM');
  // There, SIGTERM would be a kill.
  else await shutDown(port);
  const patience = new AbortController();
  const isLate = sleep(stopMs, true, { signal: patience.signal }).catch(() => false);
  if ((await Promise.race([ended.then(() => false), isLate])) && !hasEnded(child)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  patience.abort();
}
