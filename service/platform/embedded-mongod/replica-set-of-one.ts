/**
 * The configuration that makes a single mongod a replica set, which transactions need: it names the mongod's own
 * address.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, MongoNetworkError, MongoServerError, MongoServerSelectionError, type Db } from 'mongodb';
import { LOOPBACK, withAdmin } from './mongod-process.ts';

const PRIMARY_MS = 30_000;
const POLL_MS = 30;
const NOT_YET_INITIALIZED = 94;
const ALREADY_INITIALIZED = 23;

interface ReplicaSetConfig {
  version: number;
  members: { _id: number; host: string }[];
}

/** Makes the mongod a set of one unless it is one already, and waits until it takes writes. */
export async function becomePrimary(port: number, set: string, signal?: AbortSignal): Promise<void> {
  for (const deadline = Date.now() + PRIMARY_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    signal?.throwIfAborted();
    if (await withAdmin(port, (admin) => settle(admin, set, `${LOOPBACK}:${port}`)).catch(passingError)) return;
  }
  throw new Error(`The embedded database on port ${port} did not become primary within ${PRIMARY_MS / 1_000} s.`);
}

/**
 * Writes the new address into the configuration of a mongod that runs outside its set. Inside, it would first ask its
 * old address whether it lives there, and the present owner of that port may keep it waiting.
 */
export async function moveMember(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://${LOOPBACK}:${port}/`, { directConnection: true });
  try {
    const configs = client.db('local').collection<ReplicaSetConfig>('system.replset');
    await configs.updateOne({}, { $set: { 'members.0.host': `${LOOPBACK}:${port}` }, $inc: { version: 1 } });
  } finally {
    await client.close();
  }
}

/** One step towards a primary. @returns whether it is one now */
async function settle(admin: Db, set: string, host: string): Promise<boolean> {
  if (!(await hasConfig(admin))) await admin.command({ replSetInitiate: { _id: set, members: [{ _id: 0, host }] } });
  return (await admin.command({ hello: 1 }))['isWritablePrimary'] === true;
}

async function hasConfig(admin: Db): Promise<boolean> {
  try {
    await admin.command({ replSetGetConfig: 1 });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === NOT_YET_INITIALIZED) return false;
    throw error;
  }
}

/** While it reads its configuration and changes state, mongod says both "not yet" and "already", and drops connections. */
function passingError(error: unknown): false {
  const isNetwork = error instanceof MongoNetworkError || error instanceof MongoServerSelectionError;
  const isStarting =
    error instanceof MongoServerError && [NOT_YET_INITIALIZED, ALREADY_INITIALIZED].includes(Number(error.code));
  if (isNetwork || isStarting) return false;
  throw error;
}
