import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';
import { freePorts } from './free-ports.ts';

const SET = 'rs0';
/** Time for three cold mongods and an election on a busy machine, ms. */
const READY_MS = 60_000;

export interface ThreeMemberSet {
  /** For one database on the set. */
  uriOf(database: string): string;
  /** The host of the member that takes writes now. */
  primary(): Promise<string>;
  /** Makes the primary step down and waits until another member took over. @returns the new primary's host */
  changePrimary(): Promise<string>;
  stop(): Promise<void>;
}

/** Of each member. */
interface SetSizes {
  cacheGb: number;
  oplogMb: number;
}

/** What docker-compose.yml describes, without Docker: three mongods on loopback that elect a primary among them. */
export async function startThreeMemberSet(
  binary: string,
  sizes: SetSizes = { cacheGb: 0.25, oplogMb: 64 },
): Promise<ThreeMemberSet> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'three-members-'));
  const ports = await freePorts(3);
  const mongods: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(mongods.map(end));
    await rm(folder, { recursive: true, force: true });
  };
  const hosts = ports.map((port) => `127.0.0.1:${port}`);
  const uriOf = (database: string): string => `mongodb://${hosts.join(',')}/${database}?replicaSet=${SET}`;
  try {
    for (const port of ports)
      mongods.push(await startMember(binary, { dbPath: path.join(folder, String(port)), port, ...sizes }));
    await Promise.all(hosts.map(untilListening));
    await initiate(hosts);
    const primary = (): Promise<string> => waitForPrimary(uriOf('admin'));
    await primary();
    await electNobodyUnasked(uriOf('admin'));
    return { uriOf, primary, stop, changePrimary: async () => stepDown(uriOf('admin'), await primary()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startMember(
  binary: string,
  { dbPath, port, cacheGb, oplogMb }: SetSizes & { dbPath: string; port: number },
): Promise<ChildProcess> {
  await mkdir(dbPath);
  const options = [
    '--dbpath',
    dbPath,
    '--port',
    String(port),
    '--replSet',
    SET,
    '--bind_ip',
    '127.0.0.1',
    '--nounixsocket',
  ];
  const limits = [
    '--wiredTigerCacheSizeGB',
    String(cacheGb),
    '--oplogSize',
    String(oplogMb),
    '--setParameter',
    'transactionLifetimeLimitSeconds=15',
  ];
  return spawn(binary, [...options, ...limits, '--logpath', path.join(dbPath, 'mongod.log')], { stdio: 'ignore' });
}

/** A member that does not listen yet would make the others refuse the set. */
function untilListening(host: string): Promise<unknown> {
  return withAdmin(`mongodb://${host}/?directConnection=true`, (admin) => admin.command({ ping: 1 }));
}

/** The first election comes within a second or two. */
async function initiate(hosts: readonly string[]): Promise<void> {
  const members = hosts.map((host, _id) => ({ _id, host }));
  await withAdmin(`mongodb://${hosts[0]}/?directConnection=true`, (admin) =>
    admin.command({ replSetInitiate: { _id: SET, members, settings: { electionTimeoutMillis: 2_000 } } }),
  );
}

/** From now on a primary that is slow stays one: another takes over when it is told to step down, and then at once. */
async function electNobodyUnasked(uri: string): Promise<void> {
  await withAdmin(uri, async (admin) => {
    const { config } = (await admin.command({ replSetGetConfig: 1 })) as unknown as { config: SetConfig };
    const settings = { ...config.settings, electionTimeoutMillis: 30_000 };
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, settings } });
  });
}

interface SetConfig {
  version: number;
  settings: object;
}

/** Also in the midst of an election, when nobody is. */
function waitForPrimary(uri: string): Promise<string> {
  return withAdmin(uri, async (admin) => {
    for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(100)) {
      const { primary } = await admin.command({ hello: 1 });
      if (typeof primary === 'string') return primary;
    }
    throw new Error('No member is primary.');
  });
}

async function stepDown(uri: string, before: string): Promise<string> {
  await withAdmin(uri, (admin) => admin.command({ replSetStepDown: 30, secondaryCatchUpPeriodSecs: 25 }));
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(100)) {
    const now = await waitForPrimary(uri);
    if (now !== before) return now;
  }
  throw new Error(`No member took over from ${before}.`);
}

async function withAdmin<Result>(uri: string, work: (admin: Db) => Promise<Result>): Promise<Result> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: READY_MS });
  try {
    return await work(client.db('admin'));
  } finally {
    await client.close();
  }
}

async function end(mongod: ChildProcess): Promise<void> {
  if (mongod.exitCode !== null || mongod.signalCode !== null) return;
  const exited = once(mongod, 'exit');
  // Its data is thrown away: no reason to wait for a step-down and a checkpoint.
  mongod.kill('SIGKILL');
  await exited;
}
